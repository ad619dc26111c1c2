import type { Node } from '@tiptap/pm/model'

export interface Counted {
  words: number
  /** With spaces, without the ends of paragraphs. */
  characters: number
}

/**
 * A word is what stands between spaces or long dashes and has a letter or a digit in it, as word processors count:
 * „într-un” and „25.05.2023” are one word, „–” and „…” are none. `Intl.Segmenter` cuts „într-un” in two.
 */
export function countText(text: string): Counted {
  let words = 0
  for (const [piece] of text.matchAll(/[^\s–—]+/g)) if (/[\p{L}\p{N}]/u.test(piece)) words += 1
  // A letter with its marks is one character, however it is encoded.
  const characters = text.normalize('NFC').match(/\P{M}/gu)?.length ?? 0
  return { words, characters }
}

/** A block that did not change was counted before. */
const whole = new WeakMap<Node, Counted>()

/** What there is of a document between two positions, or in all of it. A word never reaches over the end of a block. */
export function countDocument(doc: Node, from = 0, to = doc.content.size): Counted {
  const all: Counted = { words: 0, characters: 0 }
  doc.nodesBetween(from, to, (block, position) => {
    if (!block.isTextblock) return true
    const start = Math.max(from - position - 1, 0)
    const end = Math.min(to - position - 1, block.content.size)
    const isWhole = start === 0 && end === block.content.size
    const counted = (isWhole ? whole.get(block) : undefined) ?? countBlock(block, start, end)
    if (isWhole) whole.set(block, counted)
    all.words += counted.words
    all.characters += counted.characters
    return false
  })
  return all
}

function countBlock(block: Node, start: number, end: number): Counted {
  // A line break, like what is no text, parts two words and is no character.
  const lines = block.textBetween(start, end, undefined, '\n').split('\n').map(countText)
  return {
    words: lines.reduce((sum, line) => sum + line.words, 0),
    characters: lines.reduce((sum, line) => sum + line.characters, 0),
  }
}
