import type { MarkJson } from '../json.ts'
import { isAllowedHref } from '../links.ts'
import { type Element, styleOf } from './tree.ts'

/** How the words at one place look, as far as a document keeps it. */
export interface Look {
  bold: boolean
  italic: boolean
  underline: boolean
  strike: boolean
  /** An address that may stand in a document. */
  href: string | null
  /** Above or below the line, where a digit may change what an act says: “art. 210¹”. */
  raised: 'super' | 'sub' | null
}

export const plainLook: Look = {
  bold: false,
  italic: false,
  underline: false,
  strike: false,
  href: null,
  raised: null,
}

const byName: Record<string, Partial<Look>> = {
  b: { bold: true },
  strong: { bold: true },
  i: { italic: true },
  em: { italic: true },
  u: { underline: true },
  s: { strike: true },
  strike: { strike: true },
  sup: { raised: 'super' },
  sub: { raised: 'sub' },
}

/** How the words in `element` look, when those around it look like `around`. The style has the last word. */
export function lookIn(element: Element, around: Look): Look {
  const look = { ...around, ...(Object.hasOwn(byName, element.name) ? byName[element.name] : {}) }
  if (element.name === 'a') {
    const href = linkTo(element.attributes.href)
    if (href !== null) look.href = href
  }
  const style = styleOf(element)
  const weight = style['font-weight']
  if (weight !== undefined) {
    if (/^(bold|bolder|[6-9]00)/.test(weight)) look.bold = true
    else if (/^(normal|lighter|[1-5]00)/.test(weight)) look.bold = false
  }
  const slant = style['font-style']
  if (slant !== undefined) look.italic = /^(italic|oblique)/.test(slant)
  const line = style['text-decoration-line'] ?? style['text-decoration']
  if (line !== undefined) {
    look.underline = line.includes('underline')
    look.strike = line.includes('line-through')
  }
  const height = style['vertical-align']
  if (height === 'super' || height === 'sub') look.raised = height
  return look
}

export function marksOf({ bold, italic, underline, strike, href }: Look): MarkJson[] {
  const marks: MarkJson[] = []
  if (bold) marks.push({ type: 'bold' })
  if (italic) marks.push({ type: 'italic' })
  // A link is underlined anyway.
  if (underline && href === null) marks.push({ type: 'underline' })
  if (strike) marks.push({ type: 'strike' })
  if (href !== null) marks.push({ type: 'link', attrs: { href } })
  return marks
}

/** Parameters by which senders of newsletters and networks follow whoever opens a link. */
const tracking = /^(utm_\w+|fbclid|gclid|dclid|msclkid|mc_[ce]id|igshid|yclid|_hs(enc|mi))$/i

/** Services that put their own address in front of the one that is meant. */
const detours: readonly { host: RegExp; path: RegExp; parameter: string }[] = [
  { host: /^www\.google\.[a-z.]+$/, path: /^\/url$/, parameter: 'q' },
  { host: /\.safelinks\.protection\.outlook\.com$/, path: /^\//, parameter: 'url' },
  { host: /^l\.facebook\.com$/, path: /^\/l\.php$/, parameter: 'u' },
]

/** The address of a link without detours and tracking; `null` when it may not stand in a document. */
export function linkTo(address: string | undefined): string | null {
  const href = address?.trim()
  if (!isAllowedHref(href)) return null
  const url = new URL(href)
  const detour = detours.find(({ host, path }) => host.test(url.hostname) && path.test(url.pathname))
  const meant = detour && url.searchParams.get(detour.parameter)
  if (meant && meant !== href && isAllowedHref(meant)) return linkTo(meant)
  const followed = [...url.searchParams.keys()].filter(name => tracking.test(name))
  if (followed.length === 0) return href
  for (const name of followed) url.searchParams.delete(name)
  return url.href
}
