import type { Attribute } from '@tiptap/core'
import { TableCell, TableHeader } from '@tiptap/extension-table'
import type { Node } from '@tiptap/pm/model'

/**
 * Cells whose spans are numbers that a table can have. What draws a table makes a column for each one spanned and a map
 * of all of them: one cell that says it spans a billion would take the memory of the server and of every open page.
 */
const mostSpanned = 100

function validateSpan(value: unknown): void {
  if (!Number.isInteger(value) || Number(value) < 1 || Number(value) > mostSpanned) {
    throw new RangeError(`a cell spans 1 to ${mostSpanned} rows and columns`)
  }
}

function validateWidths(value: unknown): void {
  if (value !== null && !(Array.isArray(value) && value.length <= mostSpanned && value.every(isWidth))) {
    throw new RangeError('the widths of columns are numbers of pixels')
  }
}

const isWidth = (value: unknown) => Number.isInteger(value) && Number(value) >= 0 && Number(value) <= 10_000

const span = (name: 'colspan' | 'rowspan'): Attribute => ({
  default: 1,
  validate: validateSpan,
  parseHTML: element =>
    Math.min(Math.max(Math.trunc(Number(element.getAttribute(name))) || 1, 1), mostSpanned),
})

const safe = (attributes: Record<string, Attribute> | undefined) => ({
  ...attributes,
  colspan: span('colspan'),
  rowspan: span('rowspan'),
  colwidth: { ...attributes?.colwidth, default: null, validate: validateWidths },
})

export const SafeTableCell = TableCell.extend({
  addAttributes() {
    return safe(this.parent?.())
  },
})

export const SafeTableHeader = TableHeader.extend({
  addAttributes() {
    return safe(this.parent?.())
  },
})

/** Rows times columns, with all that is spanned. */
const largest = 20_000

/** Whether a node is a table that is larger than one for people. */
export function isTooLargeTable(node: Node): boolean {
  if (node.type.name !== 'table') return false
  let columns = 0
  node.forEach(row => {
    let width = 0
    row.forEach(cell => {
      width += Number(cell.attrs.colspan)
    })
    columns = Math.max(columns, width)
  })
  return columns * node.childCount > largest
}
