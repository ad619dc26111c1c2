import { NavLink } from '@remix-run/react'

/** Sides of the same thing, each with its own address. `end` on the first when its path begins the others'. */
export function Tabs({
  label,
  items,
}: {
  label: string
  items: { to: string; label: string; count?: number; end?: boolean }[]
}) {
  return (
    <nav aria-label={label} className="border-b border-line print:hidden">
      <ul className="-mb-px flex flex-wrap gap-x-4 sm:gap-x-6">
        {items.map(({ to, label: name, count, end }) => (
          <li key={to}>
            <NavLink
              to={to}
              end={end}
              prefetch="intent"
              className="block border-b-2 border-transparent py-2.5 text-soft hover:text-ink aria-[current=page]:border-accent aria-[current=page]:font-medium aria-[current=page]:text-ink"
            >
              {name}
              {count !== undefined && <span className="ml-1.5 text-sm text-soft tabular-nums">{count}</span>}
            </NavLink>
          </li>
        ))}
      </ul>
    </nav>
  )
}
