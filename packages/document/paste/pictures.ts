import { isImageAddress, longestImageText } from '../image.ts'
import type { NodeJson } from '../json.ts'
import { type Child, type Element, textOf } from './tree.ts'
import { cleanSpaces, cleanWords } from './words.ts'

/** A picture on a clipboard that is none of the platform's. */
export interface FoundPicture {
  /**
   * `bytes`: the address is the picture itself (`data:`). `linked`: on another site, which would learn who reads the
   * text if it were shown. `missing`: a file of the computer where it was copied, which no page may read.
   */
  kind: 'bytes' | 'linked' | 'missing'
  src: string
  /** What it shows, as its page says. */
  alt: string
}

/** `null` for pictures that show nothing: those that decorate, and those by which a reader is counted. */
export function pictureOf({ attributes }: Element): FoundPicture | null {
  const src = (attributes.src ?? '').trim()
  const alt = words(attributes.alt ?? '')
  const isTiny = [attributes.width, attributes.height].some(
    side => side !== undefined && Number.parseFloat(side) <= 3,
  )
  if (src === '' || isTiny) return null
  if (/^data:image\/(png|jpeg|webp|gif);base64,/i.test(src)) return { kind: 'bytes', src, alt }
  if (!/^https?:/i.test(src)) return { kind: 'missing', src: '', alt }
  return attributes.alt === '' ? null : { kind: 'linked', src, alt }
}

/** What a picture that cannot come along is called: what it shows, else the name of its file, else of its site. */
export function nameOf({ src, alt }: FoundPicture): string {
  if (alt !== '') return alt
  const url = URL.canParse(src) ? new URL(src) : null
  const file = /[^/]+\.\w{2,4}$/.exec(url?.pathname ?? '')?.[0] ?? ''
  return words(file) || url?.hostname || '…'
}

/** A picture of the platform that was copied from a page of it; `null` for others. */
export function ourPicture(figure: Element): NodeJson | null {
  if (figure.attributes['data-block'] !== 'image') return null
  const { src, alt, width, height } = pieceOf(figure, 'img')?.attributes ?? {}
  const sides = [Number(width), Number(height)]
  if (
    !isImageAddress(src) ||
    alt === undefined ||
    !sides.every(side => Number.isInteger(side) && side >= 1 && side <= 10_000)
  )
    return null
  const caption = pieceOf(figure, 'figcaption')
  return {
    type: 'image',
    attrs: {
      src,
      alt: words(alt),
      width: sides[0],
      height: sides[1],
      ...(caption ? { caption: words(textOf(caption)) } : {}),
    },
  }
}

const words = (text: string) => cleanSpaces(cleanWords(text)).trim().slice(0, longestImageText)

function pieceOf(element: Element, name: string): Element | undefined {
  const isNamed = (child: Child): child is Element => typeof child !== 'string' && child.name === name
  return element.children.find(isNamed)
}
