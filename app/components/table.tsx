import type { ReactNode } from 'react'

export interface Column<Row> {
  key: string
  header: string
  cell: (row: Row) => ReactNode
  /** Numbers stand at the end, aligned. */
  align?: 'start' | 'end'
  /** The cell that names its row; the first column when none says so. */
  names?: boolean
  /** On a phone it stands at the end of the name's line, without its header: for a short answer. */
  beside?: boolean
}

/**
 * Rows of the same kind. On a phone each row becomes a stack of names and values in two columns, the naming cell first
 * and larger, and what is empty left out, so nothing scrolls sideways. `caption` is always read out; `captionShown`
 * also prints it.
 */
export function Table<Row>({
  caption,
  captionShown = false,
  columns,
  rows,
  rowKey,
  empty,
}: {
  caption: string
  captionShown?: boolean
  columns: Column<Row>[]
  rows: readonly Row[]
  rowKey: (row: Row) => string
  empty?: ReactNode
}) {
  if (rows.length === 0 && empty) return empty
  const naming = columns.find(column => column.names)?.key ?? columns[0]?.key
  return (
    // The roles are said again because `display: block` takes a table's meaning away in some browsers.
    // biome-ignore-start lint/a11y/noRedundantRoles: see above
    <table role="table" className="block w-full text-left sm:table">
      <caption
        className={captionShown ? 'mb-2 block text-left text-sm text-soft sm:table-caption' : 'sr-only'}
      >
        {caption}
      </caption>
      <thead role="rowgroup" className="sr-only sm:not-sr-only sm:table-header-group">
        <tr role="row" className="sm:border-b sm:border-edge">
          {columns.map(({ key, header, align }) => (
            <th
              key={key}
              role="columnheader"
              scope="col"
              className={`px-3 py-2 text-sm font-medium text-soft first:pl-0 last:pr-0 ${align === 'end' ? 'text-right' : ''}`}
            >
              {header}
            </th>
          ))}
        </tr>
      </thead>
      <tbody role="rowgroup" className="block sm:table-row-group">
        {rows.map(row => (
          <tr
            key={rowKey(row)}
            role="row"
            className="grid grid-cols-[minmax(0,1fr)_auto] gap-x-4 gap-y-0.5 border-b border-line py-3 sm:table-row sm:py-0 sm:hover:bg-shade/50"
          >
            {columns.map(({ key, header, cell, align, beside }) => {
              const shown = cell(row)
              return key === naming ? (
                <th
                  key={key}
                  role="rowheader"
                  scope="row"
                  className={`-order-2 mb-1 font-medium sm:px-3 sm:py-3 sm:align-top sm:first:pl-0 sm:last:pr-0 ${columns.some(each => each.beside) ? '' : 'col-span-2'}`}
                >
                  {shown}
                </th>
              ) : (
                <td
                  key={key}
                  role="cell"
                  className={`items-baseline gap-x-4 sm:table-cell sm:px-3 sm:py-3 sm:align-top sm:first:pl-0 sm:last:pr-0 ${beside ? '-order-1' : 'col-span-2 grid-cols-[minmax(5.5rem,30%)_minmax(0,1fr)]'} ${isEmpty(shown) ? 'hidden' : 'grid'} ${align === 'end' ? 'tabular-nums sm:text-right' : ''}`}
                >
                  <span aria-hidden className={beside ? 'hidden' : 'text-sm text-soft sm:hidden'}>
                    {header}
                  </span>
                  <span className="min-w-0 max-sm:wrap-anywhere">{shown}</span>
                </td>
              )
            })}
          </tr>
        ))}
      </tbody>
    </table>
    // biome-ignore-end lint/a11y/noRedundantRoles: see above
  )
}

/** A cell that shows nothing. */
function isEmpty(shown: ReactNode): boolean {
  return shown === null || shown === undefined || shown === '' || shown === false
}
