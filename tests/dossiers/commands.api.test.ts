import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { type Asker, openFederation, type TestFederation } from '../support/federation.ts'

let federation: TestFederation
let secretariat: Asker
beforeAll(async () => {
  federation = await openFederation()
  federation.setNow(new Date('2024-09-10T09:00:00Z'))
  secretariat = await federation.as('per_secretariat')
})
afterAll(() => federation.close())

const refusal = '... on Refusal { code message fields { field code message theirs } }'
const create = `mutation ($input: CreateDossierInput!) { createDossier(input: $input) { __typename
  ... on Dossier { id title revision stage { key name } procedure { key } identifiers { kind value }
    steps { date precision source recordedBy { id } } institution { id } lead { id } } ${refusal} } }`
const update = `mutation ($input: ChangeDossierInput!) { changeDossier(input: $input) { __typename
  ... on Dossier { id titleRo revision identifiers { value } } ${refusal} } }`
const step = `mutation ($dossierId: ID!, $input: StepInput!) { recordStep(dossierId: $dossierId, input: $input) { __typename
  ... on Dossier { stage { key } steps { date precision } stageLine { stage { key } state } } ${refusal} } }`
const deadline = `mutation ($input: AddDeadlineInput!) { addDeadline(input: $input) { __typename
  ... on Deadline { id title date dossier { id nextDeadline { id } } } ${refusal} } }`
const done = `mutation ($id: ID!) { markDeadlineDone(id: $id) { __typename
  ... on Deadline { doneAt dossier { nextDeadline { id } } } ${refusal} } }`
const link = `mutation ($input: AddDossierLinkInput!) { addDossierLink(input: $input) { __typename
  ... on Dossier { links { title url seenOn } } ${refusal} } }`
const institution = `mutation ($input: CreateInstitutionInput!) { createInstitution(input: $input) { __typename
  ... on Institution { id name acronym website } ${refusal} } }`

const bill = (more: object = {}) => ({
  procedure: 'law',
  titleRo: ' Lege  nouă ',
  identifiers: [],
  firstStep: { stage: 'bureau', date: '2024-09-02' },
  ...more,
})

/** The fields that a refusal names, as `field: code`. */
const problems = (refused: { fields: { field: string; code: string }[] }) =>
  refused.fields.map(({ field, code }) => `${field}: ${code}`)

const audit = (subjectId: string) =>
  federation.database.prisma.auditEntry.findMany({
    where: { subjectId },
    orderBy: { seq: 'asc' },
    select: { action: true, personId: true, details: true },
  })

