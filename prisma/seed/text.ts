/** Texts of the demonstration: written here in short form, kept like any other text, the same to the block id. */
import { fromUpdates, type NodeJson, toUpdate } from '../../packages/document/content.ts'
import { documentSchemaVersion } from '../../packages/document/schema.ts'
import { contentHash } from '../../packages/document/version.ts'
import type { Transaction } from '../client.ts'

/** The pen of one text: every block gets the next id, `name` and a number (a-z and 0-9 only). */
export function writing(name: string) {
  let count = 0
  const blockId = () => {
    count += 1
    return `${name}${String(count).padStart(3, '0')}`
  }
  const block = (type: string, content: NodeJson[], attrs: Record<string, unknown> = {}): NodeJson => ({
    type,
    attrs: { ...attrs, blockId: blockId() },
    content,
  })
  const paragraph = (text: string) => block('paragraph', text === '' ? [] : [{ type: 'text', text }])
  const cell = (type: string, text: string): NodeJson => ({ type, content: [paragraph(text)] })
  return {
    heading: (text: string) => block('heading', [{ type: 'text', text }], { level: 2 }),
    paragraph,
    list: (...items: string[]): NodeJson => ({
      type: 'bulletList',
      content: items.map(item => ({ type: 'listItem', content: [paragraph(item)] })),
    }),
    situation: (...lines: string[]) => block('situation', lines.map(paragraph)),
    recommendation: (...lines: string[]) => block('recommendation', lines.map(paragraph)),
    amendments: (...rows: { present: string; proposed: string; reasons: string }[]) =>
      block(
        'amendmentTable',
        rows.map(({ present, proposed, reasons }) =>
          block('amendmentRow', [
            cell('amendmentPresent', present),
            cell('amendmentProposed', proposed),
            cell('amendmentReasons', reasons),
          ]),
        ),
      ),
  }
}

/** A document that began as `blocks` on `at`, written by a person for an organisation. */
export async function seedDocument(
  tx: Transaction,
  {
    id,
    blocks,
    at,
    authorId = null,
    organisationId = null,
  }: {
    id: string
    blocks: NodeJson[]
    at: Date
    authorId?: string | null
    organisationId?: string | null
  },
): Promise<void> {
  await tx.document.create({
    data: {
      id,
      schemaVersion: documentSchemaVersion,
      head: 1,
      createdAt: at,
      updates: {
        create: {
          seq: 1,
          authorId,
          organisationId,
          bytes: toUpdate({ type: 'doc', content: blocks }),
          createdAt: at,
        },
      },
    },
  })
}

/** The text of `blocks` frozen on `at`; answers what was frozen. */
export async function seedVersion(
  tx: Transaction,
  version: {
    id: string
    documentId: string
    number: number
    name: string
    blocks: NodeJson[]
    frozenById: string
    at: Date
  },
): Promise<NodeJson> {
  const { blocks, at, ...row } = version
  const content = fromUpdates([toUpdate({ type: 'doc', content: blocks })])
  await tx.documentVersion.create({
    data: {
      ...row,
      content: JSON.parse(JSON.stringify(content)),
      hash: await contentHash(content),
      frozenAt: at,
    },
  })
  return content
}
