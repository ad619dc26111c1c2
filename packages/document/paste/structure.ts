import type { NodeJson } from '../json.ts'
import { isMarker, type LevelFormats, markerOf, withLists } from './lists.ts'
import { type Look, linkTo, lookIn, marksOf, plainLook } from './marks.ts'
import { type FoundPicture, nameOf, ourPicture, pictureOf } from './pictures.ts'
import { footnoteNumber, isDropped } from './rubbish.ts'
import { type Cell, rowsOf, span, tableOf } from './tables.ts'
import { type Child, type Element, hasClass, newElement, styleOf, textOf } from './tree.ts'
import { cleanWords, type Line, paragraphsOf, raisedWords } from './words.ts'

/**
 * The blocks of a clipboard's tree, in ProseMirror's JSON. Only what this file makes gets into a document: there is no
 * list of what is forbidden that could lack an entry.
 */
export function blocksOf(tree: Element, source: Source): NodeJson[] {
  return new Gatherer(source, 'document').gather(tree.children, plainLook).blocks()
}

/** What is known of a clipboard beside its tree, and the pictures that are found in it. */
export interface Source {
  formats: LevelFormats
  pictures: FoundPicture[]
}

/** Where blocks will stand: not every block may stand everywhere. */
type Place = 'document' | 'item' | 'section' | 'amendment' | 'cell'

/** Elements that begin and end a line. What is not here stands within one. */
const blockNames = new Set(
  'address article aside body center dd details dir div dl dt fieldset figcaption figure footer form header hgroup html legend main p section summary tbody tfoot thead td th tr caption #root'.split(
    ' ',
  ),
)

class Gatherer {
  readonly #source: Source
  readonly #place: Place
  readonly #blocks: NodeJson[] = []
  #line: Line = []

  constructor(source: Source, place: Place) {
    this.#source = source
    this.#place = place
  }

  blocks(): NodeJson[] {
    this.#endLine()
    return this.#blocks
  }

  gather(children: readonly Child[], look: Look): this {
    for (const child of withLists(children, this.#source.formats)) {
      if (typeof child === 'string') this.#words(child, look)
      else if (!isDropped(child)) this.#element(child, look)
    }
    return this
  }

  #element(element: Element, around: Look): void {
    const { name } = element
    const look = lookIn(element, around)
    if (name === 'br') this.#line.push({ type: 'hardBreak' })
    else if (isMarker(element)) this.#marker(element, look)
    else if (name === 'a' && footnoteNumber(element) !== null)
      this.#words(`[${footnoteNumber(element)}]`, { ...look, raised: null })
    else if (headingLevel(element) !== null) this.#heading(element, headingLevel(element) ?? 2, look)
    else if (name === 'ul' || name === 'ol' || name === 'menu' || name === 'dir') this.#list(element, look)
    else if (name === 'li') this.#list(newElement('ul', {}, [element]), look)
    else if (name === 'table') this.#table(element, look)
    else if (name === 'img') this.#picture(element, look)
    else if (name === 'figure' && ourPicture(element))
      this.#block(ourPicture(element) ?? { type: 'paragraph' })
    else if (name === 'hr') this.#block({ type: 'horizontalRule' })
    else if (name === 'pre') this.#preformatted(element, look)
    else if (name === 'blockquote' || hasClass(element, /^Mso(Intense)?Quote/))
      this.#within('blockquote', element, look)
    else if (name === 'section' && isSection(element.attributes['data-block']))
      this.#within(element.attributes['data-block'], element, look)
    else if (blockNames.has(name)) {
      this.#endLine()
      this.gather(element.children, look)
      this.#endLine()
    } else this.gather(element.children, look)
  }

