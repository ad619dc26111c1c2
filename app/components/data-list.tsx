import type { ReactNode } from 'react'

/** Facts with their names, beside each other where the column is wide enough, else one under the other. An item whose value is empty (null, undefined, false, '') is left out. */
export function DataList({ items }: { items: { term: string; value: ReactNode }[] }) {
  const told = items.filter(
    ({ value }) => value !== null && value !== undefined && value !== '' && value !== false,
  )
  return (
    <div className="@container">
      <dl className="divide-y divide-line border-y border-line">
        {told.map(({ term, value }) => (
          <div
            key={term}
            className="grid gap-x-6 py-2.5 @md:grid-cols-[9rem_minmax(0,1fr)] @2xl:grid-cols-[12rem_minmax(0,1fr)]"
          >
            <dt className="text-sm text-soft @md:leading-6">{term}</dt>
            <dd className="min-w-0">{value}</dd>
          </div>
        ))}
      </dl>
    </div>
  )
}
