/**
 * The points of a text's history that an address can name: `v2` its second frozen version, `e1234` as it was after the
 * edit 1234 of its log (`e0` before the first one), `now`.
 */
import { emptyDocument, type NodeJson } from '../../packages/document/content.ts'
import type { Context } from '../context.ts'
import { type GuardedDocument, readsHistory, seesAll } from './access.ts'
import { contentOf } from './content.ts'
import { currentText } from './current.ts'
import { textAt } from './reading.ts'

export interface Point {
  /** As an address names it. */
  name: string
  /** When the text was so: an edit's time, or when it was frozen; null for before the first edit, and for now. */
  at: Date | null
  version: { number: number; name: string } | null
  text: NodeJson
}

type Asked = Pick<Context, 'database' | 'viewer'>

/** The text at a point; null when there is no such point, or when it is not for the viewer. */
export async function pointOf(
  { database, viewer }: Asked,
  document: GuardedDocument,
  name: string,
): Promise<Point | null> {
  if (!seesAll(viewer, document)) return null
  const none = { at: null, version: null }
  if (name === 'now') return { name, ...none, text: await currentText(database.prisma, document.id) }
  const [, kind, digits] = /^([ve])(\d{1,9})$/.exec(name) ?? []
  const number = Number(digits)
  if (kind === 'v') {
    if (!seesAll(viewer, document)) return null
    const version = await database.prisma.documentVersion.findUnique({
      where: { documentId_number: { documentId: document.id, number } },
      select: { number: true, name: true, frozenAt: true, content: true },
    })
    if (version === null) return null
    const { content, frozenAt } = version
    return { name, at: frozenAt, version, text: contentOf(content) }
  }
  if (kind !== 'e' || !readsHistory(viewer, document)) return null
  if (number === 0) return { name, ...none, text: emptyDocument }
  const [edit] = await database.sql.query<{ at: Date }>(
    'SELECT created_at AS at FROM document_update WHERE document_id = $1 AND seq = $2',
    [document.id, number],
  )
  if (edit === undefined) return null
  return { name, at: edit.at, version: null, text: await textAt(database, document.id, number) }
}
