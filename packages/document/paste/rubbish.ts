import { type Element, hasClass, styleOf, textOf } from './tree.ts'

/** Elements that hold no words of the text. */
const dropped = new Set(
  'applet audio button canvas datalist embed frame frameset head iframe input link map meta meter nav noembed noframes noscript object option param progress script select source style svg template textarea title track video xml del #annotations #misalignedcolumns #linebreaknewline'.split(
    ' ',
  ),
)

/** Whether nothing of an element is pasted: programs, styles, menus, comments, what is hidden or was deleted. */
export function isDropped(element: Element): boolean {
  const { name, attributes } = element
  if (dropped.has(name) || /^(v|w|m|x):/.test(name)) return !/^w:sdt|^x:/.test(name)
  // Word's line above the footnotes.
  if (name === 'hr' && attributes.width === '33%') return true
  if (attributes.hidden !== undefined || attributes['aria-hidden'] === 'true') return true
  if (/^(navigation|menu|menubar|search|toolbar)$/.test(attributes.role ?? '')) return true
  // Comments and deletions of Word, “edit” of Wikipedia.
  if (hasClass(element, /^(msoDel|MsoCommentReference|msocom|mw-editsection|Apple-interchange-newline$)/))
    return true
  const style = styleOf(element)
  if (style.display === 'none' || style['mso-hide'] === 'all') return true
  if (/^comment$/.test(style['mso-special-character'] ?? '')) return true
  return /^(comment-list|comment|footnote-separator|header|footer)$/.test(style['mso-element'] ?? '')
}

/** Links between a footnote's number and its text: of Word, LibreOffice, Google Docs, Wikipedia. */
const footnoteLink =
  /^#(_?(?:ftn|edn)(?:ref)?|sd(?:foot|end)note|ftnt(?:_ref)?|cite_note-\D*|fn:?|fnref:?|footnote-?)(\d+)/i

/** The number of a footnote whose mark an element is; `null` for other links. */
export function footnoteNumber(element: Element): string | null {
  const number = footnoteLink.exec(element.attributes.href?.replace(/^[^#]*(?=#)/, '') ?? '')?.[2]
  if (number === undefined) return null
  return textOf(element).replace(/[\s[\]]/g, '') || number
}
