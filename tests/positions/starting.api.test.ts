import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { today } from '../../graphql/today.ts'
import { type Asker, openFederation, type TestFederation } from '../support/federation.ts'

let federation: TestFederation
let bacau: Asker
let secretariat: Asker
beforeAll(async () => {
  federation = await openFederation()
  bacau = await federation.as('per_delegate_bacau')
  secretariat = await federation.as('per_secretariat')
})
afterAll(() => federation.close())

const answer = `__typename ... on Position { id revision titleRo status consultationEndsOn lead { id }
  drafters { organisation { id } } document { currentHtml mayWrite } mayEdit mayConsult mayFollowUp }
  ... on Refusal { code message fields { field code message theirs } }`
async function run(asker: Asker, command: string, type: string, input: object) {
  const data = await asker.ask(`mutation ($input: ${type}!) { ${command}(input: $input) { ${answer} } }`, {
    input,
  })
  return data[command]
}
const create = (asker: Asker, input: object) => run(asker, 'createPosition', 'CreatePositionInput', input)
const change = (asker: Asker, input: object) => run(asker, 'changePosition', 'ChangePositionInput', input)
const invite = (asker: Asker, input: object) => run(asker, 'inviteDrafter', 'DrafterInput', input)
const remove = (asker: Asker, input: object) => run(asker, 'removeDrafter', 'DrafterInput', input)
const consult = (asker: Asker, input: object) =>
  run(asker, 'startConsultation', 'StartConsultationInput', input)

const told = (kind: string, subjectId: string) =>
  federation.database.prisma.notification
    .findMany({ where: { kind, subjectId }, select: { personId: true } })
    .then(rows => rows.map(({ personId }) => personId).sort())

const input = {
  dossierId: 'dos_limitation',
  leadId: 'org_bacau',
  drafterIds: ['org_brasov', 'org_bacau'],
  titleRo: '  Prescripția   faptelor ',
}

async function started() {
  const { id } = await create(bacau, { ...input, titleRo: `Poziție ${Math.random()}` })
  return id as string
}

test('a position starts from the template of its language, for the organisations that write it', async () => {
  const position = await create(bacau, input)
  expect(position).toMatchObject({
    __typename: 'Position',
    titleRo: 'Prescripția faptelor',
    status: 'drafting',
    lead: { id: 'org_bacau' },
    document: { mayWrite: true },
    mayEdit: true,
    mayConsult: true,
    mayFollowUp: false,
  })
  expect(
    position.drafters.map((each: { organisation: { id: string } }) => each.organisation.id).sort(),
  ).toEqual(['org_bacau', 'org_brasov'])
  expect(position.document.currentHtml).toContain('Constatări și recomandări')
  expect(position.document.currentHtml).toContain('data-block="situation"')
  expect(position.document.currentHtml).toContain('data-block="recommendation"')
  const english = await create(await federation.as('per_delegate_bacau', 'en'), input)
  expect(english.document.currentHtml).toContain('Findings and recommendations')
})

test('the text on a law has an amendment table, the one on a strategy has none', async () => {
  const law = await federation.database.prisma.dossier.findFirstOrThrow({ where: { procedure: 'law' } })
  const onLaw = await create(bacau, { ...input, dossierId: law.id })
  expect(onLaw.document.currentHtml).toContain('data-block="amendmentTable"')
  const onStrategy = await create(bacau, { ...input, dossierId: 'dos_strategy' })
  expect(onStrategy.document.currentHtml).not.toContain('amendmentTable')
})

test('the invited organisations are told, the one who invites is not', async () => {
  const id = await started()
  expect(await told('drafting_invited', id)).toEqual([
    'per_delegate_brasov',
    'per_deputy_bacau',
    'per_drafter_brasov',
  ])
})

test('a position is started for one’s own organisation, by the secretariat for any', async () => {
  expect(await create(bacau, { ...input, leadId: 'org_cluj' })).toMatchObject({ code: 'not_allowed' })
  const observer = await federation.as('per_observer_cluj')
  expect(await create(observer, { ...input, leadId: 'org_cluj' })).toMatchObject({ code: 'not_allowed' })
  expect(await create(await federation.as(null), input)).toMatchObject({ code: 'sign_in_needed' })
  expect(await create(secretariat, { ...input, leadId: 'org_cluj' })).toMatchObject({
    lead: { id: 'org_cluj' },
  })
})

