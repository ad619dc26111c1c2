import { globSync, readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { describe, expect, test } from 'vitest'
import type { Locale, Words } from '../../app/i18n/index.ts'
import { createTranslator, words } from '../../app/i18n/translate.ts'

/** Every sentence of a language by its path, `namespace:key.key`. */
function sentences(tree: Words): Map<string, string> {
  const found = new Map<string, string>()
  const walk = (branch: Words, path: string, joint: string) => {
    for (const [key, value] of Object.entries(branch)) {
      const at = path === '' ? key : `${path}${joint}${key}`
      if (typeof value === 'string') found.set(at, value)
      else walk(value, at, path === '' ? ':' : '.')
    }
  }
  walk(tree, '', '')
  return found
}

const plural = /_(zero|one|two|few|many|other)$/
const forms: Record<Locale, string[]> = { ro: ['few', 'one', 'other'], en: ['one', 'other'] }
const ro = sentences(words.ro)
const en = sentences(words.en)
const languages = [
  ['ro', ro],
  ['en', en],
] as const

/** The keys as code may ask for them: plural forms have one name besides their own. */
function asked(found: Map<string, string>): string[] {
  return [...new Set([...found.keys()].flatMap(key => [key.replace(plural, ''), key]))].sort()
}

function variables(sentence: string): string[] {
  return [...sentence.matchAll(/\{\{\s*([\w.]+)/g)].map(([, name = '']) => name)
}

describe('the words of both languages', () => {
  test('the same things can be said in both', () => {
    const once = (found: Map<string, string>) =>
      [...new Set([...found.keys()].map(key => key.replace(plural, '')))].sort()
    expect(once(en)).toEqual(once(ro))
  })

  test.each(languages)(
    'every counted sentence has each plural form of its language (%s)',
    (locale, found) => {
      const counted = new Map<string, string[]>()
      for (const [key, sentence] of found) {
        const form = plural.exec(key)?.[1]
        const name = key.replace(plural, '')
        // A key may end in "_one" and count nothing.
        if (!form || !(sentence.includes('{{count}}') || found.has(`${name}_other`))) continue
        counted.set(name, [...(counted.get(name) ?? []), form].sort())
      }
      expect([...counted].filter(([, has]) => has.join() !== forms[locale].join())).toEqual([])
    },
  )

  test('a sentence is filled in with the same things in both', () => {
    const fillings = (found: Map<string, string>) => {
      const all = new Map<string, Set<string>>()
      for (const [key, sentence] of found) {
        const name = key.replace(plural, '')
        all.set(name, new Set([...(all.get(name) ?? []), ...variables(sentence)]))
      }
      return Object.fromEntries([...all].map(([key, names]) => [key, [...names].sort()]))
    }
    expect(fillings(en)).toEqual(fillings(ro))
  })

  test('Romanian writes ș and ț with a comma below, never the cedilla of Turkish', () => {
    expect([...ro].filter(([, sentence]) => /[şţŞŢ]/.test(sentence))).toEqual([])
  })

  test('Romanian quotes „like this”', () => {
    expect([...ro].filter(([, sentence]) => /["“]/.test(sentence))).toEqual([])
  })

  test('no sentence is empty', () => {
    expect([...ro, ...en].filter(([, sentence]) => sentence.trim() === '')).toEqual([])
  })
})

describe('the words that code asks for', () => {
  const root = resolve(import.meta.dirname, '../..')
  const namespaces = Object.keys(words.ro).join('|')
  const literal = new RegExp(`['"\`]((?:${namespaces}):[A-Za-z][\\w.-]*)(\\$\\{)?`, 'g')
  const comments = /\/\*[\s\S]*?\*\/|^\s*\/\/.*$/gm
  const known = new Set(asked(ro))

  test('exist', () => {
    const missing: string[] = []
    for (const file of globSync(['app/**/*.{ts,tsx}', 'graphql/**/*.ts', 'server.ts', 'server/**/*.ts'], {
      cwd: root,
    })) {
      const code = readFileSync(resolve(root, file), 'utf8').replace(comments, '')
      for (const [, key = '', computed] of code.matchAll(literal)) {
        const found = computed ? [...known].some(each => each.startsWith(key)) : known.has(key)
        if (!found) missing.push(`${file}: ${key}`)
      }
    }
    expect(missing).toEqual([])
  })

  test('are all that there is: no sentence waits for a page that says it', () => {
    const said = globSync(['app/**/*.{ts,tsx}', 'graphql/**/*.ts', 'server/**/*.ts'], {
      cwd: root,
      exclude: file => /i18n.(ro|en)/.test(file),
    }).map(file => readFileSync(resolve(root, file), 'utf8').replace(comments, ''))
    const keys = said.flatMap(code => [...code.matchAll(literal)])
    const whole = new Set(keys.filter(([, , computed]) => !computed).map(([, key = '']) => key))
    const beginnings = keys.filter(([, , computed]) => computed).map(([, key = '']) => key)
    const unsaid = [...ro.keys()]
      // Codes of refusals, of news, of procedures and of the voting rules are put together where they are said.
      .filter(key => !/^(errors|news|procedure|trail|voting):/.test(key))
      .map(key => key.replace(plural, ''))
      .filter(key => !whole.has(key) && !beginnings.some(each => key.startsWith(each)))
    expect(unsaid).toEqual([])
  })
})

describe('a translator', () => {
  test('chooses the Romanian form for one, for few and from twenty on', () => {
    const t = createTranslator('ro')
    expect([1, 2, 19, 20, 101].map(count => t('common:day.ahead', { count }))).toEqual([
      'în 1 zi',
      'în 2 zile',
      'în 19 zile',
      'în 20 de zile',
      'în 101 zile',
    ])
  })

  test('leaves what is filled in as it was written: React and mails escape on their own', () => {
    expect(createTranslator('ro')('common:person.menu', { name: '<b> & Co' })).toContain('<b> & Co')
  })
})
