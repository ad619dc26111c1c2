import type { NodeJson } from '../json.ts'
import { isDropped } from './rubbish.ts'
import type { Element } from './tree.ts'

/** One cell of a table on the clipboard. */
export interface Cell {
  header: boolean
  columns: number
  rows: number
  content: NodeJson[]
}

/** A number of columns or rows that a cell spans, as a table on the clipboard says it. */
export const span = (value: string | undefined) => Math.min(Math.max(Math.trunc(Number(value)) || 1, 1), 100)

/** The rows of a table, without those of tables within it. */
export function rowsOf(table: Element): { row: Element; header: boolean }[] {
  const rows: { row: Element; header: boolean }[] = []
  const visit = (part: Element, header: boolean) => {
    for (const child of part.children) {
      if (typeof child === 'string' || isDropped(child)) continue
      if (child.name === 'tr') rows.push({ row: child, header })
      else if (child.name !== 'table') visit(child, header || child.name === 'thead')
    }
  }
  visit(table, false)
  return rows
}

/** Larger ones are pasted as paragraphs: nobody reads a sheet of that size in a text. */
const mostColumns = 60
const mostRows = 2000

/**
 * A table in ProseMirror's JSON whose rows all have the same width. Merged cells stay merged; columns and rows in which
 * no cell begins (a `colspan` larger than the table, Word's helpers for columns that do not align) go, and what is
 * missing at the end of a row is filled. `null` for a table without cells, and for one that is too large for a text.
 */
export function tableOf(rows: readonly Cell[][]): NodeJson | null {
  if (rows.length > mostRows || rows.some(row => row.length > mostColumns)) return null
  const placed = place(rows)
  const columns = ranks(placed.map(cell => cell.column))
  const lines = ranks(placed.map(cell => cell.row))
  if (columns.length === 0 || columns.length > mostColumns) return null
  const content = Array.from({ length: lines.length }, (): (NodeJson | null)[] => [])
  const taken = content.map(() => new Set<number>())
  for (const cell of placed) {
    const column = columns.indexOf(cell.column)
    const row = lines.indexOf(cell.row)
    const colspan = columns.filter(each => each >= cell.column && each < cell.column + cell.columns).length
    const rowspan = lines.filter(each => each >= cell.row && each < cell.row + cell.rows).length
    for (let y = row; y < row + rowspan; y += 1)
      for (let x = column; x < column + colspan; x += 1) taken[y]?.add(x)
    const line = content[row]
    if (line) line[column] = node(cell.header, colspan, rowspan, cell.content)
  }
  return {
    type: 'table',
    content: content.map((line, y) => ({
      type: 'tableRow',
      content: columns.flatMap((_, x) => line[x] ?? (taken[y]?.has(x) ? [] : [node(false, 1, 1, [])])),
    })),
  }
}

const node = (header: boolean, colspan: number, rowspan: number, content: NodeJson[]): NodeJson => ({
  type: header ? 'tableHeader' : 'tableCell',
  attrs: { colspan, rowspan },
  content: content.length > 0 ? content : [{ type: 'paragraph' }],
})

interface Placed extends Cell {
  column: number
  row: number
}

/** Each cell in the first place of its row that no cell from above reaches into, as browsers do it. */
function place(rows: readonly Cell[][]): Placed[] {
  const placed: Placed[] = []
  /** For each column the first row that is free again. */
  const free: number[] = []
  rows.forEach((cells, row) => {
    let column = 0
    for (const cell of cells) {
      while ((free[column] ?? 0) > row) column += 1
      const start = column
      do {
        free[column] = row + cell.rows
        column += 1
      } while (column < start + cell.columns && (free[column] ?? 0) <= row)
      placed.push({ ...cell, column: start, columns: column - start, row })
    }
  })
  return placed
}

const ranks = (numbers: readonly number[]) => [...new Set(numbers)].sort((a, b) => a - b)
