import { afterAll, beforeAll, expect, test } from 'vitest'
import {
  documentGuard,
  seesDocument,
  visibleDocuments,
  writesDocument,
} from '../../graphql/documents/access.ts'
import { positionGuard, seesPosition, visiblePositions } from '../../graphql/positions/access.ts'
import { openFederation, type TestFederation } from '../support/federation.ts'

let federation: TestFederation
beforeAll(async () => {
  federation = await openFederation()
})
afterAll(() => federation.close())

const everyone = [
  null,
  'per_secretariat',
  'per_delegate_eliberare',
  'per_delegate_bacau',
  'per_deputy_bacau',
  'per_drafter_brasov',
  'per_observer_cluj',
  'per_auditor',
  'per_delegate_sibiu',
]

/** One id of each kind that belongs to an adopted position. */
const adopted = ['pos_nirm', 'doc_pos_nirm', 'ver_nirm_1', 'rec_nirm_1', 'fol_nirm_1', 'sub_nirm_mai']

test('what a list shows and what a row’s guard says are the same, for everyone and every position', async () => {
  const { prisma } = federation.database
  for (const person of everyone) {
    const { viewer } = await federation.as(person)
    const listed = await prisma.position.findMany({ where: visiblePositions(viewer), select: { id: true } })
    const guarded = (await prisma.position.findMany({ select: { id: true, ...positionGuard } })).filter(row =>
      seesPosition(viewer, row),
    )
    expect(listed.map(({ id }) => id).sort(), String(person)).toEqual(guarded.map(({ id }) => id).sort())
  }
})

test('the same holds for texts, and nobody writes one that they do not see', async () => {
  const { prisma } = federation.database
  for (const person of everyone) {
    const { viewer } = await federation.as(person)
    const listed = await prisma.document.findMany({ where: visibleDocuments(viewer), select: { id: true } })
    const all = await prisma.document.findMany({ select: documentGuard })
    const guarded = all.filter(row => seesDocument(viewer, row))
    expect(listed.map(({ id }) => id).sort(), String(person)).toEqual(guarded.map(({ id }) => id).sort())
    expect(all.filter(row => writesDocument(viewer, row) && !seesDocument(viewer, row))).toEqual([])
  }
})

test('a draft is not found by those who do not write it, through no door', async () => {
  const outsider = await federation.as('per_delegate_bacau')
  const { position, positions, dossier, asNode, text } = await outsider.ask(`{
    position(id: "pos_directive") { id }
    positions { totalCount nodes { id } }
    dossier: node(id: "dos_directive") { ... on Dossier { id } }
    asNode: node(id: "pos_directive") { id }
    text: node(id: "doc_pos_directive") { id }
  }`)
  expect([position, asNode, text]).toEqual([null, null, null])
  expect(dossier).toEqual({ id: 'dos_directive' })
  const ids = positions.nodes.map(({ id }: { id: string }) => id)
  expect(ids).toContain('pos_strategy')
  expect(ids).not.toContain('pos_directive')
  expect(positions.totalCount).toBe(ids.length)
})

test('its drafting organisations and the secretariat find it', async () => {
  for (const person of ['per_drafter_brasov', 'per_delegate_sibiu', 'per_secretariat']) {
    const asker = await federation.as(person)
    const { position } = await asker.ask('{ position(id: "pos_directive") { document { currentText } } }')
    expect(position.document.currentText).toContain('Directiva (UE) 2024/1712')
  }
})

test('a stranger is asked to sign in, and no node answers', async () => {
  const stranger = await federation.as(null)
  await expect(stranger.ask('{ positions { totalCount } }')).rejects.toMatchObject({
    code: 'UNAUTHENTICATED',
  })
  for (const id of adopted) {
    const { node } = await stranger.ask('query ($id: ID!) { node(id: $id) { id } }', { id })
    expect(node, id).toBeNull()
  }
})

test('members read what was adopted: text, recommendations, follow-up; an adopted text is written by nobody', async () => {
  const observer = await federation.as('per_observer_cluj')
  const secretariat = await federation.as('per_secretariat')
  for (const asker of [observer, secretariat])
    for (const id of adopted) {
      const { node } = await asker.ask('query ($id: ID!) { node(id: $id) { id } }', { id })
      expect(node, id).toEqual({ id })
    }
  const { position } = await secretariat.ask(
    '{ position(id: "pos_nirm") { document { mayWrite mayFreeze } } }',
  )
  expect(position.document).toEqual({ mayWrite: false, mayFreeze: false })
})