  #words(text: string, look: Look): void {
    const words = cleanWords(text)
    if (words === '') return
    const raised = look.raised && raisedWords(words, look.raised)
    this.#line.push({ type: 'text', text: raised || words, marks: marksOf(look) })
  }

  /** The number of a paragraph that is in no list of ours: a heading's, or one that an act is quoted by. */
  #marker(element: Element, look: Look): void {
    const marker = markerOf(element)
    if (/[\p{L}\d]/u.test(marker) && marker !== 'o') this.#words(`${marker} `, look)
  }

  #endLine(): void {
    const line = this.#line
    this.#line = []
    for (const content of paragraphsOf(line)) this.#blocks.push({ type: 'paragraph', content })
  }

  #block(block: NodeJson): void {
    this.#endLine()
    if (fits(block.type, this.#place)) this.#blocks.push(block)
    else this.#blocks.push(...paragraphsIn(block))
  }

  #inner(element: Element, look: Look, place: Place): NodeJson[] {
    return new Gatherer(this.#source, place).gather(element.children, look).blocks()
  }

  #heading(element: Element, level: number, look: Look): void {
    // A heading is bold by itself.
    const blocks = this.#inner(element, { ...look, bold: false }, 'cell')
    const lines = blocks.flatMap(paragraphsIn).map(({ content = [] }) => content.map(withoutBold))
    const content = lines.flatMap((line, at) => (at === 0 ? line : [{ type: 'hardBreak' }, ...line]))
    if (content.length > 0) this.#block({ type: 'heading', attrs: { level }, content })
  }

  #list(list: Element, look: Look): void {
    const type = list.name === 'ol' ? 'orderedList' : 'bulletList'
    let items: NodeJson[] = []
    let above: NodeJson | undefined
    for (const child of list.children) {
      if (typeof child === 'string' && child.trim() === '') continue
      const item = typeof child === 'string' ? newElement('li', {}, [child]) : child
      if (isDropped(item)) continue
      const inner = item.name === 'li' ? item : newElement('li', {}, [item])
      const blocks = this.#inner(inner, lookIn(inner, look), 'item')
      if (blocks.length === 0) continue
      if (item.name !== 'li' && items.length === 0) above = this.#listAbove()
      // Google and Word write a list in a list beside the item that it belongs to, or after the list with that item.
      const parent = item.name === 'li' ? undefined : (items.at(-1) ?? above?.content?.at(-1))
      if (parent) parent.content?.push(...blocks)
      else if (isList(blocks[0]) && blocks.length === 1 && item.name !== 'li') this.#blocks.push(...blocks)
      else items.push(listItem(blocks))
    }
    if (above?.type === type) {
      above.content?.push(...items)
      items = []
    }
    if (items.length > 0)
      this.#block({ type, ...(type === 'orderedList' ? { attrs: counting(list) } : {}), content: items })
  }

  /** The list that ends right above. */
  #listAbove(): NodeJson | undefined {
    this.#endLine()
    const last = this.#blocks.at(-1)
    return isList(last) ? last : undefined
  }

  #table(table: Element, look: Look): void {
    const rows = rowsOf(table)
    const amendments = table.attributes['data-block'] === 'amendmentTable' && this.#amendments(rows, look)
    if (amendments) {
      this.#block(amendments)
      return
    }
    const caption = table.children.find(child => typeof child !== 'string' && child.name === 'caption')
    if (caption) this.gather([caption], look)
    const cells = rows.map(({ row, header }) =>
      row.children.flatMap((child): Cell[] => {
        if (typeof child === 'string' || !/^t[dh]$/.test(child.name) || isDropped(child)) return []
        return [
          {
            header: header || child.name === 'th',
            columns: span(child.attributes.colspan),
            rows: span(child.attributes.rowspan),
            content: this.#inner(child, lookIn(child, look), 'cell'),
          },
        ]
      }),
    )
    const contents = cells.flat()
    if (contents.every(cell => cell.content.length === 0)) return
    const grid = tableOf(cells)
    // A page that is laid out by a table has no table in its text.
    const isTable = grid !== null && contents.length > 1 && table.attributes.role !== 'presentation'
    for (const block of isTable ? [grid] : contents.flatMap(cell => cell.content)) this.#block(block)
  }

  #amendments(rows: readonly { row: Element }[], look: Look): NodeJson | null {
    const content = rows.flatMap(({ row }) => {
      if (row.attributes['data-amendment'] !== 'row') return []
      const cells = row.children.filter(
        (child): child is Element => typeof child !== 'string' && child.name === 'td',
      )
      if (cells.length !== 3) return []
      return [
        {
          type: 'amendmentRow',
          content: cells.map((cell, at) => {
            const blocks = this.#inner(cell, look, 'amendment')
            return {
              type: amendmentCells[at] ?? '',
              content: blocks.length > 0 ? blocks : [{ type: 'paragraph' }],
            }
          }),
        },
      ]
    })
    return content.length > 0 ? { type: 'amendmentTable', content } : null
  }

  /** A picture of ours stays; another one cannot come along, but its address can, without being asked for. */
  #picture(element: Element, look: Look): void {
    const found = pictureOf(element)
    if (found === null) return
    this.#source.pictures.push(found)
    const href = found.kind === 'linked' ? linkTo(found.src) : null
    if (href !== null) this.#words(`[${nameOf(found)}]`, { ...look, href })
  }

  #preformatted(element: Element, look: Look): void {
    this.#endLine()
    textOf(element)
      .split(/\r\n|\r|\n/)
      .forEach((line, at) => {
        if (at > 0) this.#line.push({ type: 'hardBreak' })
        this.#words(line, look)
      })
    this.#endLine()
  }

  #within(type: 'blockquote' | 'situation' | 'recommendation', element: Element, look: Look): void {
    const content = this.#inner(element, look, type === 'blockquote' ? 'document' : 'section')
    if (content.length > 0) this.#block({ type, content })
  }
}