test('what is missing or unknown is said beside its field', async () => {
  const empty = await create(bacau, { dossierId: '', leadId: 'org_bacau', titleRo: '  ' })
  expect(empty.fields).toMatchObject([
    { field: 'dossierId', code: 'required' },
    { field: 'titleRo', code: 'required', message: 'Completați acest câmp.' },
  ])
  const unknown = await create(bacau, { ...input, dossierId: 'dos_unknown' })
  expect(unknown.fields).toMatchObject([{ field: 'dossierId', code: 'not_found' }])
  const stranger = await create(bacau, { ...input, drafterIds: ['org_unknown'] })
  expect(stranger.fields).toMatchObject([{ field: 'drafterIds', code: 'not_found' }])
})

test('an older form is refused with both titles, and nothing is lost', async () => {
  const id = await started()
  const first = await change(bacau, { id, revision: 0, titleRo: 'Titlul nostru' })
  expect(first).toMatchObject({ titleRo: 'Titlul nostru', revision: 1 })
  const second = await change(secretariat, { id, revision: 0, titleRo: 'Titlul lor', titleEn: 'Theirs' })
  expect(second.code).toBe('stale')
  expect(second.fields).toMatchObject([
    { field: 'revision', theirs: '1' },
    { field: 'titleRo', theirs: 'Titlul nostru' },
    { field: 'titleEn', theirs: '' },
  ])
})

test('a form with the titles stays fresh while other things about the position change', async () => {
  const id = await started()
  await consult(bacau, { positionId: id, endsOn: '2090-01-01' })
  await invite(bacau, { positionId: id, organisationId: 'org_cluj' })
  expect(await change(bacau, { id, revision: 0, titleRo: 'Tot al nostru' })).toMatchObject({
    titleRo: 'Tot al nostru',
    revision: 1,
  })
})

test('an invited organisation writes, and stops when its part ends', async () => {
  const id = await started()
  const drafterIn = async () =>
    (
      await (
        await federation.as('per_delegate_cluj')
      ).ask(`{ position(id: "${id}") { document { mayWrite } } }`)
    ).position
  expect(await drafterIn()).toBeNull()
  await invite(bacau, { positionId: id, organisationId: 'org_cluj' })
  expect(await drafterIn()).toEqual({ document: { mayWrite: true } })
  await invite(bacau, { positionId: id, organisationId: 'org_cluj' })
  expect((await told('drafting_invited', id)).filter(person => person === 'per_delegate_cluj')).toHaveLength(
    1,
  )
  await remove(bacau, { positionId: id, organisationId: 'org_cluj' })
  expect(await drafterIn()).toBeNull()
  expect(await remove(bacau, { positionId: id, organisationId: 'org_bacau' })).toMatchObject({
    code: 'wrong_state',
    message: 'Organizația care coordonează poziția rămâne printre cele care o scriu.',
  })
})

test('whose part begins or ends has their open pages ask again what they may do', async () => {
  const id = await started()
  const { documentId } = await federation.database.prisma.position.findUniqueOrThrow({ where: { id } })
  const heard: unknown[] = []
  const stop = await federation.database.listen('live', payload => void heard.push(JSON.parse(payload)))
  const scope = { documentId, organisationId: 'org_cluj' }
  await invite(bacau, { positionId: id, organisationId: 'org_cluj' })
  await vi.waitFor(() => expect(heard).toMatchObject([{ kind: 'access', scope }]))
  await remove(bacau, { positionId: id, organisationId: 'org_cluj' })
  await vi.waitFor(() => expect(heard).toMatchObject([{ scope }, { kind: 'access', scope }]))
  await stop()
})

test('an adopted position keeps its titles and its drafters', async () => {
  const position = { positionId: 'pos_nirm', organisationId: 'org_iasi' }
  const refusals = [
    await change(secretariat, { id: 'pos_nirm', revision: 0, titleRo: 'Alt titlu' }),
    await invite(secretariat, { ...position, organisationId: 'org_dolj' }),
    await remove(secretariat, position),
  ]
  for (const refusal of refusals)
    expect(refusal).toMatchObject({
      code: 'wrong_state',
      message: 'Poziția a fost adoptată: textul și titlul ei nu se mai schimbă.',
    })
})

