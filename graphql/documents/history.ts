/** The history of a text: who wrote when, and what became of it between two points. */
import { compare } from '../../packages/document/compare.ts'
import { compareHtml } from '../../packages/document/compareHtml.ts'
import { builder } from '../builder.ts'
import { documentGuard, readsHistory } from './access.ts'
import { blockWords, comparingWords } from './content.ts'
import { type Point, pointOf } from './points.ts'
import { readLog } from './reading.ts'
import { type Author, type Restoration, restorationsOf, type Session, sessionsOf } from './sessions.ts'

const AuthorType = builder.objectRef<Author>('TextAuthor').implement({
  description: 'Who wrote something, as far as it is still known.',
  fields: t => ({
    personId: t.string({ nullable: true, resolve: ({ personId }) => personId }),
    name: t.exposeString('name', {
      nullable: true,
      description: 'Null for the platform itself, and for a person who is no longer here (`gone`).',
    }),
    organisation: t.exposeString('organisation', {
      nullable: true,
      description: 'The short name of the organisation it was written for.',
    }),
    gone: t.exposeBoolean('gone', { description: 'The person’s account was closed or removed.' }),
  }),
})

const SessionType = builder.objectRef<Session>('WritingSession').implement({
  description:
    'The edits of one person for one organisation without a longer pause. Others may have written meanwhile.',
  fields: t => ({
    firstEdit: t.exposeInt('firstSeq'),
    lastEdit: t.exposeInt('lastSeq'),
    author: t.field({ type: AuthorType, resolve: session => session }),
    beganAt: t.expose('beganAt', { type: 'DateTime' }),
    endedAt: t.expose('endedAt', { type: 'DateTime' }),
    edits: t.exposeInt('edits'),
    wordsAdded: t.exposeInt('wordsAdded', {
      description: 'Words of the text at its end that have a letter of it.',
    }),
    wordsStruck: t.exposeInt('wordsStruck', {
      description: 'Words, or parts of them, that stood before and that it struck.',
    }),
  }),
})

const RestorationType = builder.objectRef<Restoration>('TextRestoration').implement({
  description: 'An older text that somebody made the text again.',
  fields: t => ({
    edit: t.exposeInt('seq'),
    point: t.exposeString('point', { description: 'Which one: `v2` or `e1234`.' }),
    at: t.expose('at', { type: 'DateTime' }),
    author: t.field({ type: AuthorType, resolve: restoration => restoration }),
  }),
})

const PointType = builder.objectRef<Point>('TextPoint').implement({
  description: 'A text as it was at one point of its history.',
  fields: t => ({
    name: t.exposeString('name', { description: '`v2`, `e1234` or `now`.' }),
    at: t.expose('at', { type: 'DateTime', nullable: true }),
    version: t.int({ nullable: true, resolve: ({ version }) => version?.number ?? null }),
    versionName: t.string({ resolve: ({ version }) => version?.name ?? '' }),
  }),
})

interface Compared {
  from: Point
  to: Point
}

const ComparisonType = builder.objectRef<Compared>('TextComparison').implement({
  description: 'What became of a text between two points.',
  fields: t => ({
    from: t.expose('from', { type: PointType }),
    to: t.expose('to', { type: PointType }),
    inserted: t.int({ resolve: compared => differenceOf(compared).counts.inserted }),
    struck: t.int({ resolve: compared => differenceOf(compared).counts.struck }),
    changed: t.int({ resolve: compared => differenceOf(compared).counts.changed }),
    moved: t.int({ resolve: compared => differenceOf(compared).counts.moved }),
    html: t.string({
      nullable: true,
      description:
        'Safe to put into a page; words around it in the viewer’s language. Null when one of the texts is no document.',
      args: { sideBySide: t.arg.boolean({ defaultValue: false }) },
      resolve: (compared, { sideBySide }, { t: translate }) =>
        compareHtml(
          differenceOf(compared),
          { before: compared.from.text, after: compared.to.text },
          {
            words: comparingWords(translate),
            blocks: blockWords(translate),
            sideBySide: sideBySide === true,
          },
        ),
    }),
  }),
})

const differences = new WeakMap<Compared, ReturnType<typeof compare>>()

/** Computed once for all the fields that tell of it. */
function differenceOf(compared: Compared): ReturnType<typeof compare> {
  const known = differences.get(compared)
  if (known) return known
  const difference = compare(compared.from.text, compared.to.text)
  differences.set(compared, difference)
  return difference
}

/** Comparing two texts costs more than showing one. */
const twoTexts = { field: 60, multiplier: 1 }

builder.prismaObjectFields('Document', t => ({
  mayReadHistory: t.boolean({
    description: 'Whether the viewer sees who wrote when; without it, only frozen versions.',
    select: documentGuard,
    resolve: (document, _args, { viewer }) => readsHistory(viewer, document),
  }),
  sessions: t.field({
    type: [SessionType],
    description: 'Who wrote when, the latest first.',
    args: {
      first: t.arg.int({ defaultValue: 50 }),
      before: t.arg.int({ description: 'Only sessions that began before this edit.' }),
    },
    complexity: { field: 20, multiplier: 10 },
    select: documentGuard,
    resolve: async (document, { first, before }, { viewer, database }) => {
      if (!readsHistory(viewer, document)) return []
      await readLog(database, document.id)
      return sessionsOf(database, document.id, { first: Math.min(first ?? 50, 200), before: before ?? null })
    },
  }),
  restorations: t.field({
    type: [RestorationType],
    description: 'The latest first.',
    select: documentGuard,
    resolve: (document, _args, { viewer, database }) =>
      readsHistory(viewer, document) ? restorationsOf(database, document.id) : [],
  }),
  comparison: t.field({
    type: ComparisonType,
    nullable: true,
    description: 'Null when one of the points does not exist, or is not for the viewer.',
    args: { from: t.arg.string({ required: true }), to: t.arg.string({ required: true }) },
    complexity: twoTexts,
    select: documentGuard,
    resolve: async (document, { from, to }, context) => {
      const before = await pointOf(context, document, from)
      const after = await pointOf(context, document, to)
      return before && after && { from: before, to: after }
    },
  }),
}))
