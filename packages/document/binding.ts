import { Collaboration } from '@tiptap/extension-collaboration'
import { Fragment, type Node, Slice } from '@tiptap/pm/model'
import { type EditorState, type Plugin, Selection, type Transaction } from '@tiptap/pm/state'
import {
  getRelativeSelection,
  type ProsemirrorBinding,
  updateYFragment,
  ySyncPluginKey,
} from '@tiptap/y-tiptap'
import * as Y from 'yjs'
import type { NodeJson } from './json.ts'
import { documentNode } from './nodes.ts'
import { type Read, Reader } from './reading.ts'
import { isStandIn } from './unknown.ts'
import { asWritten, elementAsWritten, fromJson, inEditor, standFor } from './writing.ts'

/**
 * Tiptap's `Collaboration` for a Yjs document in which anything may stand: what a newer editor wrote, what two people
 * did at once, what somebody's own program made of it. y-tiptap deletes, for everyone and as soon as an editor opens the
 * document, an element of which its schema can make no node and a text with a mark that it does not know; and
 * attributes that are not declared, with the next edit. Here everything has a node (`nodes.ts`), and what is not known
 * is written back as it was (`writing.ts`).
 *
 * y-tiptap keeps a map from Yjs types to nodes. It makes, or deletes, only what has no node there: so the map is filled
 * before it looks. It writes only what is not the same as in that map: so its writer gets originals, and a map of them.
 */
export const KeepingCollaboration = Collaboration.extend({
  addProseMirrorPlugins() {
    const plugins: Plugin[] = this.parent?.() ?? []
    for (const plugin of plugins) if (plugin.spec.key === ySyncPluginKey) keepUnknown(plugin)
    return plugins
  },
})

function keepUnknown(plugin: Plugin): void {
  const { state, view } = plugin.spec
  if (!state || !view)
    throw new TypeError('the plugin that binds an editor to Yjs has another form than it had')
  const { init } = state
  state.init = (config, editorState) => {
    const value = init.call(plugin, config, editorState)
    bind(value.binding)
    return value
  }
  plugin.spec.view = editorView => {
    editorView.state.plugins.forEach(repairOwnOnly)
    return view.call(plugin, editorView)
  }
}

function bind(binding: ProsemirrorBinding): void {
  const originals = new Originals(binding)
  let reader = new Reader()
  const made = new WeakMap<NodeJson, Node>()
  const noted = new WeakSet<Read>()

  function read(): void {
    const { schema }: EditorState = binding.prosemirrorView.state
    for (const child of binding.type.toArray()) {
      if (child instanceof Y.XmlElement && !reader.knows(child)) joinOwnTexts(child)
    }
    const content = reader.read(binding.type)
    const json = { type: schema.topNodeType.name, content: content.flatMap(child => child.json) }
    documentNode(json, schema, { misfits: 'keep', foreign: reader.foreign, made })
    for (const child of content) {
      if (!noted.has(child)) note(child)
      noted.add(child)
    }
  }

  function note(each: Read): void {
    const nodes = each.json.flatMap(one => made.get(one) ?? [])
    const [node] = nodes
    if (node && isStandIn(node)) {
      const written = noteWithin(each, node, originals)
      originals.set(each.source, written)
      binding.mapping.set(each.source, node)
      standFor(node, [written].flat())
    } else if (each.source instanceof Y.XmlText) {
      originals.set(each.source, nodes)
    } else if (node) {
      // First what is in it: what it is written as depends on that.
      each.children.forEach(note)
      originals.set(each.source, asWritten(node)[0] ?? node)
    }
  }

  binding.mapping = new Nodes(originals, read)
  /** The document that says the same as Yjs: looking at it, or selecting in it, writes nothing. */
  let agreed: Node | null = null

  const { beforeAllTransactions } = binding
  binding.beforeAllTransactions = () => {
    try {
      beforeAllTransactions()
    } catch {
      // No place in Yjs for the caret, where Yjs would be stuck in this transaction for ever: `keepCaret` finds it again.
    }
  }

  binding._forceRerender = () => {
    reader = new Reader()
    binding.mapping.clear()
    binding.mux(() => {
      const { state }: { state: EditorState } = binding.prosemirrorView
      const nodes = binding.type.toArray().flatMap(type => binding.mapping.get(type) ?? [])
      const transaction = state.tr.replace(0, state.doc.content.size, new Slice(Fragment.from(nodes), 0, 0))
      const caret = Math.min(state.selection.head, transaction.doc.content.size)
      transaction.setSelection(Selection.near(transaction.doc.resolve(caret)))
      transaction.setMeta('addToHistory', false).setMeta(ySyncPluginKey, { isChangeOrigin: true, binding })
      binding.prosemirrorView.dispatch(transaction)
      agreed = transaction.doc
    })
  }

  /** y-tiptap lays the whole text out anew, and a caret that it has no place for would land at its beginning. */
  function keepCaret({ doc, selection }: EditorState): void {
    const { state } = binding.prosemirrorView
    const start = doc.content.findDiffStart(state.doc.content)
    if (start === null) return
    const { size } = state.doc.content
    const moved = selection.head <= start ? selection.head : selection.head + size - doc.content.size
    const caret = Selection.near(state.doc.resolve(Math.max(0, Math.min(moved, size))))
    binding.prosemirrorView.dispatch(state.tr.setSelection(caret).setMeta('addToHistory', false))
  }

  binding._observeFunction = (events: Y.YEvent<YType>[], transaction: Y.Transaction) => {
    for (const type of [...transaction.changed.keys(), ...transaction.changedParentTypes.keys()])
      reader.forget(type)
    const was = binding.prosemirrorView?.state
    const isCaretLost = binding.beforeTransactionSelection === null
    try {
      binding._typeChanged(events, transaction)
      agreed = binding.prosemirrorView?.state.doc ?? null
      if (was && isCaretLost) keepCaret(was)
    } catch {
      // y-tiptap can place a caret wrongly where the document has what is not known, and then throws. An editor that
      // missed a change would take it back with its next letter: it is shown all anew, with the caret where it was.
      binding._forceRerender()
    }
  }

  binding._prosemirrorChanged = doc => {
    if (doc === agreed) return
    agreed = doc
    binding.doc.transact(() => {
      const meta = { mapping: originals, isOMark: binding.isOMark }
      updateYFragment(binding.doc, binding.type, asWritten(doc)[0], meta)
      binding.beforeTransactionSelection = getRelativeSelection(binding, binding.prosemirrorView.state)
    }, ySyncPluginKey)
  }
}

