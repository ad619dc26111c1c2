import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { expect, test } from 'vitest'
import { createTranslator } from '../../app/i18n/translate.ts'

/** The acts as `AuditAction` lists them: `poll.opened`, … */
function acts(): string[] {
  const source = readFileSync(resolve(import.meta.dirname, '../../graphql/audit/record.ts'), 'utf8')
  return [...source.matchAll(/`(\w+)\.\$\{([^}]+)\}`/g)].flatMap(([, concept, names = '']) =>
    [...names.matchAll(/'(\w+)'/g)].map(([, name]) => `${concept}.${name}`),
  )
}

test.each(['ro', 'en'] as const)('every act of the trail and its concept have words (%s)', locale => {
  const t = createTranslator(locale)
  const all = acts()
  expect(all.length).toBeGreaterThan(30)
  const unsaid = all.filter(
    act =>
      t(`audit:action.${act}`).endsWith(act) ||
      t(`audit:concept.${act.split('.')[0]}`).startsWith('concept.'),
  )
  expect(unsaid).toEqual([])
})
