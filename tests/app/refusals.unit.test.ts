import { globSync, readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { expect, test } from 'vitest'

const app = resolve(import.meta.dirname, '../../app')

test('what a page asks of a refusal is written once', () => {
  const own = globSync('**/*.{ts,tsx}', { cwd: app }).filter(
    file => file !== 'refused.ts' && /\bon Refusal\b/.test(readFileSync(resolve(app, file), 'utf8')),
  )
  expect(own).toEqual([])
})
