/** A mark on a run of text, in ProseMirror's JSON. */
export interface MarkJson {
  type: string
  attrs?: Record<string, unknown>
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
