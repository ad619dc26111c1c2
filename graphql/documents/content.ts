/** The text of a version as the database keeps it, and the words that stand around a text on a page. */
import type { BlockWords } from '../../packages/document/blocks.ts'
import type { CompareWords } from '../../packages/document/compareHtml.ts'
import type { NodeJson } from '../../packages/document/content.ts'
import { toHtml } from '../../packages/document/html.ts'
import type { Prisma } from '../../prisma/client.ts'
import type { Translate } from '../context.ts'

/** `content` of a `document_version` row. Only `freezeVersion` and the seed write it, so a misfit is a bug. */
export function contentOf(stored: Prisma.JsonValue): NodeJson {
  if (typeof stored !== 'object' || stored === null || !('type' in stored) || stored.type !== 'doc')
    throw new TypeError('a version holds no document')
  return { ...stored, type: stored.type }
}

/** A text as HTML that is safe to put into a page, its blocks labelled in the reader's language. */
export function htmlFor(json: NodeJson, t: Translate): string {
  return toHtml(json, blockWords(t))
}

export function blockWords(t: Translate): BlockWords {
  return {
    paragraph: t('documents:block.paragraph'),
    situation: t('documents:block.situation'),
    recommendation: t('documents:block.recommendation'),
    amendmentTable: t('documents:block.amendmentTable'),
    present: t('documents:block.present'),
    proposed: t('documents:block.proposed'),
    reasons: t('documents:block.reasons'),
    unknown: t('documents:block.unknown'),
  }
}

/** What is said around two texts that are compared. */
export function comparingWords(t: Translate): CompareWords {
  return {
    run: {
      inserted: t('compare:run.inserted'),
      struck: t('compare:run.struck'),
      styled: t('compare:run.styled'),
    },
    runEnd: t('compare:run.end'),
    block: {
      inserted: t('compare:block.inserted'),
      struck: t('compare:block.struck'),
      changed: t('compare:block.changed'),
    },
    moved: { down: t('compare:moved.down'), up: t('compare:moved.up') },
    note: {
      kind: t('compare:note.kind'),
      place: t('compare:note.place'),
      style: t('compare:note.style'),
      attributes: t('compare:note.attributes'),
    },
    left: (to, quote) => t(`compare:left.${to}`, { quote }),
    folded: count => t('compare:folded', { count }),
    side: { before: t('compare:side.before'), after: t('compare:side.after') },
  }
}
