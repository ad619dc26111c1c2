import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { TableMap } from '@tiptap/pm/tables'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type NodeJson, normalise, toNode, toUpdate } from '../../packages/document/content.ts'
import { toHtml } from '../../packages/document/html.ts'
import { isAllowedHref } from '../../packages/document/links.ts'
import { fromHtml, fromPlainText, isOurs, readClipboard, weightOf } from '../../packages/document/paste.ts'

const folder = join(import.meta.dirname, 'clipboard')
const sample = (name: string) => readFile(join(folder, name), 'utf8')
const asDocument = (blocks: NodeJson[]): NodeJson => ({
  type: 'doc',
  content: blocks.length > 0 ? blocks : [{ type: 'paragraph' }],
})

/** Blocks as indented lines that a person can read: what they are, and their words with marks in braces. */
function outline(blocks: readonly NodeJson[], indent = ''): string {
  return blocks
    .map(({ type, attrs = {}, content = [] }) => {
      const said = Object.entries(attrs).filter(([name, value]) => !/span$/.test(name) || value !== 1)
      const head = `${indent}${type}${said.map(([name, value]) => ` ${name}=${value}`).join('')}`
      const inline = content.some(child => child.type === 'text')
      if (!inline) return `${head}\n${outline(content, `${indent}  `)}`
      return `${head}: ${content.map(run).join('').replaceAll('\u00A0', '·')}\n`
    })
    .join('')
}

function run({ type, text, marks = [] }: NodeJson): string {
  if (type === 'hardBreak') return ' ⏎ '
  const names = marks.map(mark => (mark.attrs ? `${mark.type} ${mark.attrs.href}` : mark.type))
  return names.length > 0 ? `{${names.join(', ')}: ${text}}` : (text ?? '')
}

describe('what programs put on a clipboard', () => {
  test.each(['word', 'word-online', 'google-docs', 'libreoffice', 'web-page'])('%s', async name => {
    const blocks = fromHtml(await sample(`${name}.html`))
    toNode(asDocument(blocks))
    await expect(outline(blocks)).toMatchFileSnapshot(join(folder, `${name}.outline`))
  })

  test('a PDF', async () => {
    const text = await sample('pdf.txt')
    await expect(outline(fromPlainText(text))).toMatchFileSnapshot(join(folder, 'pdf.outline'))
    expect(outline(fromPlainText(text, { literally: true }))).toBe(
      text
        .split('\n')
        .filter(line => line !== '')
        .map(line => `paragraph: ${line}\n`)
        .join(''),
    )
  })
})

const pasted = (html: string) => outline(fromHtml(html))

describe('structure', () => {
  test('headings begin at level 2, and move down only where there is a first level', () => {
    expect(pasted('<h1>a</h1><h2>b</h2><h3>c</h3><h6>d</h6>')).toBe(
      'heading level=2: a\nheading level=3: b\nheading level=4: c\nheading level=4: d\n',
    )
    expect(pasted('<h2>b</h2><h3>c</h3>')).toBe('heading level=2: b\nheading level=3: c\n')
  })

  test('a heading is not bold once more', () => {
    expect(pasted('<h2><b>a <i>b</i></b></h2>')).toBe('heading level=2: a {italic: b}\n')
  })

  test('the last word on a mark has the innermost style', () => {
    expect(pasted('<b style="font-weight:normal">a <span style="font-weight:600">b</span></b>')).toBe(
      'paragraph: a {bold: b}\n',
    )
    expect(pasted('<p style="text-decoration:line-through"><u>a</u></p>')).toBe(
      'paragraph: {underline, strike: a}\n',
    )
  })

  test('a raised digit stays raised: art. 210¹ is not art. 2101', () => {
    expect(pasted('<p>art. 210<sup>1</sup> alin. (3)<sup>1</sup>, n<sup>-1</sup>, 1<sup>er</sup></p>')).toBe(
      'paragraph: art. 210¹ alin. (3)¹, n⁻¹, 1er\n',
    )
  })

  test('columns and rows in which no cell begins go, and short rows are filled', () => {
    const table = '<table><tr><td colspan="9">a</td></tr><tr><td>b<td rowspan="7">c</tr><tr><td>d</table>'
    expect(pasted(table)).toBe(
      `table
  tableRow
    tableCell colspan=2
      paragraph: a
  tableRow
    tableCell
      paragraph: b
    tableCell rowspan=2
      paragraph: c
  tableRow
    tableCell
      paragraph: d
`,
    )
    expect(pasted('<table><tr><td>a<td>b</tr><tr><td>c</table>')).toContain('tableCell\n      paragraph\n')
  })

  test('a cell ends where one from above begins', () => {
    const [table] = fromHtml('<table><tr><td>a<td rowspan="2">b<td>c</tr><tr><td colspan="3">d</tr></table>')
    if (!table) throw new Error('no table')
    expect(TableMap.get(toNode(asDocument([table])).child(0)).problems).toBeNull()
  })

  test('what was inserted stays, what was deleted goes', () => {
    expect(pasted('<p>a <ins>b</ins><del>c</del> <s>d</s></p>')).toBe('paragraph: a b {strike: d}\n')
  })

  test('a table in a cell becomes its paragraphs', () => {
    expect(pasted('<table><tr><td>a<td><table><tr><td>b<td>c</table></table>')).toContain(
      '      paragraph: b\n      paragraph: c\n',
    )
  })

  test('a stored text that is copied from its page keeps its blocks', () => {
    const cell = (type: string, text: string): NodeJson => ({
      type,
      content: [{ type: 'paragraph', content: [{ type: 'text', text }] }],
    })
    const blocks: NodeJson[] = [
      cell('situation', 'Ce este'),
      cell('recommendation', 'Ce cerem'),
      {
        type: 'amendmentTable',
        content: [
          {
            type: 'amendmentRow',
            content: [
              cell('amendmentPresent', 'acum'),
              cell('amendmentProposed', 'propus'),
              cell('amendmentReasons', 'de ce'),
            ],
          },
        ],
      },
    ]
    const words = {
      paragraph: 'Paragraful',
      situation: 'S',
      recommendation: 'R',
      amendmentTable: 'A',
      present: 'P',
      proposed: 'Q',
      reasons: 'D',
      unknown: 'N',
    }
    expect(fromHtml(toHtml(asDocument(blocks), words)).map(normalise)).toEqual(blocks)
  })
})

