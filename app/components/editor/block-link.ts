import type { EditorView } from '@tiptap/pm/view'
import { anchoredBlock, blockAnchor } from '../../../packages/document/anchors.ts'
import { aimAt } from './numbers.ts'

/**
 * Puts the address of a block into the address bar and, where the browser lets us, on the clipboard.
 *
 * @returns where the address can be taken from
 */
export async function takeBlockLink(blockId: string): Promise<'clipboard' | 'address bar'> {
  // The router keeps its own state there.
  window.history.replaceState(window.history.state, '', `#${blockAnchor(blockId)}`)
  // A page without HTTPS has no clipboard, and a person may have forbidden it.
  if (navigator.clipboard === undefined) return 'address bar'
  return navigator.clipboard.writeText(window.location.href).then(
    () => 'clipboard',
    () => 'address bar',
  )
}

/** Goes where the page's address leads: at once, and when it changes. Answers how to stop. */
export function followAddress(view: EditorView): () => void {
  const go = () => {
    const blockId = anchoredBlock(window.location.hash)
    if (blockId !== null) aimAt(view, blockId)
  }
  go()
  window.addEventListener('hashchange', go)
  return () => window.removeEventListener('hashchange', go)
}
