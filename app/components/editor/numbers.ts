import { Extension } from '@tiptap/core'
import { type EditorState, Plugin, PluginKey } from '@tiptap/pm/state'
import { Decoration, DecorationSet, type EditorView } from '@tiptap/pm/view'
import { blockAnchor } from '../../../packages/document/anchors.ts'
import { type NumberedParagraph, numberedParagraphs } from '../../../packages/document/numbering.ts'

interface Options {
  /**
   * Where nobody writes, numbers are links as on a stored page. Where somebody does, they are no elements: an element at
   * the beginning of a paragraph catches the caret.
   */
  readOnly: boolean
  /** What a number is called: "Paragraph" before "12". */
  word: string
  /** Somebody chose the number of a paragraph. */
  onChosen: (paragraph: { number: number; blockId: string }) => void
}

interface Numbers {
  numbered: NumberedParagraph[]
  /** The block that an address leads to, until the person moves on. */
  aimedAt: string | null
  decorations: DecorationSet
}

const key = new PluginKey<Numbers>('paragraphNumbers')

/** The numbers of the paragraphs, in the margin of the text. */
export const ParagraphNumbers = Extension.create<Options>({
  name: 'paragraphNumbers',
  addOptions: () => ({ readOnly: true, word: '', onChosen: () => {} }),
  addProseMirrorPlugins() {
    const options = this.options
    const shown = (state: EditorState, aimedAt: string | null): Numbers => {
      const numbered = numberedParagraphs(state.doc)
      const decorations = numbered.map(each => (options.readOnly ? link(each, options.word) : margin(each)))
      const aimed = aimedAt === null ? null : blockAt(state, aimedAt)
      if (aimed) decorations.push(Decoration.node(aimed.from, aimed.to, { class: 'aimed' }))
      return { numbered, aimedAt, decorations: DecorationSet.create(state.doc, decorations) }
    }
    return [
      new Plugin<Numbers>({
        key,
        state: {
          init: (_, state) => shown(state, null),
          apply(transaction, before, _, state) {
            const aim: unknown = transaction.getMeta(key)
            if (typeof aim === 'string') return shown(state, aim)
            const movesOn = before.aimedAt !== null && transaction.selectionSet && !transaction.docChanged
            return transaction.docChanged || movesOn ? shown(state, movesOn ? null : before.aimedAt) : before
          },
        },
        props: {
          decorations: state => key.getState(state)?.decorations,
          handleDOMEvents: {
            // The caret stays where it is.
            mousedown(view, event) {
              if (chosen(view, event) !== null) event.preventDefault()
              return event.defaultPrevented
            },
            click(view, event) {
              const paragraph = chosen(view, event)
              if (paragraph === null) return false
              event.preventDefault()
              options.onChosen(paragraph)
              return true
            },
          },
        },
      }),
    ]
  },
})

const idOf = ({ node }: NumberedParagraph): string | null =>
  typeof node.attrs.blockId === 'string' ? node.attrs.blockId : null

function margin({ number, position, node }: NumberedParagraph): Decoration {
  return Decoration.node(position, position + node.nodeSize, { 'data-number': String(number) })
}

function link(paragraph: NumberedParagraph, word: string): Decoration {
  const { number, position } = paragraph
  const blockId = idOf(paragraph)
  const draw = () => {
    const element = document.createElement(blockId === null ? 'span' : 'a')
    element.className = 'paragraph-number'
    element.dataset.number = String(number)
    if (blockId !== null) {
      element.setAttribute('href', `#${blockAnchor(blockId)}`)
      element.setAttribute('aria-label', `${word} ${number}`)
    }
    return element
  }
  return Decoration.widget(position + 1, draw, { side: -1, key: `${number} ${blockId}` })
}

/** The paragraph whose number an event of the mouse meets, or `null`. */
function chosen(view: EditorView, event: MouseEvent): { number: number; blockId: string } | null {
  const { target } = event
  if (!(target instanceof HTMLElement)) return null
  const drawn = target.closest<HTMLElement>('[data-number]')
  if (drawn === null || !view.dom.contains(drawn)) return null
  // The number of a paragraph that is written in stands left of it.
  const isMeant =
    drawn.classList.contains('paragraph-number') || event.clientX < drawn.getBoundingClientRect().left
  const paragraph = key.getState(view.state)?.numbered[Number(drawn.dataset.number) - 1]
  const blockId = paragraph && idOf(paragraph)
  return isMeant && paragraph && blockId ? { number: paragraph.number, blockId } : null
}

/** The numbered paragraph that the selection is in, also by a list or a quotation that belongs to it. */
export function paragraphHere(state: EditorState): { number: number; blockId: string | null } | null {
  const { $from } = state.selection
  const chain = Array.from({ length: $from.depth }, (_, depth) => $from.node(depth + 1).type.name)
  if ($from.parent.type.name !== 'paragraph' || chain.includes('table') || chain.includes('amendmentTable'))
    return null
  const before = key.getState(state)?.numbered.findLast(each => each.position < $from.pos)
  if (before === undefined) return null
  const isWithin = $from.pos <= before.position + before.node.nodeSize
  const belongs = chain.some(name => ['bulletList', 'orderedList', 'blockquote'].includes(name))
  return isWithin || belongs ? { number: before.number, blockId: idOf(before) } : null
}

/** Where the block with an id stands, or `null`. */
export function blockAt(state: EditorState, blockId: string): { from: number; to: number } | null {
  let found: { from: number; to: number } | null = null
  state.doc.descendants((node, position) => {
    if (node.attrs.blockId === blockId) found = { from: position, to: position + node.nodeSize }
    return found === null
  })
  return found
}

/**
 * Scrolls to the block with an id and marks it until the person moves on; false when there is none.
 *
 * @param where the place of the window that it comes to: a heading begins at the top, a paragraph stands in the middle
 */
export function aimAt(view: EditorView, blockId: string, where: 'start' | 'center' = 'center'): boolean {
  const block = blockAt(view.state, blockId)
  if (block === null) return false
  view.dispatch(view.state.tr.setMeta(key, blockId))
  const element = view.nodeDOM(block.from)
  if (element instanceof HTMLElement) element.scrollIntoView({ block: where })
  return true
}
