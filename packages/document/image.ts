import { mergeAttributes, Node } from '@tiptap/core'

/** A picture in a text: ours, with what it shows in words. */
export interface ImageAttributes {
  /** `/documents/<id>/images/<id>`: only pictures that the platform keeps, so that nobody learns who reads a text. */
  src: string
  /** What it shows, for people who do not see it. Empty says on purpose that it only decorates. */
  alt: string
  caption: string | null
  /** In pixels: its place on a page is kept before it has come. */
  width: number
  height: number
}

const address = /^\/documents\/doc_[a-z0-9_]{1,60}\/images\/img_[a-z0-9_]{1,60}$/

/** Whether `src` is the address of a picture that the platform keeps. */
export const isImageAddress = (src: unknown): src is string => typeof src === 'string' && address.test(src)

/** The longest description and the longest caption, in characters. */
export const longestImageText = 1_000

function validateAddress(value: unknown): void {
  if (!isImageAddress(value)) throw new RangeError('a picture must be one that the platform keeps')
}

function validateText(value: unknown): void {
  if (value !== null && !(typeof value === 'string' && value.length <= longestImageText))
    throw new RangeError(`the words of a picture are at most ${longestImageText} characters`)
}

function validateAlt(value: unknown): void {
  if (value === null) throw new RangeError('a picture says what it shows, or that it decorates')
  validateText(value)
}

function validateLength(value: unknown): void {
  if (!(Number.isInteger(value) && Number(value) >= 1 && Number(value) <= 10_000))
    throw new RangeError('a picture is 1 to 10,000 pixels wide and high')
}

/**
 * A picture with its caption. Width, height, address and description are required: a picture without words for those
 * who do not see it cannot be made.
 */
export const Image = Node.create({
  name: 'image',
  group: 'block',
  atom: true,
  draggable: true,

  addAttributes: () => ({
    src: { isRequired: true, rendered: false, validate: validateAddress },
    alt: { isRequired: true, rendered: false, validate: validateAlt },
    caption: { default: null, rendered: false, validate: validateText },
    width: { isRequired: true, rendered: false, validate: validateLength },
    height: { isRequired: true, rendered: false, validate: validateLength },
  }),

  parseHTML: () => [{ tag: 'figure[data-block="image"]', getAttrs: imageAttributes }],

  renderText: ({ node }) => (node.attrs.alt === '' ? '' : `[${node.attrs.alt}]`),

  renderHTML({ node, HTMLAttributes }) {
    const { src, alt, width, height, caption } = node.attrs
    return [
      'figure',
      mergeAttributes(HTMLAttributes, { 'data-block': 'image' }),
      ['img', { src, alt, width: String(width), height: String(height), loading: 'lazy', decoding: 'async' }],
      ...(caption ? [['figcaption', {}, String(caption)]] : []),
    ]
  },
})

/** The attributes of a picture that was copied from a text; `false` for what is none of ours. */
function imageAttributes(figure: HTMLElement): ImageAttributes | false {
  const picture = figure.querySelector('img')
  const src = picture?.getAttribute('src')
  const alt = picture?.getAttribute('alt') ?? null
  const [width, height] = ['width', 'height'].map(name => Number(picture?.getAttribute(name)))
  const isOurs = isImageAddress(src) && alt !== null && alt.length <= longestImageText
  if (!isOurs || !isLength(width) || !isLength(height)) return false
  const caption = figure.querySelector('figcaption')?.textContent?.slice(0, longestImageText) || null
  return { src, alt, caption, width, height }
}

const isLength = (value: unknown): value is number =>
  typeof value === 'number' && Number.isInteger(value) && value >= 1 && value <= 10_000
