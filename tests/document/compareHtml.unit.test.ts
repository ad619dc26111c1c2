import { describe, expect, test } from 'vitest'
import { compare } from '../../packages/document/compare.ts'
import { type CompareWords, compareHtml } from '../../packages/document/compareHtml.ts'
import type { NodeJson } from '../../packages/document/json.ts'
import { doc, heading, holder, paragraph, text } from '../support/comparedTexts.ts'

const words: CompareWords = {
  run: { inserted: 'scris:', struck: 'tăiat:', styled: 'altfel scris:' },
  runEnd: '(gata)',
  block: { inserted: 'Nou:', struck: 'Tăiat:', changed: 'Schimbat' },
  moved: { down: 'de mai sus', up: 'de mai jos' },
  note: { kind: 'alt fel', place: 'alt loc', style: 'altă formatare', attributes: 'alte însușiri' },
  left: (to, quote) => `${to}: ${quote}`,
  folded: count => `${count} neschimbate`,
  side: { before: 'Înainte', after: 'După' },
}

const shown = (before: NodeJson, after: NodeJson, sideBySide = false) =>
  compareHtml(compare(before, after), { before, after }, { words, sideBySide })

/** The words that somebody reads, or hears, without what only the eye sees. */
const plain = (html: string) =>
  html
    .replace(/<[^>]+>/g, ' ')
    .replace(/\s+/g, ' ')
    .trim()

const kept = ['Unu.', 'Doi.', 'Trei.', 'Patru.', 'Cinci.'].map((line, index) =>
  paragraph(line, `kept${index}`),
)

describe('in one text', () => {
  test('what was inserted and struck is in ins and del, and said to those who listen', () => {
    const html = shown(
      doc(paragraph('Victimele au dreptul la sprijin.', 'aaaa')),
      doc(paragraph('Victimele au dreptul la asistență.', 'aaaa')),
    )
    expect(html).toBe(
      '<p data-change="changed" data-stop tabindex="-1"><span class="sr-only">Schimbat </span>' +
        '<span class="paragraph-number" data-number="1"></span>Victimele au dreptul la ' +
        '<del><span class="sr-only">tăiat: </span>sprijin<span class="sr-only">(gata) </span></del>' +
        '<ins><span class="sr-only">scris: </span>asistență<span class="sr-only">(gata) </span></ins>.</p>',
    )
  })

  test('a block that is new as a whole says so once', () => {
    const html = shown(
      doc(kept[0] ?? paragraph('')),
      doc(kept[0] ?? paragraph(''), paragraph('Nou de tot.', 'nnnn')),
    )
    expect(plain(html)).toBe('Unu. Nou: Nou de tot.')
    expect(html).toContain('<ins>Nou de tot.</ins>')
  })

  test('an empty line that came is nothing to look at', () => {
    expect(shown(doc(...kept), doc(...kept, paragraph('', 'eeee')))).not.toContain('data-change')
  })

  test('what moved says from where, and leaves a sign with its first words', () => {
    const long = paragraph('Un paragraf lung care rămâne pe locul lui, orice s-ar întâmpla.', 'long')
    const short = paragraph('Un rând mutat.', 'shor')
    expect(plain(shown(doc(short, long), doc(long, short)))).toBe(
      'down: Un rând mutat. Un paragraf lung care rămâne pe locul lui, orice s-ar întâmpla. de mai sus Un rând mutat.',
    )
  })

  test('unchanged stretches are folded, but for what stands beside a change', () => {
    const html = shown(doc(...kept), doc(...kept, paragraph('Nou.', 'nnnn')))
    expect(html).toMatch(/^<details class="compared-fold"><summary>4 neschimbate<\/summary>.*<\/details><p>/)
    expect(plain(html.replace(/<details.*<\/details>/, ''))).toBe('Cinci. Nou: Nou.')
  })

  test('two unchanged ones are not worth folding', () => {
    const [one, two] = kept
    const html = shown(
      doc(...(one && two ? [one, two] : [])),
      doc(...(one && two ? [one, two] : []), paragraph('Nou.', 'nnnn')),
    )
    expect(html).not.toContain('<details')
  })

  test('signs of what moved stand where a list, a table and a row may hold them', () => {
    const item = (words: string, id: string) => holder('listItem', paragraph(words, id))
    const first = item('Un punct mutat la urmă.', 'aaaa')
    const rest = [
      item('Al doilea punct, care rămâne unde era.', 'bbbb'),
      item('Al treilea, la fel ca al doilea.', 'cccc'),
    ]
    const list = shown(doc(holder('bulletList', first, ...rest)), doc(holder('bulletList', ...rest, first)))
    expect(list).toContain('<ul><li><p class="compared-left"')
    expect(list).toContain(
      '<li data-change="moved" data-stop tabindex="-1"><span class="compared-note compared-moved">',
    )
    const row = (id: string, ...cells: string[]) =>
      holder('tableRow', ...cells.map((each, index) => holder('tableCell', paragraph(each, `${id}${index}`))))
    const rows = [row('rowa', 'Bacău', '12'), row('rowb', 'Neamț și împrejurimile', '700')]
    const table = shown(doc(holder('table', ...rows)), doc(holder('table', ...rows.toReversed())))
    expect(table).toContain('<tr><td colspan="3"><p class="compared-left"')
    expect(table).toMatch(
      /<tr data-change="moved" data-stop tabindex="-1"><t[dh][^>]*><span class="compared-note compared-moved">/,
    )
  })

  test('a picture that changed is shown as it was and as it is', () => {
    const rule: NodeJson = { type: 'timeline', attrs: { from: 'iulie' } }
    const html = shown(
      doc({ ...rule, attrs: { blockId: 'tttt', from: 'iulie' } }),
      doc({ ...rule, attrs: { blockId: 'tttt', from: 'august' } }),
    )
    expect(html).toMatch(
      /^<div data-change="changed".*<del><div data-unknown="timeline">.*<ins><div data-unknown/,
    )
  })

  test('says what changed beside words', () => {
    const html = shown(doc(paragraph('Context', 'aaaa')), doc(heading('Context', 2, 'aaaa')))
    expect(html).toContain('<h2 data-change="changed"')
    expect(html).toContain('<span class="compared-note">Schimbat, alt fel</span>')
  })

  test('no anchor of a block is there, which would be there twice', () => {
    expect(shown(doc(...kept), doc(paragraph('Altul.', 'aaaa'), ...kept))).not.toContain('id="')
  })

  test('every text is escaped, and of a link that may not be there are its words', () => {
    const evil = doc(paragraph('<script>alert("1")</script>', 'aaaa'))
    expect(shown(doc(paragraph('Înainte.', 'aaaa')), evil)).toContain('&lt;script&gt;alert(&quot;1&quot;)')
    const link = {
      type: 'text',
      text: 'aici',
      marks: [{ type: 'link', attrs: { href: 'javascript:alert(1)' } }],
    }
    const linked = shown(evil, doc({ type: 'paragraph', content: [link] }))
    expect(linked).toContain('aici')
    expect(linked).not.toContain('javascript:')
  })
})

