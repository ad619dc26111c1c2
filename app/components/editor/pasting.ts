import { Extension } from '@tiptap/core'
import { Fragment, Node, Slice } from '@tiptap/pm/model'
import { Plugin, PluginKey } from '@tiptap/pm/state'
import { toHtml } from '../../../packages/document/html.ts'
import { fromHtml, fromPlainText, isOurs, pasteBytes, weightOf } from '../../../packages/document/paste.ts'

/** Why a paste changed nothing. */
export type PasteRefusal =
  | { reason: 'tooLarge'; bytes: number }
  | { reason: 'documentFull' }
  | { reason: 'nothing' }

export interface PastingOptions {
  /** How many bytes the document may still grow by. */
  room: () => number
  onRefused: (refusal: PasteRefusal) => void
}

/** More HTML than this is not even read: no text that may be pasted needs so much. In characters. */
const mostHtml = 40_000_000

/** Pastes and drops what other programs copy, as blocks of this document (`packages/document/paste.ts`). */
export const Pasting = Extension.create<PastingOptions>({
  name: 'pasting',
  // Before the lists, which would make a list also of what is pasted as plain text.
  priority: 1100,
  addOptions: () => ({ room: () => Number.POSITIVE_INFINITY, onRefused: () => {} }),
  addProseMirrorPlugins() {
    return [pastingPlugin(this.options)]
  },
})

export function pastingPlugin({ room, onRefused }: PastingOptions): Plugin {
  /** What is being pasted has no HTML, or none was asked for. */
  let isText = false

  const refused = (slice: Slice): PasteRefusal | null => {
    if (slice.size === 0) return { reason: 'nothing' }
    const bytes = weightOf(slice.content.toJSON() ?? [])
    if (bytes > pasteBytes) return { reason: 'tooLarge', bytes }
    // Measuring a document takes time that a few words are not worth.
    if (bytes > 20_000 && bytes > room()) return { reason: 'documentFull' }
    return null
  }

  return new Plugin({
    key: new PluginKey('pasting'),
    props: {
      transformPastedHTML(html) {
        isText = false
        if (isOurs(html) || html.length > mostHtml) return html.length > mostHtml ? '' : html
        const blocks = fromHtml(html)
        return blocks.length === 0 ? '' : toHtml({ type: 'doc', content: blocks })
      },
      clipboardTextParser(words, _context, literally, view) {
        isText = true
        const blocks = fromPlainText(words, { literally })
        const content = blocks.map(block => Node.fromJSON(view.state.schema, block))
        return Slice.maxOpen(Fragment.from(content))
      },
      handlePaste(view, _event, slice) {
        const refusal = refused(slice)
        if (refusal) onRefused(refusal)
        if (refusal) return true
        // One line may be an address for the selected words: the link knows. More is ours.
        if (!isText || slice.content.childCount < 2) return false
        view.dispatch(view.state.tr.replaceSelection(slice).scrollIntoView().setMeta('paste', true))
        return true
      },
      handleDrop(_view, _event, slice, moved) {
        const refusal = moved ? null : refused(slice)
        if (refusal && refusal.reason !== 'nothing') onRefused(refusal)
        return refusal !== null && refusal.reason !== 'nothing'
      },
    },
  })
}