describe('words', () => {
  test('white space is as it is read', () => {
    expect(pasted('<p> a \n <b> b</b> <i> c </i></p>\n\n<p>&nbsp;</p><div><br></div>d')).toBe(
      'paragraph: a {bold: b} {italic: c}\nparagraph: d\n',
    )
  })

  test('a non-breaking space stays where it belongs', () => {
    expect(pasted('a&nbsp;b &nbsp;c art.&nbsp;5, 20&nbsp;%')).toBe('paragraph: a b c art.·5, 20·%\n')
  })

  test('old letters, letters apart from their marks and invisible characters', () => {
    expect(pasted('şi ţara s\u0326i i\u0302n a\u00ADdevăr\u200B\u202E\uF0B7')).toBe(
      'paragraph: și țara și în adevăr\n',
    )
  })

  test('lines that are paragraphs stay paragraphs, and one word a line is not a wrapped text', () => {
    expect(fromPlainText('Scurt\nDoi\n\nTrei').length).toBe(3)
    expect(fromPlainText('unu\r\ndoi')).toHaveLength(2)
    expect(fromPlainText(' \n\n')).toEqual([])
  })

  test('what pdf.js copies is read like plain text', () => {
    const line = (text: string) =>
      `<span role="presentation" dir="ltr">${text}</span><br role="presentation">`
    const lines = [
      'Un text destul de lung ca să fie rupt la capătul rân-',
      'dului, unde pagina se termină, și apoi încă o',
    ]
    expect(pasted([...lines, 'dată la fel.'].map(line).join(''))).toBe(
      'paragraph: Un text destul de lung ca să fie rupt la capătul rândului, unde pagina se termină, și apoi încă o dată la fel.\n',
    )
  })

  test('a clipboard of our own editor is told apart', () => {
    expect(isOurs('<p data-block-id="abcd" data-pm-slice="1 1 []">a</p>')).toBe(true)
    expect(isOurs('<p data-pm-slice="1 1 []">a</p>')).toBe(false)
  })
})

describe('pictures', () => {
  const pictures = (html: string) => readClipboard(html).pictures.map(({ kind, alt }) => [kind, alt])

  test('one of another site becomes a link, which nobody is asked to load', () => {
    const html = '<p>a <img src="https://exemplu.ro/harta.png?utm_id=1" alt="Harta"> b</p>'
    expect(pasted(html)).toBe('paragraph: a {link https://exemplu.ro/harta.png: [Harta]} b\n')
    expect(pictures(html)).toEqual([['linked', 'Harta']])
    expect(pasted('<img src="https://exemplu.ro/x/grafic.jpg">')).toContain(': [grafic.jpg]')
  })

  test('one in the page itself, or on the computer, is told apart and asked for', () => {
    expect(pictures('<img src="data:image/png;base64,AAAA" alt=" Un  grafic ">')).toEqual([
      ['bytes', 'Un grafic'],
    ])
    expect(
      pictures('<img src="file:///C:/Temp/clip_image001.png"><img src="data:image/svg+xml,<svg/>">'),
    ).toEqual([
      ['missing', ''],
      ['missing', ''],
    ])
  })

  test('what decorates, and what counts readers, is nothing', () => {
    expect(
      readClipboard(
        '<img src="https://a.ro/b.gif" width="1" height="1"><img src="https://a.ro/c.png" alt="">',
      ),
    ).toEqual({ blocks: [], pictures: [] })
  })

  test('one of the platform stays a picture', () => {
    const image = {
      type: 'image',
      attrs: { src: '/documents/doc_a/images/img_b', alt: 'Harta', width: 4, height: 3, caption: 'Sursa' },
    }
    expect(fromHtml(toHtml(asDocument([image])))).toEqual([image])
  })
})

