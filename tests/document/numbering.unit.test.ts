import { describe, expect, test } from 'vitest'
import { type NodeJson, toNode } from '../../packages/document/content.ts'
import { toHtml } from '../../packages/document/html.ts'
import { numberedParagraphs, paragraphNumbers } from '../../packages/document/numbering.ts'

const doc = (...content: NodeJson[]): NodeJson => ({ type: 'doc', content })
const block = (type: string, ...content: NodeJson[]): NodeJson => ({ type, content })
const paragraph = (text = ''): NodeJson => ({
  type: 'paragraph',
  ...(text === '' ? {} : { content: [{ type: 'text', text }] }),
})
const heading = (text: string): NodeJson => ({
  type: 'heading',
  attrs: { level: 2 },
  content: [{ type: 'text', text }],
})
const list = (...lines: string[]) =>
  block('bulletList', ...lines.map(line => block('listItem', paragraph(line))))
const cell = (text: string) => block('tableCell', paragraph(text))

/** The numbered paragraphs of a text, as „number words”. */
const numbered = (...content: NodeJson[]) =>
  numberedParagraphs(toNode(doc(...content))).map(({ number, node }) => `${number} ${node.textContent}`)

describe('paragraphs have numbers', () => {
  test('in reading order, through situations and recommendations; headings and empty lines have none', () => {
    expect(
      numbered(
        heading('Context'),
        paragraph('unu'),
        paragraph(),
        paragraph(' \u00a0'),
        block('situation', paragraph('doi'), heading('Detalii'), paragraph('trei')),
        block('recommendation', paragraph('patru')),
        paragraph('cinci'),
      ),
    ).toEqual(['1 unu', '2 doi', '3 trei', '4 patru', '5 cinci'])
  })

  test('not in tables of either kind', () => {
    const amendment = block(
      'amendmentRow',
      ...['amendmentPresent', 'amendmentProposed', 'amendmentReasons'].map(name =>
        block(name, paragraph('text')),
      ),
    )
    expect(
      numbered(
        paragraph('unu'),
        block('table', block('tableRow', cell('a'), cell('b'))),
        block('amendmentTable', amendment),
        paragraph('doi'),
      ),
    ).toEqual(['1 unu', '2 doi'])
  })

  test('a list and a quotation belong to the paragraph before them, over an empty line too', () => {
    expect(
      numbered(
        paragraph('Cerem:'),
        list('a', 'b'),
        block('blockquote', paragraph('citat')),
        paragraph(),
        list('c'),
        paragraph('doi'),
      ),
    ).toEqual(['1 Cerem:', '2 doi'])
  })

  test('a list that no paragraph introduces is counted once, by its first words', () => {
    expect(
      numbered(
        paragraph('unu'),
        heading('Cereri'),
        list('', 'a', 'b'),
        block('recommendation', list('c', 'd'), paragraph('e')),
        list('f'),
      ),
    ).toEqual(['1 unu', '2 a', '3 c', '4 e', '5 f'])
  })

  test('a line that holds only something unknown to this version is counted: it says something', () => {
    expect(
      numbered(
        block('paragraph', { type: 'footnote' }),
        block('paragraph', { type: 'hardBreak' }),
        paragraph('x'),
      ),
    ).toEqual(['1 ', '2 x'])
  })

  test('the positions are those of the paragraphs', () => {
    const node = toNode(doc(heading('Context'), block('situation', list('a'), paragraph('b'))))
    const found = numberedParagraphs(node)
    expect(found.map(each => node.nodeAt(each.position))).toEqual(found.map(each => each.node))
  })
})

describe('the numbers of a frozen text', () => {
  const text = doc(
    heading('Context'),
    { ...paragraph('unu'), attrs: { blockId: 'one1' } },
    block('situation', { ...paragraph('doi'), attrs: { blockId: 'two2' } }),
  )

  test('are told by block id', () => {
    expect([...paragraphNumbers(text)]).toEqual([
      ['one1', 1],
      ['two2', 2],
    ])
  })

  test('stand beside it on a page as links to the paragraphs, and are no part of its words', () => {
    const words = {
      paragraph: 'Paragraful',
      situation: '',
      recommendation: '',
      amendmentTable: '',
      present: '',
      proposed: '',
      reasons: '',
      unknown: '',
    }
    expect(toHtml(text, words)).toContain(
      '<p id="p-one1" data-block-id="one1"><a class="paragraph-number" data-number="1" href="#p-one1" aria-label="Paragraful 1"></a>unu</p>',
    )
    expect(toHtml(doc(paragraph('fără id')), words)).toBe(
      '<p><span class="paragraph-number" data-number="1"></span>fără id</p>',
    )
    expect(toHtml(text)).not.toContain('data-number')
  })
})