describe('side by side', () => {
  const before = doc(
    paragraph('Statul acordă mereu sprijin victimelor minore.', 'aaaa'),
    paragraph('Tăiat cu totul.', 'bbbb'),
  )
  const after = doc(
    paragraph('Statul acordă sprijin imediat victimelor minore.', 'aaaa'),
    paragraph('Cu totul nou.', 'cccc'),
  )

  test('the old text is in one column with what was struck, the new one in the other with what was written', () => {
    const html = shown(before, after, true)
    const rows = html.split('<div class="compared-row"').slice(2)
    expect(rows).toHaveLength(3)
    expect(rows.map(row => plain(row.slice(row.indexOf('>') + 1)))).toEqual([
      'Schimbat Statul acordă tăiat: mereu (gata) sprijin victimelor minore. ' +
        'Schimbat Statul acordă sprijin scris: imediat (gata) victimelor minore.',
      'Tăiat: Tăiat cu totul.',
      'Nou: Cu totul nou.',
    ])
    expect(html).toContain('<div class="compared-head">Înainte</div><div class="compared-head">După</div>')
  })

  test('an unchanged block is heard once', () => {
    const html = shown(
      doc(kept[0] ?? paragraph(''), ...(before.content ?? [])),
      doc(kept[0] ?? paragraph(''), ...(after.content ?? [])),
      true,
    )
    expect(html).toContain('data-quiet><div aria-hidden="true"><p>')
  })

  test('what changed only its formatting is the same on the left', () => {
    const html = shown(
      doc(paragraph('Termenul este scurt.', 'aaaa')),
      doc({
        type: 'paragraph',
        attrs: { blockId: 'aaaa' },
        content: [text('Termenul este '), text('scurt', 'bold'), text('.')],
      }),
      true,
    )
    expect(html.match(/compared-styled/g)).toHaveLength(1)
  })
})
