import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { fold } from '../../packages/procedure/index.ts'
import { type Asker, openFederation, type TestFederation } from '../support/federation.ts'

let federation: TestFederation
let member: Asker
beforeAll(async () => {
  federation = await openFederation()
  member = await federation.as('per_observer_cluj')
})
afterAll(() => federation.close())

const find = `query ($search: String, $procedure: ProcedureKind, $stage: String, $institutionId: ID, $leadId: ID,
  $dueWithinDays: Int, $orderBy: DossierOrder! = last_change, $first: Int, $after: String, $last: Int, $before: String) {
  dossiers(search: $search, procedure: $procedure, stage: $stage, institutionId: $institutionId, leadId: $leadId,
    dueWithinDays: $dueWithinDays, orderBy: $orderBy, first: $first, after: $after, last: $last, before: $before) {
    totalCount nodes { id } pageInfo { hasNextPage hasPreviousPage endCursor startCursor } } }`

const ids = (data: { dossiers: { nodes: { id: string }[] } }) => data.dossiers.nodes.map(({ id }) => id)
const found = async (search: string) => ids(await member.ask(find, { search }))

test('the database folds as packages/procedure does', async () => {
  const texts = [
    'ĂÂÎȘȚ ăâîșț',
    'ŞŢ şţ cedilla',
    'S\u0326T\u0326 s\u0326t\u0326 a\u0306 a\u0302 composed of two',
    'Ñandú, Čapek, Őrség, Ångström, FRANÇAIS',
    'HG 1.064/2021 „din 02.10.2021”',
    'Straße İstanbul ΑΘΗΝΑ София Δέλτα',
    '',
  ]
  const rows = await federation.database.sql.query<{ folded: string }>(
    'SELECT fold(text) AS folded FROM unnest($1::text[]) WITH ORDINALITY AS each(text, place) ORDER BY place',
    [texts],
  )
  expect(rows.map(({ folded }) => folded)).toEqual(texts.map(fold))
})

describe('one box finds', () => {
  test.each(['identificare și referire', 'identificare şi referire', 'IDENTIFICARE SI REFERIRE'])(
    'a title with %s alike',
    async words => {
      expect(await found(words)).toEqual(['dos_nirm'])
    },
  )

  test('a title in the other language, a summary, and words in any order', async () => {
    expect(await found('referral identification national')).toEqual(['dos_nirm'])
    expect(await found('riscurile tinerii')).toEqual(['dos_osec'])
  })

  test('an institution by its name and by its acronym', async () => {
    expect((await found('agentia nationala')).sort()).toEqual(['dos_nirm', 'dos_strategy'])
    expect((await found('anitp')).sort()).toEqual(['dos_nirm', 'dos_strategy'])
  })

  test.each([
    ['hg 88 2023', ['dos_nirm']],
    ['HG88/2023', ['dos_nirm']],
    ['H.G. nr. 88/2023', ['dos_nirm']],
    ['Hotărârea Guvernului nr. 88 din 31 ianuarie 2023', ['dos_nirm']],
    ['hg 1.064/2021', ['dos_strategy']],
    ['monitorul oficial 467', ['dos_strategy']],
    ['com(2022)732', ['dos_directive']],
    ['2022/0426 cod', ['dos_directive']],
    ['32024l1712', ['dos_directive']],
    ['legea 217', ['dos_consent']],
  ])('a number typed as %s', async (typed, expected) => {
    expect((await found(typed)).sort()).toEqual([...expected].sort())
  })

  test('a bill by its number in the Chamber, however it is typed', async () => {
    const secretariat = await federation.as('per_secretariat')
    const { createDossier } = await secretariat.ask(
      `mutation ($input: CreateDossierInput!) { createDossier(input: $input) { ... on Dossier { id } } }`,
      {
        input: {
          procedure: 'law',
          titleRo: 'Un proiect de căutat',
          identifiers: ['pl-x 123/2023'],
          firstStep: { stage: 'bureau', date: '2023-03-01' },
        },
      },
    )
    for (const typed of ['plx 123/2023', 'PL-x 123 / 2023', 'PLx123 2023', 'pl x 123/2023'])
      expect(await found(typed)).toEqual([createDossier.id])
    await federation.database.prisma.dossier.delete({ where: { id: createDossier.id } })
  })

  test('nothing for what is not there, and signs that a database would read as patterns are letters', async () => {
    expect(await found('hg 89/2023')).toEqual([])
    expect(await found('%')).toEqual([])
    expect(await found('_____')).toEqual([])
    expect(await found("'; DROP TABLE dossier; --")).toEqual([])
  })

  test('everything for an empty box', async () => {
    expect((await found('   ')).length).toBe(7)
  })
})

describe('filters', () => {
  const ask = async (variables: object) => ids(await member.ask(find, { ...variables }))

  test('narrow by procedure, stage, institution and lead, and together', async () => {
    expect((await ask({ procedure: 'law' })).sort()).toEqual(['dos_consent', 'dos_limitation', 'dos_osec'])
    expect(await ask({ procedure: 'law', stage: 'initiated' })).toEqual(['dos_osec'])
    expect(await ask({ institutionId: 'ins_ec' })).toEqual(['dos_directive'])
    expect(await ask({ leadId: 'org_bacau', search: 'comitetul' })).toEqual(['dos_committee'])
    expect(await ask({ leadId: 'org_bacau', procedure: 'law' })).toEqual([])
  })

  test('keep what is due within so many days: neither what is late nor what is done', async () => {
    const due = await ask({ dueWithinDays: 30, orderBy: 'next_deadline' })
    expect(due).toContain('dos_osec')
    expect(due).not.toContain('dos_limitation')
    expect(await ask({ dueWithinDays: 9, leadId: 'org_eliberare' })).toEqual(['dos_directive'])
    expect(await ask({ dueWithinDays: 0 })).toEqual([])
  })
})

describe('pages of a list', () => {
  test.each(['last_change', 'next_deadline'])(
    'by %s walk through every dossier once, both ways',
    async orderBy => {
      const all = ids(await member.ask(find, { orderBy }))
      expect(all).toHaveLength(7)
      const forward: string[] = []
      let after: string | null = null
      for (let page = 0; page < 4; page += 1) {
        const data = await member.ask(find, { orderBy, first: 2, after })
        forward.push(...ids(data))
        expect(data.dossiers.totalCount).toBe(7)
        expect(data.dossiers.pageInfo.hasNextPage).toBe(page < 3)
        after = data.dossiers.pageInfo.endCursor
      }
      expect(forward).toEqual(all)
      const back: string[] = []
      let before: string | null = after
      for (let page = 0; page < 3; page += 1) {
        const data = await member.ask(find, { orderBy, last: 2, before })
        back.unshift(...ids(data))
        before = data.dossiers.pageInfo.startCursor
      }
      expect(back).toEqual(all.slice(0, 6))
    },
  )

  test('what is due first comes first, and what has no deadline last', async () => {
    const all = ids(await member.ask(find, { orderBy: 'next_deadline' }))
    expect(all.slice(0, 2)).toEqual(['dos_directive', 'dos_limitation'])
    expect(all.at(-1)).toBe('dos_consent')
  })
})
