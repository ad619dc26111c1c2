import type { Node } from '@tiptap/pm/model'

export const outlineKinds = ['heading', 'situation', 'recommendation', 'amendmentTable'] as const

/** A line of a text's outline: a heading, or a block that stands under it. */
export interface OutlineEntry {
  /** Null in a text that no editor of ours has opened yet. */
  blockId: string | null
  kind: (typeof outlineKinds)[number]
  /** How deep it stands, from 0. */
  depth: number
  /** The heading; of another block its first words, or nothing where they would say little. */
  text: string
}

/** A block is known again by this many characters of its first words. */
const mostCharacters = 72

/** The headings and the blocks of a text in reading order. A heading without words is left out. */
export function outline(doc: Node): OutlineEntry[] {
  const entries: OutlineEntry[] = []
  let under = 0
  const read = (container: Node, least: number) =>
    container.forEach(node => {
      const kind = outlineKinds.find(each => each === node.type.name)
      if (kind === undefined) return
      const blockId = typeof node.attrs.blockId === 'string' ? node.attrs.blockId : null
      if (kind === 'heading') {
        const text = node.textContent.trim()
        if (text === '') return
        const depth = Math.max(Number(node.attrs.level) - 2, least)
        if (least === 0) under = depth + 1
        entries.push({ blockId, kind, depth, text })
        return
      }
      entries.push({ blockId, kind, depth: under, text: kind === 'amendmentTable' ? '' : beginning(node) })
      if (kind !== 'amendmentTable') read(node, under + 1)
    })
  read(doc, 0)
  return entries
}

function beginning(block: Node): string {
  const text = block.textBetween(0, block.content.size, ' ', ' ').trim()
  if (text.length <= mostCharacters) return text
  const cut = text.slice(0, mostCharacters)
  return `${cut.slice(0, Math.max(cut.lastIndexOf(' '), 1)).replace(/[\s.,;:]+$/, '')}…`
}
