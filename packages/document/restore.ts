import type { Node } from '@tiptap/pm/model'
import { updateYFragment } from '@tiptap/y-tiptap'
import * as Y from 'yjs'
import { align, type Place, placesOf } from './compareBlocks.ts'
import { compareWords, wordsOf } from './compareWords.ts'
import { fromYDoc, normalise, storedNode } from './content.ts'
import { heaviestRise } from './heaviestRise.ts'
import type { NodeJson } from './json.ts'
import { fragmentName } from './schema.ts'
import { asWritten } from './writing.ts'

/**
 * Makes a document read as `target` again, by one edit that changes only what differs: blocks that stay are not
 * touched, so that the carets and the unsent words of whoever has it open stay where they are, and a changed paragraph
 * is changed word by word. Block ids become those of `target`. What this version of the schema does not know is written
 * as it was.
 *
 * @returns the edit as a Yjs update (v1); `null` when the document reads so already
 * @throws RangeError when `target` is not a document
 */
export function restore(document: Y.Doc, target: NodeJson): Uint8Array<ArrayBuffer> | null {
  const wanted = normalise(target)
  const [node = storedNode(wanted)] = asWritten(storedNode(wanted))
  const fragment = document.getXmlFragment(fragmentName)
  const current = placesOf(fromYDoc(document))
  const next = placesOf(wanted)
  const { toBefore } = align(current, next)

  let edit: Uint8Array<ArrayBuffer> | null = null
  const heard = (update: Uint8Array) => {
    edit = new Uint8Array(update)
  }
  document.once('update', heard)
  document.transact(() => become(fragment, 0, 0, node))
  document.off('update', heard)
  return edit

  /** Gives `holder`, whose blocks are those of the place `from`, the blocks of the place `to`. */
  function become(holder: Y.XmlFragment, from: number, to: number, wantedNode: Node): void {
    const old = holder.toArray()
    const known = current[from]?.children ?? []
    // A document without any block reads as one empty paragraph.
    const inPlace = known.length === old.length
    const staying = inPlace ? stayingOf(next[to]?.children ?? []) : []
    let at = 0
    let taken = 0
    const drop = (until: number) => {
      if (until > taken) holder.delete(at, until - taken)
      taken = until
    }
    next[to]?.children.forEach((child, index) => {
      const wantedChild = wantedNode.content.content[index]
      if (!wantedChild) return
      const number = staying[index] ?? -1
      const element = old[number]
      if (element instanceof Y.XmlElement) {
        drop(number)
        taken = number + 1
        change(element, known[number] ?? -1, child, wantedChild)
      } else {
        const made = new Y.XmlElement(wantedChild.type.name)
        holder.insert(at, [made])
        write(made, wantedChild)
      }
      at += 1
    })
    drop(old.length)

    /**
     * For each of the wanted blocks the number of the one that stays for it; -1 where it is written anew. Yjs cannot
     * move an element, so of two that changed places one is.
     */
    function stayingOf(children: readonly number[]): number[] {
      const found = children.map(numberOf)
      const kept = found.flatMap((order, index) => (order === -1 ? [] : [{ order, index }]))
      const weight = (order: number) => JSON.stringify(current[known[order] ?? -1]?.node ?? '').length
      const rising = heaviestRise(kept.map(({ order }) => ({ order, weight: weight(order) })))
      const staying = found.map(() => -1)
      kept.forEach(({ order, index }, at) => {
        if (rising[at]) staying[index] = order
      })
      return staying
    }

    /** The number, among the blocks that `holder` has, of the one that becomes `child`; -1 for none. */
    function numberOf(child: number, index: number): number {
      const from = toBefore[child] ?? -1
      const number = known.indexOf(from)
      const element = old[number]
      if (!(element instanceof Y.XmlElement)) return -1
      return element.nodeName === wantedNode.content.content[index]?.type.name ? number : -1
    }
  }

  function change(element: Y.XmlElement, from: number, to: number, wantedNode: Node): void {
    const [old, new_] = [current[from], next[to]]
    if (old === undefined || new_ === undefined || isEqual(old, new_)) return
    if (new_.line === null) {
      changeAttributes(element, wantedNode)
      become(element, from, to, wantedNode)
    } else {
      changeWords(element, old, new_)
      write(element, wantedNode)
    }
  }

  function write(element: Y.XmlElement, wantedNode: Node): void {
    updateYFragment(document, element, wantedNode, { mapping: new Map(), isOMark: new Map() })
  }
}

const isEqual = (a: Place | undefined, b: Place | undefined) =>
  JSON.stringify(a?.node) === JSON.stringify(b?.node)

/** As `updateYFragment` does, without looking into what the element holds. */
function changeAttributes(element: Y.XmlElement, { attrs }: Node): void {
  const present: Record<string, unknown> = element.getAttributes()
  for (const name of Object.keys(present)) if ((attrs[name] ?? null) === null) element.removeAttribute(name)
  for (const [name, value] of Object.entries(attrs))
    if (value !== null && JSON.stringify(present[name]) !== JSON.stringify(value))
      element.setAttribute(name, value)
}

/** Changes the words of a paragraph that is nothing but text; its marks come afterwards. */
function changeWords(element: Y.XmlElement, old: Place, new_: Place): void {
  const text = element.get(0)
  const isPlain = (place: Place) => place.node.content?.every(child => child.text !== undefined) === true
  if (element.length !== 1 || !(text instanceof Y.XmlText) || !isPlain(old) || !isPlain(new_)) return
  const runs = compareWords(wordsOf(old.node.content ?? []), wordsOf(new_.node.content ?? []))?.runs
  let at = 0
  for (const { change, before, after } of runs ?? []) {
    const [struck, inserted] = [textIn(before), textIn(after)]
    if (change === 'struck') text.delete(at, struck.length)
    if (change === 'inserted') text.insert(at, inserted)
    if (change !== 'struck') at += inserted.length
  }
}

const textIn = (nodes: readonly NodeJson[]) => nodes.map(({ text = '' }) => text).join('')
