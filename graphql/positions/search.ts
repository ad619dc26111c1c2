import type { Database } from '../../prisma/client.ts'

/**
 * The ids of the positions that have every word of `text` in their titles, or in those of their dossier and its
 * identifiers. Letters are folded on both sides: ș, ş and s are one. Says nothing about who may see them.
 */
export async function positionsFound(database: Database, text: string): Promise<string[]> {
  const words = text
    .slice(0, 200)
    .split(/\s+/u)
    .filter(word => word !== '')
  const rows = await database.prisma.$queryRaw<{ id: string }[]>`
    SELECT position.id FROM position
    JOIN dossier ON dossier.id = position.dossier_id
    CROSS JOIN LATERAL (
      SELECT string_agg(value, ' ') AS numbers FROM dossier_identifier WHERE dossier_id = dossier.id
    ) AS identifier
    WHERE NOT EXISTS (
      SELECT FROM unnest(${words}::text[]) AS word
      WHERE strpos(fold(concat_ws(' ', position.title_ro, position.title_en, dossier.title_ro, dossier.title_en,
        identifier.numbers)), fold(word)) = 0
    )`
  return rows.map(({ id }) => id)
}
