import { fold, searchKey } from '../../packages/procedure/index.ts'
import type { Database } from '../../prisma/client.ts'

/**
 * The ids of the dossiers that `text` finds: by an identifier typed with or without spaces, dots and slashes
 * (`hg 88 2023`, `plx 123/2023`), or by every one of its words anywhere in titles, summaries, identifiers and the
 * institution's names, with diacritics folded on both sides.
 */
export async function dossiersFound(database: Database, text: string): Promise<string[]> {
  const words = fold(text.slice(0, 200)).split(/\s+/).filter(Boolean)
  const key = searchKey(text.slice(0, 200)).replaceAll('/', '')
  // One letter or digit is in nearly every number.
  const number = key.length > 1 ? key : null
  const rows = await database.prisma.$queryRaw<{ id: string }[]>`
    SELECT dossier.id
    FROM dossier
    LEFT JOIN institution ON institution.id = dossier.institution_id
    CROSS JOIN LATERAL (
      SELECT coalesce(string_agg(value, ' '), '') AS printed, coalesce(string_agg(replace(search_key, '/', ''), ' '), '') AS keys
      FROM dossier_identifier WHERE dossier_id = dossier.id
    ) AS number
    CROSS JOIN LATERAL (
      SELECT fold(concat_ws(' ', title_ro, title_en, summary_ro, summary_en, name_ro, name_en, acronym, number.printed)) AS text
      OFFSET 0 -- folded once a dossier, not once a word
    ) AS known
    WHERE strpos(number.keys, ${number}::text) > 0
       OR NOT EXISTS (SELECT 1 FROM unnest(${words}::text[]) AS word WHERE strpos(known.text, word) = 0)`
  return rows.map(({ id }) => id)
}
