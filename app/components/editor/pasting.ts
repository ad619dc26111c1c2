import { Extension } from '@tiptap/core'
import { Fragment, Node, Slice } from '@tiptap/pm/model'
import { Plugin, PluginKey } from '@tiptap/pm/state'
import { toHtml } from '../../../packages/document/html.ts'
import {
  type FoundPicture,
  fromPlainText,
  isOurs,
  pasteBytes,
  readClipboard,
  weightOf,
} from '../../../packages/document/paste.ts'

/** Why a paste changed nothing. */
export type PasteRefusal =
  | { reason: 'tooLarge'; bytes: number }
  | { reason: 'documentFull' }
  | { reason: 'nothing' }

export interface PastingOptions {
  /** How many bytes the document may still grow by. */
  room: () => number
  onRefused: (refusal: PasteRefusal) => void
  /** Pictures that did not come along with a paste that was taken. */
  onPictures: (pictures: FoundPicture[]) => void
}

/** More HTML than this is not even read: no text that may be pasted needs so much. In characters. */
const mostHtml = 40_000_000

/** Pastes and drops what other programs copy, as blocks of this document (`packages/document/paste.ts`). */
export const Pasting = Extension.create<PastingOptions>({
  name: 'pasting',
  // Before the lists, which would make a list also of what is pasted as plain text.
  priority: 1100,
  addOptions: () => ({ room: () => Number.POSITIVE_INFINITY, onRefused: () => {}, onPictures: () => {} }),
  addProseMirrorPlugins() {
    return [pastingPlugin(this.options)]
  },
})

export function pastingPlugin({ room, onRefused, onPictures }: PastingOptions): Plugin {
  /** What is being pasted has no HTML, or none was asked for. */
  let isText = false
  let pictures: FoundPicture[] = []

  const refusalOf = (slice: Slice): PasteRefusal | null => {
    if (slice.size === 0) return { reason: 'nothing' }
    const bytes = weightOf(slice.content.toJSON() ?? [])
    if (bytes > pasteBytes) return { reason: 'tooLarge', bytes }
    // Measuring a document takes time that a few words are not worth.
    if (bytes > 20_000 && bytes > room()) return { reason: 'documentFull' }
    return null
  }

  /** Whether the slice may be put into the text; says why not, and which pictures are not in it. */
  const isTaken = (slice: Slice) => {
    const refusal = refusalOf(slice)
    const found = refusal === null || refusal.reason === 'nothing' ? pictures : []
    pictures = []
    if (found.length > 0) onPictures(found)
    else if (refusal) onRefused(refusal)
    return refusal === null
  }

  return new Plugin({
    key: new PluginKey('pasting'),
    props: {
      transformPastedHTML(html) {
        isText = false
        pictures = []
        if (html.length > mostHtml) return ''
        if (isOurs(html)) return html
        const pasted = readClipboard(html)
        pictures = pasted.pictures
        return pasted.blocks.length === 0 ? '' : toHtml({ type: 'doc', content: pasted.blocks })
      },
      clipboardTextParser(words, _context, literally, view) {
        isText = true
        pictures = []
        const blocks = fromPlainText(words, { literally })
        const content = blocks.map(block => Node.fromJSON(view.state.schema, block))
        return Slice.maxOpen(Fragment.from(content))
      },
      handlePaste(view, _event, slice) {
        if (!isTaken(slice)) return true
        // One line may be an address for the selected words: the link knows. More is ours.
        if (!isText || slice.content.childCount < 2) return false
        view.dispatch(view.state.tr.replaceSelection(slice).scrollIntoView().setMeta('paste', true))
        return true
      },
      handleDrop: (_view, _event, slice, moved) => !moved && !isTaken(slice),
    },
  })
}
