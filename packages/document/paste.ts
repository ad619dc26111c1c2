/**
 * What is on a clipboard as what may stand in a document: from Word, Word in a browser, Google Docs, LibreOffice, PDF
 * readers and web pages. Structure stays (headings, paragraphs, lists with their numbers, tables with merged cells,
 * bold, italic, links, footnotes in brackets); colours, fonts, classes, empty paragraphs, programs, comments, deleted
 * words and tracking go.
 */
import type { NodeJson } from './json.ts'
import { levelFormats } from './paste/lists.ts'
import type { FoundPicture } from './paste/pictures.ts'
import { fromPlainText } from './paste/plain-text.ts'
import { blocksOf } from './paste/structure.ts'
import { type Element, readHtml, textOf } from './paste/tree.ts'

export type { FoundPicture } from './paste/pictures.ts'
export { fromPlainText }

/** Whether a clipboard's HTML was written by our own editor: then ProseMirror reads it, block ids, unknown content and all. */
export const isOurs = (html: string) =>
  html.includes('data-pm-slice') && /data-(block-id|original)=/.test(html)

/** What was read from a clipboard. */
export interface Pasted {
  /** What a document may hold in this order; none when there is nothing to paste. */
  blocks: NodeJson[]
  /** Pictures that are not in the blocks, because they must be kept and described first, or cannot come along. */
  pictures: FoundPicture[]
}

/** @param html as the clipboard has it, of any source; it is only read, never put into a page */
export function readClipboard(html: string): Pasted {
  const tree = readHtml(html)
  // pdf.js copies the lines of a page, each as it stands there.
  if (/<br role="presentation"\s*\/?>/.test(html))
    return { blocks: fromPlainText(linesOf(tree)), pictures: [] }
  const source = { formats: levelFormats(styleSheets(tree)), pictures: [] }
  return { blocks: withHeadingLevels(blocksOf(tree, source)), pictures: source.pictures }
}

/** The blocks alone. */
export const fromHtml = (html: string): NodeJson[] => readClipboard(html).blocks

const linesOf = ({ name, children }: Element): string =>
  name === 'br' ? '\n' : children.map(child => (typeof child === 'string' ? child : linesOf(child))).join('')

function styleSheets(tree: Element): string {
  const sheets: string[] = []
  const visit = (element: Element) => {
    if (element.name === 'style') sheets.push(textOf(element))
    else for (const child of element.children) if (typeof child !== 'string') visit(child)
  }
  visit(tree)
  return sheets.join('\n')
}

/** A document's own headings begin at level 2, because 1 is the title of its page. */
function withHeadingLevels(blocks: NodeJson[]): NodeJson[] {
  let highest = 6
  const headings: NodeJson[] = []
  const visit = (block: NodeJson) => {
    if (block.type === 'heading') {
      headings.push(block)
      highest = Math.min(highest, Number(block.attrs?.level))
    }
    block.content?.forEach(visit)
  }
  blocks.forEach(visit)
  const down = highest === 1 ? 1 : 0
  for (const heading of headings)
    heading.attrs = { level: Math.min(Math.max(Number(heading.attrs?.level) + down, 2), 4) }
  return blocks
}

/** The most that is pasted at once, in bytes: it must reach the server in one message (2 MiB, `packages/live`). */
export const pasteBytes = 1_500_000

/** How many bytes of an edit a paste will be, about: words, and some for each block. */
export const weightOf = (blocks: readonly NodeJson[]) =>
  new TextEncoder().encode(JSON.stringify(blocks)).length
