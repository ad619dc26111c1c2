import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { fromUpdates, type NodeJson, toNode, toText, toUpdate } from '../../packages/document/content.ts'
import { toHtml } from '../../packages/document/html.ts'
import { readImageFile } from '../../packages/document/imageFile.ts'
import { contentHash } from '../../packages/document/version.ts'
import { extendedWebp, gif, jpeg, losslessWebp, lossyWebp, png } from '../support/pictures.ts'

const image = (attrs: Record<string, unknown> = {}): NodeJson => ({
  type: 'image',
  attrs: {
    src: '/documents/doc_pos_nirm/images/img_abc123',
    alt: 'Harta centrelor',
    width: 640,
    height: 480,
    blockId: 'abcd',
    ...attrs,
  },
})
const doc = (...content: NodeJson[]): NodeJson => ({ type: 'doc', content })

describe('a picture in a text', () => {
  test('goes to Yjs and back, and its description is part of the hash', async () => {
    expect(fromUpdates([toUpdate(doc(image()))])).toEqual(doc(image()))
    expect(fromUpdates([toUpdate(doc(image({ alt: '' })))])).toEqual(doc(image({ alt: '' })))
    expect(await contentHash(doc(image()))).not.toBe(await contentHash(doc(image({ alt: 'Harta' }))))
  })

  test('keeps its place on the page, and says what it shows', () => {
    expect(toHtml(doc(image({ caption: 'Sursa: <ANITP>' })))).toBe(
      '<figure id="p-abcd" data-block-id="abcd" data-block="image">' +
        '<img src="/documents/doc_pos_nirm/images/img_abc123" alt="Harta centrelor" width="640" height="480" loading="lazy" decoding="async">' +
        '<figcaption>Sursa: &lt;ANITP&gt;</figcaption></figure>',
    )
  })

  test('is its description in brackets where there are only words', () => {
    const words = (attrs: Record<string, unknown>) => toText(doc(image(attrs)))
    expect(words({})).toBe('[Harta centrelor]')
    expect(words({ caption: 'Sursa: ANITP' })).toBe('[Harta centrelor] Sursa: ANITP')
    expect(words({ alt: '' })).toBe('')
    expect(toText(doc(image(), image({ alt: 'A doua' })))).toBe('[Harta centrelor]\n[A doua]')
  })

  test.each([
    ['an address of another site', { src: 'https://exemplu.ro/a.png' }],
    ['an address within the page', { src: 'data:image/png;base64,AAAA' }],
    ['another page of the platform', { src: '/sign-out' }],
    ['a way out of its folder', { src: '/documents/doc_a/images/../../sign-out' }],
    ['no description', { alt: null }],
    ['a description that is no text', { alt: 7 }],
    ['no width', { width: 0 }],
    ['a height that is no number', { height: '480' }],
  ])('is refused with %s', (_, attrs) => {
    expect(() => toNode(doc(image(attrs)))).toThrow(RangeError)
  })

  test('without a word about its description it is not made', () => {
    const { alt: _, ...attrs } = image().attrs ?? {}
    expect(() => toNode(doc({ type: 'image', attrs }))).toThrow(RangeError)
  })

  test('stands in a situation and in a recommendation too', () => {
    for (const type of ['situation', 'recommendation']) toNode(doc({ type, content: [image()] }))
  })
})

describe('what the bytes of a picture say', () => {
  test.each([
    ['image/png', png],
    ['image/gif', gif],
    ['image/webp', lossyWebp],
    ['image/webp', losslessWebp],
    ['image/webp', extendedWebp],
    ['image/jpeg', jpeg],
  ])('%s and how large', (mime, make) => {
    expect(readImageFile(make(1600, 900))).toEqual({ mime, width: 1600, height: 900 })
  })

  test('SVG, HTML, a picture that is cut short and one without an area are none', () => {
    const text = (words: string) => readImageFile(new TextEncoder().encode(words))
    expect(text('<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>')).toBeNull()
    expect(text('<!doctype html><script>alert(1)</script>')).toBeNull()
    expect(text('')).toBeNull()
    expect(readImageFile(png(10, 10).slice(0, 18))).toBeNull()
    expect(readImageFile(png(0, 10))).toBeNull()
  })

  test('any bytes after any beginning are read to an answer', () => {
    const beginnings = [png, gif, lossyWebp, jpeg].map(make => Array.from(make(3, 3)))
    fc.assert(
      fc.property(
        fc.constantFrom(...beginnings),
        fc.nat(40),
        fc.uint8Array({ maxLength: 200 }),
        (beginning, cut, rest) => {
          const file = readImageFile(new Uint8Array([...beginning.slice(0, cut), ...rest]))
          if (file) expect(file.width * file.height).toBeGreaterThan(0)
        },
      ),
      { numRuns: 2_000 },
    )
  })
})