describe('a new dossier', () => {
  test('begins with its first step, and its numbers are kept as they are cited', async () => {
    const { createDossier } = await secretariat.ask(create, {
      input: bill({
        identifiers: ['plx 77/2024', '', ' pl-x 77 / 2024', 'ceva fără formă'],
        institutionId: 'ins_cdep',
        leadId: 'org_cluj',
        firstStep: { stage: 'bureau', date: '2024-09-17', precision: 'month', source: 'cdep.ro' },
      }),
    })
    expect(createDossier).toMatchObject({
      title: 'Lege nouă',
      revision: 0,
      stage: { key: 'bureau' },
      identifiers: [
        { kind: 'pl_x', value: 'PL-x 77/2024' },
        { kind: 'other', value: 'ceva fără formă' },
      ],
      steps: [
        { date: '2024-09-01', precision: 'month', source: 'cdep.ro', recordedBy: { id: 'per_secretariat' } },
      ],
      institution: { id: 'ins_cdep' },
      lead: { id: 'org_cluj' },
    })
    expect((await audit(createDossier.id)).map(({ action, personId }) => [action, personId])).toEqual([
      ['dossier.created', 'per_secretariat'],
      ['dossier.step_recorded', 'per_secretariat'],
    ])
  })

  test.each([
    ['no title', { titleRo: '  ' }, 'titleRo: required'],
    ['a title that is too long', { titleRo: 'ă'.repeat(301) }, 'titleRo: too_long'],
    [
      'a stage of another procedure',
      { firstStep: { stage: 'trilogue', date: '2024-09-01' } },
      'firstStep.stage: choice',
    ],
    [
      'a first step without a day',
      { firstStep: { stage: 'bureau', date: null } },
      'firstStep.date: required',
    ],
    [
      'a first step tomorrow',
      { firstStep: { stage: 'bureau', date: '2024-09-11' } },
      'firstStep.date: future',
    ],
    ['an institution that is not there', { institutionId: 'ins_none' }, 'institutionId: not_found'],
    ['an id of another kind', { leadId: 'per_secretariat' }, 'leadId: not_found'],
    [
      'too many numbers',
      { identifiers: Array.from({ length: 21 }, (_, i) => `L ${i + 1}/2020`) },
      'identifiers: too_many',
    ],
    ['a number that is too long', { identifiers: ['x'.repeat(121)] }, 'identifiers: too_long'],
  ])('is refused with %s', async (_what, wrong, problem) => {
    const { createDossier } = await secretariat.ask(create, { input: bill(wrong) })
    expect(createDossier).toMatchObject({ __typename: 'Refusal', code: 'invalid' })
    expect(problems(createDossier)).toEqual([problem])
  })

  test('is refused a number that another dossier has, which is named, and leaves nothing behind', async () => {
    const before = await federation.database.prisma.dossier.count()
    const { createDossier } = await secretariat.ask(create, {
      input: bill({ identifiers: ['H.G. nr. 88 din 31.01.2023'] }),
    })
    expect(createDossier.code).toBe('already_exists')
    expect(createDossier.message).toContain('Mecanismul Național de Identificare și Referire')
    expect(problems(createDossier)).toEqual(['identifiers: taken'])
    expect(await federation.database.prisma.dossier.count()).toBe(before)
  })

  test('is refused to all but one when several people give the same number at once', async () => {
    const answers = await Promise.all(
      [1, 2, 3, 4].map(async () => {
        const { createDossier } = await secretariat.ask(create, {
          input: bill({ identifiers: ['L 99/2024'] }),
        })
        return createDossier.code ?? 'created'
      }),
    )
    expect(answers.sort()).toEqual(['already_exists', 'already_exists', 'already_exists', 'created'])
  })
})

describe('an edit', () => {
  const edit = (revision: number, more: object = {}) => ({
    id: 'dos_osec',
    revision,
    titleRo: 'OSEC',
    titleEn: 'OSEC',
    summaryRo: 'Rezumat',
    identifiers: [],
    institutionId: 'ins_mj',
    ...more,
  })

  test('is saved, and the second of two people is shown both texts', async () => {
    const { changeDossier: first } = await secretariat.ask(update, {
      input: edit(0, { identifiers: ['PL-x 501/2024', 'L 12/2024'] }),
    })
    expect(first).toMatchObject({
      revision: 1,
      identifiers: [{ value: 'PL-x 501/2024' }, { value: 'L 12/2024' }],
    })

    const { changeDossier: second } = await secretariat.ask(update, {
      input: edit(0, { titleRo: 'Altceva', identifiers: ['L 12/2024', 'plx 501/2024'] }),
    })
    expect(second.code).toBe('stale')
    expect(
      second.fields.map(({ field, theirs }: { field: string; theirs: string }) => [field, theirs]),
    ).toEqual([
      ['revision', '1'],
      ['titleRo', 'OSEC'],
    ])

    const { changeDossier: again } = await secretariat.ask(update, { input: edit(1, { titleRo: 'Altceva' }) })
    expect(again).toMatchObject({ revision: 2, titleRo: 'Altceva', identifiers: [] })
    expect((await audit('dos_osec')).map(({ action }) => action)).toEqual([
      'dossier.changed',
      'dossier.changed',
    ])
  })

  test('of a dossier that is not there is not found, also with an old revision', async () => {
    const { changeDossier } = await secretariat.ask(update, { input: edit(5, { id: 'dos_none' }) })
    expect(changeDossier.code).toBe('not_found')
  })
})

