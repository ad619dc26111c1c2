import { describe, expect, test } from 'vitest'
import * as Y from 'yjs'
import {
  emptyDocument,
  fromUpdates,
  fromYDoc,
  type NodeJson,
  recommendations,
  toNode,
  toText,
  toUpdate,
} from '../../packages/document/content.ts'
import { outline } from '../../packages/document/outline.ts'
import { fragmentName } from '../../packages/document/schema.ts'
import { minutesTemplate, positionTemplate } from '../../packages/document/templates.ts'

const words = { context: 'Context', findings: 'Constatări', amendments: 'Amendamente', contact: 'Contact' }
const paragraph = (text: string, blockId?: string): NodeJson => ({
  type: 'paragraph',
  ...(blockId ? { attrs: { blockId } } : {}),
  content: [{ type: 'text', text }],
})

describe('a document and its Yjs form', () => {
  test('a position survives the way to Yjs and back, ids included', () => {
    const position = positionTemplate(words, { amendmentTable: true })
    expect(fromUpdates([toUpdate(position)])).toEqual(position)
  })

  test('one text makes one update, another text another', () => {
    const position = positionTemplate(words, { amendmentTable: true })
    expect(toUpdate(JSON.parse(JSON.stringify(position)))).toEqual(toUpdate(position))
    expect(fromUpdates([toUpdate(position), toUpdate(position)])).toEqual(position)
    const other = { type: 'doc', content: [paragraph('altul')] }
    expect(fromUpdates([toUpdate(position), toUpdate(other)]).content).toHaveLength(10)
  })

  test('nothing written reads as the empty document', () => {
    expect(fromYDoc(new Y.Doc())).toEqual(emptyDocument)
  })

  test('a link to a script is refused before it is stored', () => {
    const href = 'javascript:alert(1)'
    const linked: NodeJson = {
      type: 'doc',
      content: [
        {
          type: 'paragraph',
          content: [{ type: 'text', text: 'aici', marks: [{ type: 'link', attrs: { href } }] }],
        },
      ],
    }
    expect(() => toUpdate(linked)).toThrow(RangeError)
  })

  test('an amendment row without its three columns is refused', () => {
    const row = {
      type: 'amendmentRow',
      content: [{ type: 'amendmentPresent', content: [paragraph('art. 1')] }],
    }
    expect(() => toUpdate({ type: 'doc', content: [{ type: 'amendmentTable', content: [row] }] })).toThrow(
      RangeError,
    )
  })

  test('a block and a mark of a later version keep their place through this one', () => {
    const later: NodeJson = {
      type: 'doc',
      content: [
        { type: 'timeline', attrs: { scale: 'year' }, content: [paragraph('2023')] },
        {
          type: 'paragraph',
          content: [{ type: 'text', text: 'citat', marks: [{ type: 'comment', attrs: { thread: '7' } }] }],
        },
      ],
    }
    expect(fromUpdates([toUpdate(later)])).toEqual(later)
  })

  test('two replicas that cut a run of text differently read the same', () => {
    const doc = new Y.Doc()
    const element = new Y.XmlElement('paragraph')
    doc.getXmlFragment(fragmentName).insert(0, [element])
    const text = new Y.XmlText()
    element.insert(0, [text])
    text.insert(0, 'trafic', { bold: {}, italic: {} })
    text.insert(6, ' de persoane', { italic: {}, bold: {} })
    expect(fromYDoc(doc).content?.[0]?.content).toEqual([
      { type: 'text', text: 'trafic de persoane', marks: [{ type: 'bold' }, { type: 'italic' }] },
    ])
  })
})

describe('what is read out of a document', () => {
  const document: NodeJson = {
    type: 'doc',
    content: [
      {
        type: 'heading',
        attrs: { level: 2, blockId: 'head' },
        content: [{ type: 'text', text: 'Constatări' }],
      },
      {
        type: 'situation',
        attrs: { blockId: 'situ' },
        content: [paragraph('Linia telefonică: luni-vineri')],
      },
      {
        type: 'recommendation',
        attrs: { blockId: 'reco' },
        content: [paragraph('O linie deschisă 24/7'), paragraph('cu interpreți')],
      },
      { type: 'recommendation', attrs: { blockId: 'void' }, content: [{ type: 'paragraph' }] },
    ],
  }

  test('recommendations are the blocks with text, by their ids', () => {
    expect(recommendations(document)).toEqual([
      { blockId: 'reco', text: 'O linie deschisă 24/7\ncu interpreți' },
    ])
  })

  test('the words alone stand one paragraph a line', () => {
    expect(toText(document)).toBe(
      'Constatări\nLinia telefonică: luni-vineri\nO linie deschisă 24/7\ncu interpreți',
    )
  })

  test('a position for a strategy has no amendment table, and every template can be stored', () => {
    const strategy = positionTemplate(words, { amendmentTable: false })
    expect(JSON.stringify(strategy)).not.toContain('amendmentTable')
    const minutes = minutesTemplate({
      discussion: 'Discuții',
      decisions: 'Decizii',
      commitments: 'Angajamente',
    })
    expect(outline(toNode(fromUpdates([toUpdate(minutes)]))).map(heading => heading.text)).toEqual([
      'Discuții',
      'Decizii',
      'Angajamente',
    ])
  })
})
