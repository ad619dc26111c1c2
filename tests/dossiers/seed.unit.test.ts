import { describe, expect, test } from 'vitest'
import {
  currentStage,
  legalDate,
  normaliseIdentifier,
  parseIdentifier,
  procedures,
  searchKey,
  stage,
} from '../../packages/procedure/index.ts'
import { seedDossierRows } from '../../prisma/seed/dossiers.ts'
import { seedInstitutions } from '../../prisma/seed/institutions.ts'
import { seedOrganisations } from '../../prisma/seed/organisations.ts'

describe('the demonstration’s dossiers', () => {
  test.each(seedDossierRows)(
    '$id has the steps of its procedure, each with a source, the last one being where it is',
    row => {
      const procedure = procedures[row.procedure]
      const steps = row.steps.map(step => ({ ...step, date: legalDate(step.date) }))
      for (const step of steps) {
        expect(stage(procedure, step.stage), step.stage).toBeDefined()
        expect(step.source, step.stage).toBeTruthy()
      }
      expect(currentStage(procedure, steps)?.key).toBe(steps.at(-1)?.stage)
    },
  )

  test.each(seedDossierRows)(
    '$id is worded in both languages and led by a member with an institution',
    row => {
      for (const text of [row.titleRo, row.titleEn, row.summaryRo, row.summaryEn]) expect(text).not.toBe('')
      // Romanian is written with the comma below, never with the cedilla.
      expect(JSON.stringify(row)).not.toMatch(/[şţŞŢ]/)
      expect(seedOrganisations.map(({ id }) => id)).toContain(row.leadId)
      expect(seedInstitutions.map(({ id }) => id)).toContain(row.institutionId)
    },
  )

  test('have numbers of known forms, written as they are cited, each at one dossier', () => {
    const numbers = seedDossierRows.flatMap(({ identifiers }) => identifiers)
    for (const number of numbers) {
      expect(parseIdentifier(number), number).toBeDefined()
      expect(normaliseIdentifier(number)).toBe(number)
    }
    const keys = numbers.map(number => `${parseIdentifier(number)?.kind} ${searchKey(number)}`)
    expect(new Set(keys).size).toBe(keys.length)
  })
})