describe('a step', () => {
  let id: string
  beforeEach(async () => {
    const { createDossier } = await secretariat.ask(create, { input: bill() })
    id = createDossier.id
    await federation.database.prisma.notification.deleteMany()
  })
  const record = async (input: object, asker = secretariat) =>
    (await asker.ask(step, { dossierId: id, input })).recordStep

  test('moves the dossier, and every member but the one who recorded it is told once, in their words', async () => {
    const moved = await record({ stage: 'first_chamber_committee', date: '2024-09-09', source: 'cdep.ro' })
    expect(moved.stage.key).toBe('first_chamber_committee')
    const told = await federation.database.prisma.notification.findMany({ where: { subjectId: id } })
    expect(new Set(told.map(({ personId }) => personId)).size).toBe(told.length)
    expect(told.map(({ personId }) => personId)).toContain('per_observer_cluj')
    expect(told.map(({ personId }) => personId)).not.toContain('per_secretariat')
    const reader = await federation.as('per_observer_cluj', 'en')
    const { notifications } = await reader.ask('{ notifications { nodes { message } } }')
    expect(notifications.nodes[0].message).toBe(
      'The dossier “Lege nouă” has reached: Committees, first Chamber',
    )
    expect((await audit(id)).at(-1)).toMatchObject({
      action: 'dossier.step_recorded',
      personId: 'per_secretariat',
      details: { stage: 'first_chamber_committee' },
    })
  })

  test('entered late takes its place by date: the dossier stays where it is, and nobody is told', async () => {
    const late = await record({ stage: 'initiated', date: '2024-08-20' })
    expect(late.stage.key).toBe('bureau')
    expect(late.steps).toHaveLength(2)
    expect(await federation.database.prisma.notification.count({ where: { subjectId: id } })).toBe(0)
  })

  test('known to the year keeps no more than the year', async () => {
    expect((await record({ stage: 'initiated', date: '2023-06-15', precision: 'year' })).steps[0]).toEqual({
      date: '2023-01-01',
      precision: 'year',
    })
  })

  test('that really happened is never refused, also out of the usual order', async () => {
    expect((await record({ stage: 'published', date: '2024-09-10' })).stage.key).toBe('published')
  })

  test.each([
    ['a stage of another procedure', { stage: 'oj', date: '2024-09-09' }, 'stage: choice'],
    ['no stage', { stage: ' ', date: '2024-09-09' }, 'stage: required'],
    ['no day', { stage: 'opinions' }, 'date: required'],
    ['a day to come', { stage: 'opinions', date: '2024-09-11' }, 'date: future'],
    ['a day before all days', { stage: 'opinions', date: '1989-12-31' }, 'date: date'],
    [
      'a source that is too long',
      { stage: 'opinions', date: '2024-09-09', source: 'x'.repeat(501) },
      'source: too_long',
    ],
  ])('is refused with %s', async (_what, input, problem) => {
    const refused = await record(input)
    expect(refused.code).toBe('invalid')
    expect(problems(refused)).toEqual([problem])
    expect(await federation.database.prisma.dossierStep.count({ where: { dossierId: id } })).toBe(1)
  })

  test('of today in Romania is not of tomorrow, when it is still yesterday in UTC', async () => {
    federation.setNow(new Date('2024-09-10T22:30:00Z'))
    const recorded = await record({ stage: 'opinions', date: '2024-09-11' })
    federation.setNow(new Date('2024-09-10T09:00:00Z'))
    expect(recorded.stage.key).toBe('opinions')
  })

  test('in a free procedure may have a name of its own', async () => {
    const { recordStep } = await secretariat.ask(step, {
      dossierId: 'dos_committee',
      input: { stage: 'Scrisoare către prim-ministru', date: '2024-09-01' },
    })
    expect(recordStep.stage.key).toBe('Scrisoare către prim-ministru')
  })

  test('recorded by two people at once keeps both, and the stage is that of the later day', async () => {
    await Promise.all([
      record({ stage: 'first_chamber_vote', date: '2024-09-08' }),
      record({ stage: 'opinions', date: '2024-09-03' }),
      record({ stage: 'first_chamber_committee', date: '2024-09-05' }),
    ])
    const dossier = await federation.database.prisma.dossier.findUniqueOrThrow({
      where: { id },
      include: { steps: true },
    })
    expect(dossier.steps).toHaveLength(4)
    expect(dossier.stage).toBe('first_chamber_vote')
  })

  test('of a dossier that is not there is not found', async () => {
    const { recordStep } = await secretariat.ask(step, {
      dossierId: 'dos_none',
      input: { stage: 'opinions', date: '2024-09-01' },
    })
    expect(recordStep.code).toBe('not_found')
  })
})