/** Pieces of HTML, good and bad, in any order. */
const anyHtml = fc
  .array(
    fc.oneof(
      fc.constantFrom(
        ...'p h1 h3 div span b i u s sup a ul ol li table tr td th thead blockquote section br hr pre img o:p del ins script style svg math iframe form input figure details #x'
          .split(' ')
          .flatMap(name => [`<${name}>`, `</${name}>`]),
        '<a href="javascript:alert(1)">',
        '<a href="https://a.ro/?utm_source=x" onclick="alert(1)">',
        '<a href="#_ftn1">',
        '<img src=x onerror=alert(1)>',
        '<img src="https://a.ro/b.png" alt="c">',
        '<img src="data:image/png;base64,AAAA">',
        '<figure data-block="image"><img src="/documents/doc_a/images/img_b" alt="c" width="1" height="1">',
        '<figure data-block="image"><img src="/documents/doc_a/images/../x" alt="c" width="1" height="1">',
        '<td colspan=3>',
        '<td rowspan="0">',
        '<td colspan="99999999">',
        '<td rowspan=4 colspan=2>',
        '<li data-aria-level="3">',
        '<ol start="-7" type="x">',
        '<p class=MsoListParagraph style="mso-list:l0 level3 lfo1">',
        '<p class="MsoListParagraphCxSpLast">',
        '<p style="mso-list:l0 level1 lfo2"><![if !supportLists]>iv.<![endif]>',
        '<![if !supportLists]>',
        '<![endif]>',
        '<!--[if !supportLists]-->',
        '<section data-block="recommendation">',
        '<table data-block="amendmentTable">',
        '<tr data-amendment="row">',
        '<span style="font-weight:700;position:fixed">',
        '<p role="heading" aria-level="NaN">',
        '<![CDATA[',
        '&lt;script&gt;',
        '&nbsp;',
        '<div class="ListContainerWrapper">',
      ),
      fc.string({ unit: 'binary', maxLength: 8 }),
      fc.constantFrom('art. 5', ' ', '\n', 'ş', '\uD800', '\0'),
    ),
    { maxLength: 60 },
  )
  .map(parts => parts.join(''))

describe('anything at all', () => {
  test('becomes a document of our schema, with no address that may not stand in one', () => {
    fc.assert(
      fc.property(anyHtml, html => {
        const document = asDocument(fromHtml(html))
        toNode(document).descendants(node => {
          if (node.type.name === 'table') expect(TableMap.get(node).problems).toBeNull()
        })
        const written = toHtml(document)
        expect(written).not.toMatch(
          /<(script|style|svg|iframe|img(?! src="\/documents\/doc_a\/images\/img_b")|input|form|object)|<[^>]* (on\w+|style)=/i,
        )
        for (const [, href] of written.matchAll(/<a [^>]*href="([^"]*)"/g))
          expect(isAllowedHref(href?.replaceAll('&amp;', '&'))).toBe(true)
        expect(JSON.stringify(document)).not.toMatch(/\\u0000|\\ud800/)
      }),
      { numRuns: 5_000 },
    )
  })

  test('also as plain text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 200 }), fc.boolean(), (text, literally) => {
        toNode(asDocument(fromPlainText(text, { literally })))
      }),
    )
  })

  test('twenty thousand elements in one another or beside one another come to an end', () => {
    for (const piece of [
      '<div>',
      '<ul><li>',
      '<table><tr><td>',
      '<td>a',
      '<b>',
      '<![if !supportLists]>',
      '</p>',
    ])
      toNode(asDocument(fromHtml(`${piece.repeat(20_000)}adânc`)))
  })
})

test('a paste weighs at least what it adds to the log', async () => {
  for (const name of ['word', 'google-docs', 'web-page']) {
    const blocks = fromHtml(await sample(`${name}.html`))
    expect(weightOf(blocks)).toBeGreaterThan(toUpdate(asDocument(blocks)).length * 0.8)
  }
})
