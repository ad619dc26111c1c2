/** A dossier's official numbers: read as they are typed, kept as they are cited, found however they are written. */
import { z } from 'zod'
import {
  type IdentifierKind,
  identifierKinds,
  normaliseIdentifier,
  parseIdentifier,
  searchKey,
} from '../../packages/procedure/index.ts'
import type { Transaction } from '../../prisma/client.ts'
import { Refusal } from '../refusal.ts'

export interface DossierNumber {
  kind: IdentifierKind | 'other'
  value: string
  searchKey: string
}

/** Acts first, then the numbers of their making, then where they were printed; other texts last. */
const order: readonly string[] = [
  ...['law', 'oug', 'og', 'hg', 'om', 'eu_act', 'pl_x', 'senate', 'bpi', 'eu_procedure', 'com'],
  ...identifierKinds.filter(kind => ['gazette', 'celex', 'eli'].includes(kind)),
  'other',
]

/** The year that a number carries last (`HG 533/16.05.2024`), 0 where it has none. */
const yearOf = (value: string) => Number(/.*((?:18|19|20|21)\d\d)(?!\d)/.exec(value)?.[1] ?? 0)

/** As a reader looks for them, whatever order the database gives: by kind, and of one kind the newest first. */
export function inReadingOrder<Row extends { kind: string; value: string }>(rows: readonly Row[]): Row[] {
  return rows.toSorted(
    (a, b) =>
      order.indexOf(a.kind) - order.indexOf(b.kind) ||
      yearOf(b.value) - yearOf(a.value) ||
      (a.value < b.value ? -1 : 1),
  )
}

/** One typed number; a text of no known form is kept as it is. */
export function dossierNumber(text: string): DossierNumber {
  return {
    kind: parseIdentifier(text)?.kind ?? 'other',
    value: normaliseIdentifier(text),
    searchKey: searchKey(text),
  }
}

/** Up to 20 numbers of up to 120 characters; empty lines and repetitions fall away. */
export const dossierNumbers = () =>
  z
    .array(z.string())
    .transform(texts => {
      const numbers = texts
        .map(text => dossierNumber(text.normalize('NFC')))
        .filter(({ searchKey }) => searchKey !== '')
      return inReadingOrder([
        ...new Map(numbers.map(each => [`${each.kind} ${each.searchKey}`, each])).values(),
      ])
    })
    .refine(numbers => numbers.length <= 20, 'too_many')
    .refine(numbers => numbers.every(({ value }) => value.length <= 120), 'too_long')

/** Gives the dossier exactly these numbers; refuses one that another dossier has, and says which dossier. */
export async function keepNumbers(
  tx: Transaction,
  dossierId: string,
  numbers: readonly DossierNumber[],
): Promise<void> {
  const taken = await tx.dossierIdentifier.findFirst({
    where: {
      dossierId: { not: dossierId },
      OR: numbers.map(({ kind, searchKey }) => ({ kind, searchKey })),
    },
    select: { value: true, dossier: { select: { titleRo: true } } },
  })
  if (taken !== null)
    throw new Refusal('already_exists', {
      detail: 'identifier',
      values: { identifier: taken.value, title: taken.dossier.titleRo },
      fields: [{ field: 'identifiers', code: 'taken' }],
    })
  await tx.dossierIdentifier.deleteMany({ where: { dossierId } })
  await tx.dossierIdentifier.createMany({ data: numbers.map(number => ({ ...number, dossierId })) })
}