test('a consultation opens the draft to all members and tells them', async () => {
  const id = await started()
  const outsider = await federation.as('per_observer_cluj')
  const seen = async () =>
    (await outsider.ask(`{ position(id: "${id}") { status document { mayWrite } } }`)).position
  expect(await seen()).toBeNull()
  const endsOn = today(new Date(Date.now() + 5 * 86_400_000))
    .toISOString()
    .slice(0, 10)
  expect(await consult(bacau, { positionId: id, endsOn })).toMatchObject({
    status: 'consultation',
    consultationEndsOn: endsOn,
  })
  expect(await seen()).toEqual({ status: 'consultation', document: { mayWrite: false } })
  const people = await told('consultation_started', id)
  expect(people).toContain('per_observer_cluj')
  expect(people).toContain('per_auditor')
  expect(people).not.toContain('per_delegate_bacau')
})

test('asked again, it moves the day and says so; the same day again is no news', async () => {
  const id = await started()
  await consult(bacau, { positionId: id, endsOn: '2090-01-01' })
  const people = await told('consultation_started', id)
  const acts = () => federation.database.prisma.auditEntry.count({ where: { subjectId: id } })
  const before = await acts()
  expect((await consult(bacau, { positionId: id, endsOn: '2090-01-01' })).consultationEndsOn).toBe(
    '2090-01-01',
  )
  expect([await told('consultation_started', id), await acts()]).toEqual([people, before])
  expect((await consult(bacau, { positionId: id, endsOn: '2090-02-01' })).consultationEndsOn).toBe(
    '2090-02-01',
  )
  expect(await told('consultation_started', id)).toEqual(people)
  expect(await told('consultation_moved', id)).toEqual(people)
  expect(await acts()).toBe(before + 1)
})

test('of two who ask at once for the same day, one starts the consultation', async () => {
  const id = await started()
  const people = await federation.as('per_deputy_bacau')
  await Promise.all([bacau, people].map(asker => consult(asker, { positionId: id, endsOn: '2090-01-01' })))
  const heard = await told('consultation_started', id)
  expect(heard).toEqual([...new Set(heard)])
  expect(await told('consultation_moved', id)).toEqual([])
})

test('a consultation does not end before it begins, and an adopted position needs none', async () => {
  const id = await started()
  const past = await consult(bacau, { positionId: id, endsOn: '2024-01-01' })
  expect(past.fields).toMatchObject([{ field: 'endsOn', code: 'past' }])
  expect(await consult(secretariat, { positionId: 'pos_nirm', endsOn: '2090-01-01' })).toMatchObject({
    code: 'wrong_state',
  })
})

test('drafters who do not lead change neither title nor drafters, others do not find it', async () => {
  const id = await started()
  const drafter = await federation.as('per_drafter_brasov')
  const outsider = await federation.as('per_delegate_cluj')
  const commands: ((asker: Asker) => Promise<{ code: string }>)[] = [
    asker => change(asker, { id, revision: 0, titleRo: 'Altul' }),
    asker => invite(asker, { positionId: id, organisationId: 'org_cluj' }),
    asker => remove(asker, { positionId: id, organisationId: 'org_brasov' }),
    asker => consult(asker, { positionId: id, endsOn: '2090-01-01' }),
  ]
  for (const command of commands) {
    expect((await command(drafter)).code).toBe('not_allowed')
    expect((await command(outsider)).code).toBe('not_found')
  }
})

test('every change has its row in the audit trail', async () => {
  const id = await started()
  await change(bacau, { id, revision: 0, titleRo: 'Alt titlu' })
  await invite(bacau, { positionId: id, organisationId: 'org_cluj' })
  await remove(bacau, { positionId: id, organisationId: 'org_cluj' })
  await consult(bacau, { positionId: id, endsOn: '2090-01-01' })
  const rows = await federation.database.prisma.auditEntry.findMany({
    where: { subjectId: id },
    orderBy: { seq: 'asc' },
  })
  expect(rows.map(row => row.action)).toEqual([
    'position.created',
    'position.changed',
    'position.drafters_changed',
    'position.drafters_changed',
    'position.consultation_started',
  ])
  expect(rows.every(row => row.personId === 'per_delegate_bacau' && row.organisationId === 'org_bacau')).toBe(
    true,
  )
})