describe('a deadline', () => {
  const dossierId = 'dos_consent'
  test('is added, is the next one until it is done, and is done once', async () => {
    const { addDeadline: later } = await secretariat.ask(deadline, {
      input: { dossierId, titleRo: 'Mai târziu', date: '2024-12-01', legalBasis: 'Legea 52/2003, art. 7' },
    })
    const { addDeadline: sooner } = await secretariat.ask(deadline, {
      input: { dossierId, titleRo: 'Mai devreme', titleEn: 'Sooner', date: '2024-10-01' },
    })
    expect(sooner).toMatchObject({ date: '2024-10-01', dossier: { nextDeadline: { id: sooner.id } } })
    const first = (await secretariat.ask(done, { id: sooner.id })).markDeadlineDone
    expect(first.dossier.nextDeadline).toEqual({ id: later.id })
    federation.setNow(new Date('2024-09-10T10:00:00Z'))
    const second = (await secretariat.ask(done, { id: sooner.id })).markDeadlineDone
    expect(second.doneAt).toBe(first.doneAt)
    expect((await audit(dossierId)).map(({ action }) => action)).toEqual([
      'dossier.deadline_added',
      'dossier.deadline_added',
      'dossier.deadline_done',
    ])
  })

  test('that is next is known also when several are added and done at once', async () => {
    const id = 'dos_limitation'
    const add = async (date: string) =>
      (await secretariat.ask(deadline, { input: { dossierId: id, titleRo: date, date } })).addDeadline.id
    for (let round = 0; round < 5; round += 1) {
      const first = await add('2025-01-01')
      await Promise.all([
        secretariat.ask(done, { id: first }),
        ...['2025-02-05', '2025-02-03', '2025-02-04'].map(add),
        secretariat.ask(done, { id: 'dea_limitation_1' }),
      ])
      const [{ next, kept } = { next: '', kept: null }] = await federation.database.sql.query<{
        next: string
        kept: string | null
      }>(
        `SELECT (SELECT min(date)::text FROM deadline WHERE dossier_id = $1 AND done_at IS NULL) AS next,
          next_deadline_on::text AS kept FROM dossier WHERE id = $1`,
        [id],
      )
      expect(kept).toBe(next)
      await federation.database.prisma.deadline.deleteMany({ where: { dossierId: id } })
    }
  })

  test.each([
    ['no title', { titleRo: '' }, 'titleRo: required'],
    ['no day', { date: null }, 'date: required'],
  ])('is refused with %s', async (_what, wrong, problem) => {
    const { addDeadline } = await secretariat.ask(deadline, {
      input: { dossierId, titleRo: 'Ceva', date: '2024-12-01', ...wrong },
    })
    expect(problems(addDeadline)).toEqual([problem])
  })

  test('that is not there, or of a dossier that is not there, is not found', async () => {
    expect((await secretariat.ask(done, { id: 'dea_none' })).markDeadlineDone.code).toBe('not_found')
    const input = { dossierId: 'dos_none', titleRo: 'Ceva', date: '2024-12-01' }
    expect((await secretariat.ask(deadline, { input })).addDeadline.code).toBe('not_found')
  })
})

describe('a link', () => {
  test('is added with the day on which it was seen', async () => {
    const { addDossierLink } = await secretariat.ask(link, {
      input: {
        dossierId: 'dos_limitation',
        title: 'Portalul legislativ',
        url: ' https://legislatie.just.ro ',
      },
    })
    expect(addDossierLink.links).toEqual([
      { title: 'Portalul legislativ', url: 'https://legislatie.just.ro', seenOn: '2024-09-10' },
    ])
  })

  test.each([
    ['', 'url: required'],
    ['legislatie.just.ro', 'url: url'],
    ['javascript:alert(1)', 'url: url'],
  ])('is refused with the address "%s"', async (url, problem) => {
    const { addDossierLink } = await secretariat.ask(link, {
      input: { dossierId: 'dos_limitation', title: 'Titlu', url },
    })
    expect(problems(addDossierLink)).toEqual([problem])
  })
})

