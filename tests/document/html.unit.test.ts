import { expect, test } from 'vitest'
import type { NodeJson } from '../../packages/document/content.ts'
import { toHtml } from '../../packages/document/html.ts'
import { isAllowedHref, toHref } from '../../packages/document/links.ts'

const doc = (...content: NodeJson[]): NodeJson => ({ type: 'doc', content })
const text = (words: string, ...marks: NonNullable<NodeJson['marks']>): NodeJson => ({
  type: 'text',
  text: words,
  marks,
})
const paragraph = (...content: NodeJson[]): NodeJson => ({ type: 'paragraph', content })

test('text is escaped, in words and in attributes', () => {
  const html = toHtml(
    doc(
      paragraph(text('<script>alert("&")</script>')),
      paragraph(text('aici', { type: 'link', attrs: { href: 'https://exemplu.ro/?a="><img>&b=1' } })),
    ),
  )
  expect(html).toContain('<p>&lt;script&gt;alert(&quot;&amp;&quot;)&lt;/script&gt;</p>')
  expect(html).toContain('href="https://exemplu.ro/?a=&quot;&gt;&lt;img&gt;&amp;b=1"')
  expect(html).not.toContain('<img>')
})

test('a link over bold and plain words is one link', () => {
  const link = { type: 'link', attrs: { href: 'https://anitp.mai.gov.ro/' } }
  const html = toHtml(
    doc(paragraph(text('Agenția '), text('ANITP', link, { type: 'bold' }), text(' online', link))),
  )
  expect(html.match(/<a /g)).toHaveLength(1)
  expect(html).toContain('<strong>ANITP</strong> online</a>')
})

test('blocks carry the words of the reader, and none when none are given', () => {
  const words = {
    paragraph: '',
    situation: 'Situația',
    recommendation: 'Recomandarea',
    amendmentTable: 'Amendamente',
    present: 'Text în vigoare',
    proposed: 'Text propus',
    reasons: 'Motivare',
    unknown: 'Necunoscut',
  }
  const situation = doc({ type: 'situation', content: [paragraph(text('x'))] })
  expect(toHtml(situation, words)).toBe(
    '<section data-block="situation" role="group" data-label="Situația" aria-label="Situația"><p>x</p></section>',
  )
  expect(toHtml(situation)).toBe('<section data-block="situation"><p>x</p></section>')
})

test('a block of a later version shows its words', () => {
  const html = toHtml(doc({ type: 'timeline', content: [paragraph(text('iulie <2023>'))] }))
  expect(html).toBe('<div data-unknown="timeline">iulie &lt;2023&gt;</div>')
})

test('an attribute that a hostile client invented does not reach the page', () => {
  const html = toHtml(
    doc({
      type: 'paragraph',
      attrs: { onclick: 'alert(1)', style: 'x', blockId: null },
      content: [text('x')],
    }),
  )
  expect(html).toBe('<p>x</p>')
})

test('a block id that is not one does not reach the page, and neither does the address of a script; the words do', () => {
  const script = { type: 'link', attrs: { href: 'javascript:alert(1)' } }
  const forged = doc(
    { type: 'paragraph', attrs: { blockId: '"><img>' }, content: [text('x')] },
    paragraph(text('aici', script)),
  )
  expect(toHtml(forged)).toBe('<div data-unknown="paragraph">x</div><p><i data-unknown="link">aici</i></p>')
})

test('a link may be http, https or mailto, and nothing else', () => {
  expect(['http://a.ro', 'https://a.ro/x', 'mailto:a@b.ro'].every(isAllowedHref)).toBe(true)
  expect(
    ['javascript:alert(1)', ' jAvascript:x', 'data:text/html,x', '/intern', 'x', null].some(isAllowedHref),
  ).toBe(false)
})

test('what a person types becomes an address, or is refused', () => {
  expect(toHref(' anitp.mai.gov.ro ')).toBe('https://anitp.mai.gov.ro')
  expect(toHref('secretariat@protect.ro')).toBe('mailto:secretariat@protect.ro')
  expect(toHref('javascript:alert(1)')).toBeNull()
  expect(toHref('două vorbe')).toBeNull()
})