/** A type of Yjs of any kind. */
type YType = Parameters<ProsemirrorBinding['mapping']['get']>[0]

/** The node of every Yjs type. y-tiptap clears it to read anew; then it is filled with what was read. */
class Nodes extends Map<YType, Node | Node[]> {
  readonly #originals: Originals
  readonly #fill: () => void

  constructor(originals: Originals, fill: () => void) {
    super()
    this.#originals = originals
    this.#fill = fill
  }

  /** What has changed was deleted from it before, by y-tiptap. The rest is as it was. */
  override clear(): void {
    this.#fill()
  }

  override delete(type: YType): boolean {
    this.#originals.forget(type)
    return super.delete(type)
  }
}

/** The same as it is written. What the writer notes here is noted as the editor's node too. */
class Originals extends Map<YType, Node | Node[]> {
  readonly #binding: ProsemirrorBinding

  constructor(binding: ProsemirrorBinding) {
    super()
    this.#binding = binding
  }

  override set(type: YType, written: Node | Node[]): this {
    const nodes = [written].flat().flatMap(node => inEditor(node) ?? [])
    const [node] = nodes
    if (!Array.isArray(written)) {
      if (node) this.#binding.mapping.set(type, node)
    } else if (nodes.length === written.length) this.#binding.mapping.set(type, nodes)
    return super.set(type, written)
  }

  override delete(type: YType): boolean {
    return this.#binding.mapping.delete(type)
  }

  forget(type: YType): void {
    super.delete(type)
  }
}

/** What a stand-in stands for. All that is right in it is noted too: so the writer finds it as it was, and leaves it. */
function noteWithin({ source, json, children }: Read, node: Node, originals: Originals): Node | Node[] {
  if (source instanceof Y.XmlText) return within(source, json[0]?.content ?? [])
  if (!(source instanceof Y.XmlElement)) return within(source, json)
  const content = source.toArray().map((child, index) => {
    const written = within(child, children[index]?.json ?? [])
    originals.set(child, written)
    return written
  })
  return elementAsWritten(source, content.flat(), node)
}

function within(source: YType, json: NodeJson[]): Node | Node[] {
  const [only] = json
  if (source instanceof Y.XmlElement && only) return fromJson(only)
  // The writer would take two texts side by side for one, and a text without words for none.
  const isOne =
    source instanceof Y.XmlText && !(source.prevSibling instanceof Y.XmlText) && only !== undefined
  return isOne && json.every(isRun) ? json.map(fromJson) : fromJson({ type: 'foreign', content: json })
}

const isRun = ({ text }: NodeJson) => text !== undefined

/**
 * Two people who begin to write in one empty paragraph make two texts in it. The author of the right one moves its words
 * into the left one, as y-tiptap does (yjs/y-prosemirror#160); else both would, with their next letter.
 */
function joinOwnTexts(parent: Y.XmlElement): void {
  for (const child of parent.toArray()) {
    if (child instanceof Y.XmlElement) joinOwnTexts(child)
    else if (child instanceof Y.XmlText) joinNext(child)
  }
}

function joinNext(text: Y.XmlText): void {
  const { doc } = text
  const item = text._item?.right
  if (!doc || !(item instanceof Y.Item) || item.deleted || item.id.client !== doc.clientID) return
  const next = item.content instanceof Y.ContentType ? item.content.type : null
  if (!(next instanceof Y.XmlText)) return
  text.applyDelta([{ retain: text.length }, ...next.toDelta()])
  doc.transact(transaction => item.delete(transaction))
}

const looked = new WeakSet<object>()

/**
 * Whoever made a change repairs it: Tiptap's tables and links would write corrections into every document that somebody
 * merely opens, and from every open editor at once.
 */
function repairOwnOnly({ spec }: Plugin): void {
  const { appendTransaction } = spec
  if (!appendTransaction || looked.has(spec)) return
  looked.add(spec)
  spec.appendTransaction = function (transactions, before, after) {
    const repair = appendTransaction.call(this, transactions, before, after)
    return repair?.docChanged && transactions.some(isFromElsewhere) ? null : repair
  }
}

const isFromElsewhere = (transaction: Transaction) => Boolean(transaction.getMeta(ySyncPluginKey))
