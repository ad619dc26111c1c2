/**
 * One server of the live benchmark: `peer` (stock Hocuspocus, which stores nothing), `postgresql` (on DATABASE_URL) or
 * `embedded` (in DATA_DIR). `attach` joins a database that another process has filled.
 */
import { createServer } from 'node:http'
import { Server } from '@hocuspocus/server'
import * as Y from 'yjs'
import { createDocument } from '../../graphql/documents/create.ts'
import { openGate } from '../../graphql/documents/gate.ts'
import { openBus, openUpdateLog } from '../../graphql/documents/log.ts'
import { openSessions } from '../../graphql/people/sessions.ts'
import { emptyDocument } from '../../packages/document/content.ts'
import { fragmentName } from '../../packages/document/schema.ts'
import { livePath } from '../../packages/live/codes.ts'
import { createLive } from '../../packages/live/live.ts'
import { type AnyDatabase, openEmbedded, openPostgres } from '../../prisma/client.ts'
import { migrate } from '../../prisma/migrate.ts'
import { seedDemonstration } from '../../prisma/seed/index.ts'
import { openLogger } from '../../server/logger.ts'
import type { ServerAnswer, ServerAsk, ServerReady } from './messages.ts'

const rooms = 200
const documentIds = Array.from({ length: rooms }, (_, index) => `doc_bench_${index + 1}`)
const subject = process.argv[2]
const attached = process.argv[3] === 'attach'

const tell = (answer: ServerAnswer | ServerReady) => void process.send?.(answer)

function answerUsage(documents: number): void {
  const { user, system } = process.cpuUsage()
  tell({ answer: 'usage', cpuMs: (user + system) / 1000, documents })
}

async function answerMemory(): Promise<void> {
  // Twice, with a pause: what the first collection lets go of may hold something that the second frees.
  for (let turn = 0; turn < 2; turn += 1) {
    globalThis.gc?.()
    await new Promise(resolve => setTimeout(resolve, 100))
  }
  const { heapUsed, external } = process.memoryUsage()
  tell({ answer: 'memory', bytes: heapUsed + external })
}

/** Documents that the secretariat may write: each the text of a position. */
async function makeDocuments(database: AnyDatabase): Promise<void> {
  await seedDemonstration(database.prisma, 'no password fits')
  await database.prisma.$transaction(
    async tx => {
      for (const documentId of documentIds) await makePosition(tx, documentId)
    },
    { timeout: 60_000 },
  )
}

async function makePosition(tx: Parameters<typeof createDocument>[0], documentId: string): Promise<void> {
  await createDocument(tx, emptyDocument, { personId: null, organisationId: null }, documentId)
  await tx.position.create({
    data: { dossierId: 'dos_osec', documentId, titleRo: documentId, leadId: 'org_eliberare' },
  })
}

/** One letter an edit, as somebody types who also corrects: every tenth edit takes a letter away. */
async function makeHistory(
  database: AnyDatabase,
  edits: number,
  tail: number,
): Promise<Extract<ServerAnswer, { answer: 'history' }>> {
  const long = 'doc_bench_long'
  const short = 'doc_bench_short'
  const log = openUpdateLog(database)
  for (const id of [long, short]) await database.prisma.$transaction(tx => makePosition(tx, id))
  const author = { authorId: 'per_secretariat', organisationId: 'org_eliberare' }

  const doc = new Y.Doc()
  for (const { bytes } of (await log.load(long))?.updates ?? []) Y.applyUpdate(doc, bytes)
  let made: Uint8Array[] = []
  doc.on('update', update => made.push(update))
  let text = new Y.XmlText()
  let snapshot = Y.encodeStateAsUpdate(doc)
  for (let edit = 0; edit < edits; edit += 1) {
    if (edit % 500 === 0) {
      const paragraph = new Y.XmlElement('paragraph')
      text = new Y.XmlText()
      paragraph.insert(0, [text])
      doc.getXmlFragment(fragmentName).push([paragraph])
    } else if (edit % 10 === 9) text.delete(text.length - 1, 1)
    else
      text.insert(edit % 7 === 0 ? Math.floor(text.length / 2) : text.length, 'abcdefghij'[edit % 10] ?? 'x')
    if (edit === edits - tail - 1) snapshot = Y.encodeStateAsUpdate(doc)
    if (made.length === 2_000 || edit === edits - 1) {
      await log.append(
        made.map(bytes => ({ documentId: long, ...author, bytes })),
        'bench',
      )
      made = []
    }
  }
  await log.saveSnapshot(long, { seq: edits + 1 - tail, bytes: snapshot })
  // The same text, as a snapshot alone.
  const state = Y.encodeStateAsUpdate(doc)
  await log.append([{ documentId: short, ...author, bytes: state }], 'bench')
  await log.saveSnapshot(short, { seq: 2, bytes: state })
  return { answer: 'history', long, short, bytes: state.length }
}

async function timeCommits(database: AnyDatabase, batch: number, count: number): Promise<number[]> {
  const log = openUpdateLog(database)
  const doc = new Y.Doc()
  let bytes = new Uint8Array()
  doc.once('update', update => {
    bytes = new Uint8Array(update)
  })
  doc.getText('x').insert(0, 'x')
  const ms: number[] = []
  for (let turn = 0; turn < count; turn += 1) {
    const updates = Array.from({ length: batch }, (_, index) => ({
      documentId: documentIds[(turn + index) % rooms] ?? '',
      authorId: 'per_secretariat',
      organisationId: 'org_eliberare',
      bytes,
    }))
    const began = performance.now()
    await log.append(updates, 'bench')
    ms.push(performance.now() - began)
  }
  return ms
}

async function servePeer(): Promise<void> {
  const server = new Server({ port: 0, address: '127.0.0.1', quiet: true, stopOnSignals: false })
  await server.listen()
  process.on('message', (ask: ServerAsk) => {
    if (ask.ask === 'usage') answerUsage(server.hocuspocus.documents.size)
    else void answerMemory()
  })
  tell({ url: `ws://127.0.0.1:${server.address.port}`, cookie: '', documentIds })
}

async function serveOurs(): Promise<void> {
  const database =
    subject === 'postgresql'
      ? await openPostgres(process.env.DATABASE_URL ?? '')
      : await openEmbedded({ folder: process.env.DATA_DIR ?? '' })
  if (!attached) {
    await migrate(database)
    await makeDocuments(database)
  }
  const sessions = openSessions(database)
  const http = createServer()
  const live = createLive({
    gate: openGate(database, sessions),
    log: openUpdateLog(database),
    bus: await openBus(database),
    logger: openLogger('error'),
    relayPresence: database.kind === 'postgresql',
  })
  http.on('upgrade', (request, socket, head) => live.handleUpgrade(request, socket, head))
  await new Promise<void>(done => http.listen(0, '127.0.0.1', done))
  process.on('message', async (ask: ServerAsk) => {
    if (ask.ask === 'usage') answerUsage(live.stats().documents)
    else if (ask.ask === 'memory') await answerMemory()
    else if (ask.ask === 'history') tell(await makeHistory(database, ask.edits, ask.tail))
    else tell({ answer: 'commits', ms: await timeCommits(database, ask.batch, ask.count) })
  })
  const address = http.address()
  if (address === null || typeof address === 'string') throw new Error('no port')
  const cookie = (await sessions.start('per_secretariat')).split(';')[0] ?? ''
  tell({ url: `ws://127.0.0.1:${address.port}${livePath}`, cookie, documentIds })
}

await (subject === 'peer' ? servePeer() : serveOurs())
// A benchmark that failed leaves nothing running.
process.on('disconnect', () => process.exit())
