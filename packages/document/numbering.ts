import type { Node } from '@tiptap/pm/model'
import { storedNode } from './content.ts'
import type { NodeJson } from './json.ts'

export interface NumberedParagraph {
  /** From 1, in reading order. */
  number: number
  /** Where the paragraph begins in the document. */
  position: number
  node: Node
}

/** Belong to the paragraph before them. */
const belonging = new Set(['bulletList', 'orderedList', 'blockquote'])
/** What a list does not reach back over to the paragraph that introduces it. */
const dividing = new Set(['heading', 'table', 'amendmentTable', 'horizontalRule'])

/**
 * The paragraphs by whose number people cite a text in a meeting or a letter: 1, 2, 3 … in reading order, as in the
 * reports of GRETA and the opinions of the Venice Commission. Numbers are computed and never stored, so that two people
 * who insert a paragraph at once cannot disagree; what lasts is the block's id.
 *
 * Counted is each paragraph with words in it, also within a situation or a recommendation. Not counted are headings and
 * what stands in tables. A list or a quotation belongs to the paragraph before it; where there is none (right after a
 * heading, or at the beginning of a block) its own first paragraph is counted, so that no text is without a number.
 */
export function numberedParagraphs(doc: Node): NumberedParagraph[] {
  const numbered: NumberedParagraph[] = []
  const take = (paragraph: Placed) => numbered.push({ ...paragraph, number: numbered.length + 1 })
  const read = (container: Node, start: number) => {
    let introduced = false
    container.forEach((node, offset) => {
      const block = { node, position: start + offset }
      const type = node.type.name
      const isSection = type === 'situation' || type === 'recommendation'
      const counted =
        type === 'paragraph' || (belonging.has(type) && !introduced) ? firstParagraph(block) : undefined
      if (counted) take(counted)
      if (isSection) read(node, block.position + 1)
      introduced = (introduced || counted !== undefined) && !isSection && !dividing.has(type)
    })
  }
  read(doc, 0)
  return numbered
}

/** The number of each paragraph of an exported or frozen text, by its `blockId`: the same as the editor shows. */
export function paragraphNumbers(json: NodeJson): Map<string, number> {
  const numbers = new Map<string, number>()
  for (const { node, number } of numberedParagraphs(storedNode(json))) {
    const id: unknown = node.attrs.blockId
    if (typeof id === 'string') numbers.set(id, number)
  }
  return numbers
}

interface Placed {
  node: Node
  position: number
}

function firstParagraph({ node, position }: Placed): Placed | undefined {
  if (node.type.name === 'paragraph') return hasWords(node) ? { node, position } : undefined
  let found: Placed | undefined
  node.forEach((child, offset) => {
    found ??= firstParagraph({ node: child, position: position + 1 + offset })
  })
  return found
}

function hasWords(paragraph: Node): boolean {
  return paragraph.content.content.some(inline =>
    inline.isText ? inline.text?.trim() !== '' : inline.type.name !== 'hardBreak',
  )
}
