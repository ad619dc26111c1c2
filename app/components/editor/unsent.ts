import type { Node } from '@tiptap/pm/model'

/**
 * The words of `now` that `stored` does not have, block by block: what a person would lose if this page were closed
 * without being able to send. All of it when nothing is known to be stored.
 */
export function unsentText(stored: Node | null, now: Node): string {
  const known = new Set<string>()
  stored?.forEach(block => {
    known.add(wordsOf(block))
  })
  const lines: string[] = []
  now.forEach(block => {
    const words = wordsOf(block)
    if (words.trim() !== '' && !known.has(words)) lines.push(words)
  })
  return lines.join('\n\n')
}

const wordsOf = (block: Node) => block.textBetween(0, block.content.size, '\n', ' ')