describe('an institution', () => {
  test('is added once, however the letters of its name are typed', async () => {
    const { createInstitution } = await secretariat.ask(institution, {
      input: { nameRo: 'Inspecția Muncii', nameEn: 'Labour Inspection', website: 'https://example.ro' },
    })
    expect(createInstitution).toMatchObject({ name: 'Inspecția Muncii', website: 'https://example.ro' })
    const { createInstitution: again } = await secretariat.ask(institution, {
      input: { nameRo: 'inspecţia muncii', nameEn: 'Another' },
    })
    expect(again.code).toBe('already_exists')
    expect(problems(again)).toEqual(['nameRo: taken'])
    expect((await audit(createInstitution.id)).map(({ action }) => action)).toEqual(['institution.created'])
  })
})

describe('who may', () => {
  const forms: [string, string, object][] = [
    ['createDossier', create, { input: bill() }],
    ['changeDossier', update, { input: { id: 'dos_nirm', revision: 0, titleRo: 'X', identifiers: [] } }],
    ['recordStep', step, { dossierId: 'dos_nirm', input: { stage: 'in_force', date: '2024-01-01' } }],
    ['addDeadline', deadline, { input: { dossierId: 'dos_nirm', titleRo: 'X', date: '2024-12-01' } }],
    ['markDeadlineDone', done, { id: 'dea_nirm_1' }],
    ['addDossierLink', link, { input: { dossierId: 'dos_nirm', title: 'X', url: 'https://example.ro' } }],
    ['createInstitution', institution, { input: { nameRo: 'X' } }],
  ]

  test.each(forms)(
    '%s is for the secretariat only, and changes nothing for others',
    async (name, document, variables) => {
      const before = await federation.database.prisma.auditEntry.count()
      for (const personId of [
        'per_delegate_eliberare',
        'per_drafter_brasov',
        'per_observer_cluj',
        'per_auditor',
      ]) {
        const data = await (await federation.as(personId)).ask(document, { ...variables })
        expect([personId, data[name].code]).toEqual([personId, 'not_allowed'])
      }
      const stranger = await (await federation.as(null)).ask(document, { ...variables })
      expect(stranger[name].code).toBe('sign_in_needed')
      expect(await federation.database.prisma.auditEntry.count()).toBe(before)
    },
  )

  test('members read, and are told that they do not manage', async () => {
    const observer = await federation.as('per_observer_cluj')
    const data = await observer.ask(
      '{ mayManageDossiers dossier(id: "dos_nirm") { mayManage mayStartPosition mayPlanMeeting } }',
    )
    expect(data).toEqual({
      mayManageDossiers: false,
      dossier: { mayManage: false, mayStartPosition: false, mayPlanMeeting: false },
    })
    const drafter = await federation.as('per_drafter_brasov')
    expect(
      (await drafter.ask('{ dossier(id: "dos_nirm") { mayManage mayStartPosition mayPlanMeeting } }'))
        .dossier,
    ).toEqual({ mayManage: false, mayStartPosition: true, mayPlanMeeting: true })
  })

  test('strangers see no dossier, institution or deadline, by no door', async () => {
    const stranger = await federation.as(null)
    for (const document of [
      '{ dossiers { totalCount } }',
      '{ dossier(id: "dos_nirm") { id } }',
      '{ institutions { totalCount } }',
      '{ procedures { key } }',
    ])
      await expect(stranger.ask(document)).rejects.toMatchObject({ code: 'UNAUTHENTICATED' })
    for (const id of ['dos_nirm', 'ins_anitp', 'stp_nirm_1', 'dea_nirm_1'])
      expect((await stranger.ask('query ($id: ID!) { node(id: $id) { id } }', { id })).node).toBeNull()
  })
})
