/** A mark on a run of text, in ProseMirror's JSON. */
export interface MarkJson {
  type: string
  attrs?: Record<string, unknown>
  /** How Yjs has it, where that is not the type with its attributes. Not exported. */
  written?: { key: string; value: unknown }
}

/** A node of a document, in ProseMirror's JSON: what is exported, frozen and hashed. */
export interface NodeJson {
  type: string
  attrs?: Record<string, unknown>
  content?: NodeJson[]
  marks?: MarkJson[]
  text?: string
}

/** Visits `node` and everything in it, parents first. `visit` answers whether to go inside a node. */
export function walk(node: NodeJson, visit: (node: NodeJson) => boolean): void {
  if (!visit(node)) return
  for (const child of node.content ?? []) walk(child, visit)
}

/** The string attribute `name` of a node, or `null`. */
export function stringAttribute(node: NodeJson, name: string): string | null {
  const value = node.attrs?.[name]
  return typeof value === 'string' ? value : null
}

const blockEnds = new Set(['paragraph', 'heading', 'image', 'horizontalRule'])

/** The words alone: one line a paragraph, no marks. For search, counting and notifications. */
export function toText(json: NodeJson): string {
  const lines: string[] = []
  let line = ''
  const visit = (node: NodeJson, among: 'words' | 'blocks') => {
    if (node.text !== undefined) line += node.text
    if (node.type === 'hardBreak') line += '\n'
    if (node.type === 'image') line += wordsOfImage(node)
    const holdsWords = node.content?.some(child => child.type === 'text') === true
    for (const child of node.content ?? []) visit(child, holdsWords ? 'words' : among)
    // Also the end of a block of another version, if it holds words.
    if (blockEnds.has(node.type) || (holdsWords && among === 'blocks')) {
      if (line !== '') lines.push(line)
      line = ''
    }
  }
  visit(json, 'blocks')
  if (line !== '') lines.push(line)
  return lines.join('\n')
}

/** What a picture shows in brackets, and its caption. One that decorates has no words. */
function wordsOfImage(image: NodeJson): string {
  const alt = stringAttribute(image, 'alt')
  const caption = stringAttribute(image, 'caption')
  return [alt ? `[${alt}]` : '', caption ?? ''].filter(words => words !== '').join(' ')
}
