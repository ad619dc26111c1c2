/** What audit entries are about, by name: as far as the viewer may see it, for a whole page of entries at once. */
import { inLanguage } from '../bilingual.ts'
import type { Context } from '../context.ts'
import { visibleMeetings } from '../meetings/access.ts'
import { seesFederation } from '../organisations/access.ts'
import { visiblePolls } from '../polls/access.ts'
import { visiblePositions } from '../positions/access.ts'

interface Title {
  id: string
  ro: string
  en: string
}

/** Titles of `ids`; what is unknown, untitled or out of sight is left out. At most four statements. */
async function titlesOf({ database, viewer }: Context, ids: readonly string[]): Promise<Title[]> {
  const of = (prefix: string) => ids.filter(id => id.startsWith(`${prefix}_`))
  const where = (prefix: string) => ({ id: { in: of(prefix) } })
  const { prisma } = database
  // Every member sees these, so they need no scope of their own.
  const open = seesFederation(viewer)
    ? await prisma.$queryRaw<Title[]>`
        SELECT id, name AS ro, name AS en FROM organisation WHERE id = ANY(${of('org')})
        UNION ALL SELECT id, name, name FROM person WHERE id = ANY(${of('per')})
        UNION ALL SELECT mandate.id, person.name, person.name
          FROM mandate JOIN person ON person.id = mandate.person_id WHERE mandate.id = ANY(${of('man')})
        UNION ALL SELECT id, name_ro, name_en FROM working_group WHERE id = ANY(${of('grp')})
        UNION ALL SELECT id, name_ro, name_en FROM statute_rule WHERE id = ANY(${of('rul')})
        UNION ALL SELECT id, name_ro, name_en FROM institution WHERE id = ANY(${of('ins')})
        UNION ALL SELECT id, title_ro, title_en FROM dossier WHERE id = ANY(${of('dos')})`
    : []
  const titled = { id: true, titleRo: true, titleEn: true } as const
  // A text has the title of its position or its meeting.
  const positions =
    of('pos').length + of('doc').length === 0
      ? []
      : await prisma.position.findMany({
          where: {
            OR: [where('pos'), { documentId: { in: of('doc') } }],
            AND: [visiblePositions(viewer)],
          },
          select: { ...titled, documentId: true },
        })
  const meetings =
    of('mee').length + of('doc').length === 0
      ? []
      : await prisma.meeting.findMany({
          where: {
            OR: [where('mee'), { minutesDocumentId: { in: of('doc') } }],
            AND: [visibleMeetings(viewer)],
          },
          select: { ...titled, minutesDocumentId: true },
        })
  const polls =
    of('pol').length === 0
      ? []
      : await prisma.poll.findMany({
          where: { ...where('pol'), AND: [visiblePolls(viewer)] },
          select: { id: true, questionRo: true, questionEn: true },
        })
  return [
    ...open,
    ...positions.flatMap(({ id, documentId, titleRo: ro, titleEn: en }) => [
      { id, ro, en },
      { id: documentId, ro, en },
    ]),
    ...meetings.flatMap(({ id, minutesDocumentId, titleRo: ro, titleEn: en }) => [
      { id, ro, en },
      { id: minutesDocumentId, ro, en },
    ]),
    ...polls.map(({ id, questionRo, questionEn }) => ({ id, ro: questionRo, en: questionEn })),
  ]
}

const asked = new WeakMap<Context, { ids: Set<string>; titles: Promise<Map<string, string>> }>()

/** The title of one subject, in the viewer's language. The rows of a page ask in the same turn and are answered together. */
export async function titleOf(context: Context, id: string): Promise<string | null> {
  let batch = asked.get(context)
  if (batch === undefined) {
    const ids = new Set<string>()
    const titles = new Promise(setImmediate).then(async () => {
      asked.delete(context)
      const rows = await titlesOf(context, [...ids])
      return new Map(rows.map(row => [row.id, inLanguage(context.locale, row.ro, row.en)]))
    })
    batch = { ids, titles }
    asked.set(context, batch)
  }
  batch.ids.add(id)
  return (await batch.titles).get(id) ?? null
}
