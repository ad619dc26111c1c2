import { searchKey } from '../../packages/procedure/index.ts'
import type { Database } from '../../prisma/client.ts'

/**
 * The ids of the positions on a dossier with this official number (`hg 88 2023`), and of those that have every word
 * of `text` in their titles, or in those of their dossier and its numbers. Letters are folded on both sides: ș, ş
 * and s are one. Says nothing about who may see them.
 */
export async function positionsFound(database: Database, text: string): Promise<string[]> {
  const asked = text.slice(0, 200)
  const words = asked.split(/\s+/u).filter(word => word !== '')
  const key = searchKey(asked).replaceAll('/', '')
  // One letter or digit is in nearly every number.
  const number = key.length > 1 ? key : null
  const rows = await database.prisma.$queryRaw<{ id: string }[]>`
    SELECT position.id FROM position
    JOIN dossier ON dossier.id = position.dossier_id
    CROSS JOIN LATERAL (
      SELECT string_agg(value, ' ') AS printed, string_agg(replace(search_key, '/', ''), ' ') AS keys
      FROM dossier_identifier WHERE dossier_id = dossier.id
    ) AS number
    WHERE strpos(number.keys, ${number}::text) > 0
       OR NOT EXISTS (
         SELECT FROM unnest(${words}::text[]) AS word
         WHERE strpos(fold(concat_ws(' ', position.title_ro, position.title_en, dossier.title_ro, dossier.title_en,
           number.printed)), fold(word)) = 0
       )`
  return rows.map(({ id }) => id)
}
