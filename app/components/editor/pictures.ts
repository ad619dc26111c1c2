import { Extension } from '@tiptap/core'
import { Fragment, type Node, Slice } from '@tiptap/pm/model'
import {
  type EditorState,
  NodeSelection,
  Plugin,
  PluginKey,
  TextSelection,
  type Transaction,
} from '@tiptap/pm/state'
import type { ImageAttributes } from '../../../packages/document/image.ts'
import { isPicture } from './picture-file.ts'

/** A picture that waits for its words: a file, an address, or nothing yet. `change`: one that the text has. */
export interface AskedPicture {
  file?: File
  src?: string
  alt?: string
  caption?: string | null
  change?: ImageAttributes & { blockId: string | null }
}

export interface PicturesOptions {
  documentId: string
  /** Asks for the words of pictures, one after the other. */
  onAsked: (pictures: AskedPicture[]) => void
}

declare module '@tiptap/core' {
  interface Commands<ReturnType> {
    pictures: {
      /** Asks for a picture, or for the words of the one that is selected. */
      askForPicture: () => ReturnType
      /** Puts a picture behind the paragraph with the caret. */
      insertPicture: (attributes: ImageAttributes) => ReturnType
    }
  }
}

/** Takes pictures from files that are pasted or dropped, and from other texts; each is asked for its words first. */
export const Pictures = Extension.create<PicturesOptions>({
  name: 'pictures',
  priority: 1200,
  addOptions: () => ({ documentId: '', onAsked: () => {} }),

  addCommands() {
    return {
      askForPicture:
        () =>
        ({ state }) => {
          const change = selectedPicture(state)
          this.options.onAsked([change ? { change } : {}])
          return true
        },
      insertPicture:
        attributes =>
        ({ state, tr, dispatch }) => {
          insertPicture(state, tr, state.schema.nodes.image?.create({ ...attributes }))
          dispatch?.(tr.scrollIntoView())
          return true
        },
    }
  },

  addKeyboardShortcuts() {
    return {
      Enter: () => selectedPicture(this.editor.state) !== null && this.editor.commands.askForPicture(),
    }
  },

  addProseMirrorPlugins() {
    const { documentId, onAsked } = this.options
    const filesOf = (data: DataTransfer | null) => [...(data?.files ?? [])].filter(isPicture)
    const ask = (files: File[]) => onAsked(files.map(file => ({ file })))
    return [
      new Plugin({
        key: new PluginKey('pictures'),
        props: {
          handlePaste(_view, event) {
            const files = filesOf(event.clipboardData)
            // Word and Excel send a picture of their text along with the text.
            if (files.length === 0 || event.clipboardData?.getData('text/plain')) return false
            ask(files)
            return true
          },
          handleDrop(view, event, _slice, moved) {
            const files = moved ? [] : filesOf(event.dataTransfer)
            if (files.length === 0) return false
            const place = view.posAtCoords({ left: event.clientX, top: event.clientY })
            if (place) {
              const selection = TextSelection.near(view.state.doc.resolve(place.pos))
              view.dispatch(view.state.tr.setSelection(selection))
            }
            ask(files)
            return true
          },
          handleDoubleClickOn: (_view, _position, node) => {
            if (node.type.name !== 'image') return false
            onAsked([{ change: attributesOf(node) }])
            return true
          },
          // Whoever reads this text may not be able to read the one that a picture was copied from.
          transformPasted(slice) {
            const strange: AskedPicture[] = []
            const content = withoutStrange(slice.content, documentId, strange)
            if (strange.length === 0) return slice
            onAsked(strange)
            return new Slice(content, slice.openStart, slice.openEnd)
          },
        },
      }),
    ]
  },
})

function attributesOf({ attrs }: Node): ImageAttributes & { blockId: string | null } {
  const { src, alt, caption, width, height, blockId } = attrs
  return { src, alt, caption, width, height, blockId }
}

function selectedPicture({ selection }: EditorState) {
  const isImage = selection instanceof NodeSelection && selection.node.type.name === 'image'
  return isImage ? attributesOf(selection.node) : null
}

function withoutStrange(content: Fragment, documentId: string, strange: AskedPicture[]): Fragment {
  const kept: Node[] = []
  content.forEach(node => {
    const { src, alt, caption } = node.attrs
    if (node.type.name !== 'image') kept.push(node.copy(withoutStrange(node.content, documentId, strange)))
    else if (String(src).startsWith(`/documents/${documentId}/`)) kept.push(node)
    else {
      strange.push({ src, alt, caption })
      // What it stood in must not become empty.
      const paragraph = node.type.schema.nodes.paragraph?.create()
      if (paragraph) kept.push(paragraph)
    }
  })
  return Fragment.from(kept)
}

/** Puts a picture behind the innermost block with the caret that may have one beside it, and the caret behind the picture. */
function insertPicture(state: EditorState, tr: Transaction, image: Node | undefined): void {
  const { $from } = state.selection
  for (let depth = $from.depth; depth > 0 && image; depth -= 1) {
    const parent = $from.node(depth - 1)
    const after = $from.indexAfter(depth - 1)
    if (!parent.canReplaceWith(after, after, image.type)) continue
    // In front of an empty paragraph, where people go on writing.
    const isEmpty = depth === $from.depth && $from.parent.content.size === 0
    const place = isEmpty ? $from.before(depth) : $from.after(depth)
    const paragraph = state.schema.nodes.paragraph?.create()
    const isLast = !isEmpty && after === parent.childCount
    tr.insert(place, isLast && paragraph ? [image, paragraph] : image)
    tr.setSelection(TextSelection.near(tr.doc.resolve(place + image.nodeSize), 1))
    return
  }
  if (image) tr.replaceSelectionWith(image)
}
