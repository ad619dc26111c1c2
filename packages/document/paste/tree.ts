import { Parser } from 'htmlparser2'

/** A piece of the HTML on a clipboard. Words are strings; comments are left out. */
export interface Element {
  /** In lower case; with a `#` in front for what stands between two conditional comments of Word. */
  name: string
  attributes: Record<string, string>
  children: Child[]
}

export type Child = Element | string

/** Elements nested deeper than this stand beside each other: no text is that deep, and recursion must end. */
const deepest = 200

/** From here on it is read as if everything had been closed: the parser's time grows with the square of the depth. */
const hopeless = 2_000

export const newElement = (
  name: string,
  attributes: Record<string, string> = {},
  children: Child[] = [],
): Element => ({ name, attributes, children })

/**
 * The HTML of a clipboard as a tree. Takes anything: a fragment, a whole page, what Word writes, what is no HTML.
 * `<![if !supportLists]>…<![endif]>`, which is how Word writes the number of a paragraph in a list, becomes an
 * element called `#lists`, and so on; other conditional comments vanish.
 */
export function readHtml(html: string): Element {
  const root = newElement('#root')
  for (let from = 0; from < html.length; ) from += readInto(root, html.slice(from))
  return root
}

/** Reads `html` up to its end or to where it is too deep to be anything; answers how far it came. */
function readInto(root: Element, html: string): number {
  const open = [root]
  const top = () => open.at(-1) ?? root
  let read = html.length

  const enter = (name: string, attributes: Record<string, string>) => {
    const parent = top()
    if (open.length >= deepest && !name.startsWith('#')) {
      open.push(parent)
    } else {
      const next = newElement(name, attributes)
      parent.children.push(next)
      open.push(next)
    }
    if (open.length > hopeless) {
      parser.pause()
      read = parser.endIndex + 1
    }
  }
  const leave = () => {
    if (open.length > 1) open.pop()
  }
  const condition = (text: string) => {
    const feature = /^!?\[if !support(\w+)\]/.exec(text)?.[1]
    if (feature !== undefined && open.length < deepest) enter(`#${feature.toLowerCase()}`, {})
    else if (/^!?\[endif\]/.test(text) && top().name.startsWith('#')) leave()
  }

  const parser = new Parser(
    {
      onopentag: enter,
      onclosetag: () => {
        // What Word left open between two of its comments ends with the element around them.
        while (top().name.startsWith('#') && open.length > 1) leave()
        leave()
      },
      ontext: text => {
        const { children } = top()
        const last = children.length - 1
        if (typeof children[last] === 'string') children[last] += text
        else children.push(text)
      },
      oncomment: text => condition(text.trim()),
      onprocessinginstruction: (_, text) => condition(text),
    },
    { lowerCaseTags: true, decodeEntities: true },
  )
  parser.write(html)
  if (read === html.length) parser.end()
  return read
}

/** The words in an element, as they stand. */
export function textOf(child: Child): string {
  return typeof child === 'string' ? child : child.children.map(textOf).join('')
}

const styles = new WeakMap<Element, Record<string, string>>()

/** The declarations of the `style` attribute, names and values in lower case. */
export function styleOf(element: Element): Record<string, string> {
  const known = styles.get(element)
  if (known) return known
  const found: Record<string, string> = {}
  for (const declaration of (element.attributes.style ?? '').split(';')) {
    const colon = declaration.indexOf(':')
    if (colon < 0) continue
    const name = declaration.slice(0, colon).trim().toLowerCase()
    const value = declaration.slice(colon + 1)
    found[name] = value.replace(/\s+/g, ' ').trim().toLowerCase()
  }
  styles.set(element, found)
  return found
}

/** Whether one of the element's classes is, or begins like, the expression. */
export function hasClass({ attributes }: Element, expression: RegExp): boolean {
  return (attributes.class ?? '').split(/\s+/).some(name => expression.test(name))
}