const amendmentCells = ['amendmentPresent', 'amendmentProposed', 'amendmentReasons']

const isSection = (name: string | undefined): name is 'situation' | 'recommendation' =>
  name === 'situation' || name === 'recommendation'

/** The level of a heading as its author's program counts it, from 1; `null` for what is no heading. */
function headingLevel(element: Element): number | null {
  const { name, attributes } = element
  const byName = /^h([1-6])$/.exec(name)?.[1]
  if (byName !== undefined) return Number(byName)
  if (attributes.role === 'heading') return Number(attributes['aria-level']) || 2
  if (name !== 'p' && name !== 'div') return null
  if (hasClass(element, /^MsoTitle/)) return 1
  const byClass = /(?:^|\s)MsoHeading(\d)/.exec(attributes.class ?? '')?.[1]
  const byOutline = /^[1-6]$/.exec(styleOf(element)['mso-outline-level'] ?? '')?.[0]
  return Number(byClass ?? byOutline ?? 0) || null
}

const listTypes: Record<string, string> = {
  'lower-alpha': 'a',
  'lower-latin': 'a',
  'upper-alpha': 'A',
  'upper-latin': 'A',
  'lower-roman': 'i',
  'upper-roman': 'I',
}

const isList = (block: NodeJson | undefined) => block?.type === 'bulletList' || block?.type === 'orderedList'

function listItem(blocks: NodeJson[]): NodeJson {
  const first = blocks[0]?.type === 'paragraph' ? [] : [{ type: 'paragraph' }]
  return { type: 'listItem', content: [...first, ...blocks] }
}

/** From where and how an ordered list counts, where that is not 1, 2, 3. */
function counting(list: Element): Record<string, unknown> {
  const start = Number(list.attributes.start)
  const item = list.children.find(child => typeof child !== 'string')
  const styles = [list, ...(item === undefined || typeof item === 'string' ? [] : [item])].map(styleOf)
  const [byStyle] = styles.flatMap(
    style => listTypes[style['list-style-type'] ?? style['list-style'] ?? ''] ?? [],
  )
  const type = /^[aAiI]$/.exec(list.attributes.type ?? '')?.[0] ?? byStyle
  return {
    ...(Number.isSafeInteger(start) && start > 1 ? { start } : {}),
    ...(type === undefined ? {} : { type }),
  }
}

function fits(type: string, place: Place): boolean {
  if (place === 'document') return true
  if (type === 'paragraph' || type === 'bulletList' || type === 'orderedList') return true
  if (place === 'section') return type === 'heading' || type === 'blockquote' || type === 'image'
  return place !== 'amendment' && (type === 'blockquote' || type === 'image')
}

/** The paragraphs in a block, for where the block itself may not stand. */
function paragraphsIn(block: NodeJson): NodeJson[] {
  if (block.type === 'paragraph') return [block]
  if (block.type === 'heading') return [{ type: 'paragraph', content: block.content }]
  return (block.content ?? []).flatMap(paragraphsIn)
}

function withoutBold(run: NodeJson): NodeJson {
  return run.marks ? { ...run, marks: run.marks.filter(mark => mark.type !== 'bold') } : run
}
