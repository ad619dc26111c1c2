import { Link } from '@remix-run/react'

/** A person, with the organisation they act for; `to` makes the name a link. */
export function Person({
  name,
  organisation,
  to,
}: {
  name: string
  organisation?: string | null
  to?: string
}) {
  return (
    <span>
      {to ? (
        <Link to={to} className="link">
          {name}
        </Link>
      ) : (
        <span>{name}</span>
      )}
      {organisation && <span className="text-soft"> · {organisation}</span>}
    </span>
  )
}
