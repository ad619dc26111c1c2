import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import * as Y from 'yjs'
import {
  emptyDocument,
  fromUpdates,
  fromYDoc,
  toNode,
  toText,
  toUpdate,
} from '../../packages/document/content.ts'
import type { NodeJson } from '../../packages/document/json.ts'
import { restore } from '../../packages/document/restore.ts'
import { fragmentName } from '../../packages/document/schema.ts'
import { contentHash } from '../../packages/document/version.ts'
import { doc, heading, holder, paragraph, text, twoTexts } from '../support/comparedTexts.ts'

/** A text as it is read from a log: attributes that its author left out have their defaults. */
const stored = (json: NodeJson) => fromUpdates([toUpdate(json)])

function open(json: NodeJson): Y.Doc {
  const document = new Y.Doc()
  Y.applyUpdate(document, toUpdate(json))
  return document
}

function isDocument(json: NodeJson): boolean {
  try {
    toNode(json)
    return true
  } catch {
    return false
  }
}

const a = paragraph('Prima propunere privește victimele minore.', 'aaaa')
const b = paragraph('A doua propunere privește finanțarea serviciilor.', 'bbbb')
const c = paragraph('A treia propunere privește raportarea anuală.', 'cccc')

/** The text of the paragraph with this number. */
function textOf(document: Y.Doc, number: number): Y.XmlText {
  const element = document.getXmlFragment(fragmentName).get(number)
  const found = element instanceof Y.XmlElement ? element.get(0) : null
  if (!(found instanceof Y.XmlText)) throw new Error(`paragraph ${number} has no text`)
  return found
}

describe('whatever the two texts are', () => {
  const twoDocuments = twoTexts.filter(texts => texts.every(isDocument))

  test(
    'the document reads as the older one, to the block id',
    () =>
      fc.assert(
        fc.property(twoDocuments, ([older, newer]) => {
          const document = open(newer)
          const edit = restore(document, stored(older))
          expect(fromYDoc(document)).toEqual(stored(older))
          expect(fromUpdates([toUpdate(newer), ...(edit ? [edit] : [])])).toEqual(stored(older))
        }),
        { numRuns: 200 },
      ),
    60_000,
  )

  test(
    'restoring the newer one undoes it',
    () =>
      fc.assert(
        fc.property(twoDocuments, ([older, newer]) => {
          const document = open(newer)
          restore(document, stored(older))
          restore(document, stored(newer))
          expect(fromYDoc(document)).toEqual(stored(newer))
        }),
      ),
    60_000,
  )

  test('a text that is there already needs no edit', () =>
    fc.assert(
      fc.property(twoDocuments, ([older]) => {
        expect(restore(open(older), stored(older))).toBeNull()
      }),
    ))
})

test('what is restored has the hash of the version', async () => {
  const version = stored(doc(a, heading('Context', 2, 'hhhh'), holder('bulletList', holder('listItem', b))))
  const document = open(doc(c, a, paragraph('Altceva.', 'dddd')))
  restore(document, version)
  expect(await contentHash(fromYDoc(document))).toBe(await contentHash(version))
})

test('an empty document can be restored, and restored into', () => {
  const document = open(doc(a, b))
  restore(document, emptyDocument)
  expect(toText(fromYDoc(document))).toBe('')
  const blank = new Y.Doc()
  restore(blank, doc(a, b))
  expect(fromYDoc(blank)).toEqual(doc(a, b))
})

describe('others who have it open', () => {
  test('keep their caret in a paragraph that stays, though paragraphs come and go around it', () => {
    const document = open(doc(paragraph('Nou de tot.', 'nnnn'), a, b))
    const caret = Y.createRelativePositionFromTypeIndex(textOf(document, 2), 6)
    restore(document, doc(c, b, a))
    const now = Y.createAbsolutePositionFromRelativePosition(caret, document)
    expect([now?.type === textOf(document, 1), now?.index]).toEqual([true, 6])
  })

  test('keep it also in a paragraph that changes, at its word', () => {
    const changed = paragraph('Prima idee privește toate victimele minore.', 'aaaa')
    const document = open(doc(changed))
    const word = 'Prima idee privește'.length
    const caret = Y.createRelativePositionFromTypeIndex(textOf(document, 0), word)
    restore(document, doc(a))
    const now = Y.createAbsolutePositionFromRelativePosition(caret, document)
    expect(now?.index).toBe('Prima propunere privește'.length)
  })

  test('lose no word that they write at the same time', () => {
    const here = open(doc(paragraph('Prima idee privește victimele minore.', 'aaaa'), b, c))
    const there = new Y.Doc()
    Y.applyUpdate(there, Y.encodeStateAsUpdate(here))
    const edit = restore(here, doc(a, b))
    textOf(there, 1).insert(0, 'Scris între timp. ')
    textOf(there, 0).insert(textOf(there, 0).length, ' Și aici.')
    if (edit) Y.applyUpdate(there, edit)
    expect(toText(fromYDoc(there))).toBe(
      'Prima propunere privește victimele minore. Și aici.\nScris între timp. A doua propunere privește finanțarea serviciilor.',
    )
  })

  test('keep a list whose items changed, and its other items', () => {
    const item = (block: NodeJson) => holder('listItem', block)
    const document = open(doc(holder('bulletList', item(a), item(b), item(c))))
    const before = document.getXmlFragment(fragmentName).get(0)
    restore(document, stored(doc(holder('bulletList', item(b), item(a), item(c)))))
    expect(document.getXmlFragment(fragmentName).get(0)).toBe(before)
  })
})

test('bold and links come back without the words being written anew', () => {
  const bold: NodeJson = {
    type: 'paragraph',
    attrs: { blockId: 'aaaa' },
    content: [text('Termen: '), text('30 de zile', 'bold')],
  }
  const document = open(doc(paragraph('Termen: 30 de zile', 'aaaa')))
  const caret = Y.createRelativePositionFromTypeIndex(textOf(document, 0), 10)
  restore(document, doc(bold))
  expect(fromYDoc(document)).toEqual(doc(bold))
  expect(Y.createAbsolutePositionFromRelativePosition(caret, document)?.index).toBe(10)
})

test('numbers of a list and ids of a section come back', () => {
  const list = (start: number) => ({ ...holder('orderedList', holder('listItem', a)), attrs: { start } })
  const section = (blockId: string) => ({ ...holder('recommendation', b, c), attrs: { blockId } })
  const document = open(doc(list(3), section('newer')))
  restore(document, stored(doc(list(1), section('older'))))
  expect(fromYDoc(document)).toEqual(stored(doc(list(1), section('older'))))
})

describe('what an editor of ours would not write', () => {
  test('stays as it is when it is a block of a later version', () => {
    const document = open(doc(b))
    const timeline = new Y.XmlElement('timeline')
    document.getXmlFragment(fragmentName).insert(0, [timeline])
    restore(document, doc(a, { type: 'timeline' }))
    expect(fromYDoc(document)).toEqual(doc(a, { type: 'timeline' }))
    expect(document.getXmlFragment(fragmentName).get(1)).toBe(timeline)
  })

  test('goes when it is text beside the blocks of a section', () => {
    const document = open(doc({ ...holder('recommendation', a, b), attrs: { blockId: 'rrrr' } }))
    const section = document.getXmlFragment(fragmentName).get(0)
    if (section instanceof Y.XmlElement) section.insert(0, [new Y.XmlText()])
    const older = doc({ ...holder('recommendation', b), attrs: { blockId: 'rrrr' } })
    restore(document, older)
    expect(fromYDoc(document)).toEqual(older)
  })
})
