/** A stage for faults: real processes behind one address, a real database, eight people typing into one text. */
import { cp, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import pg from 'pg'
import * as Y from 'yjs'
import { openUpdateLog } from '../../../graphql/documents/log.ts'
import { fromYDoc, toText } from '../../../packages/document/content.ts'
import { livePath } from '../../../packages/live/codes.ts'
import { storedText } from '../../../packages/live/snapshot.ts'
import { openEmbedded } from '../../../prisma/client.ts'
import { demoPassword } from '../../../prisma/seed/accounts.ts'
import type { RunningPlatform, startPlatform } from '../../support/platform.ts'
import { newPostgres, testServer } from '../../support/postgres.ts'
import type { Chance } from './chance.ts'
import { type Cluster, openCluster } from './cluster.ts'
import { mountSmallDisk, type SmallDisk } from './disk.ts'
import { type Entrance, openEntrance } from './entrance.ts'
import { Typist } from './typist.ts'

/** A draft of two organisations of the demonstration, and those of them who write it. */
export const documentId = 'doc_pos_strategy'
const writers = [
  'secretariat@protect.example',
  'delegat@eliberare.example',
  'delegat@bacau.example',
  'supleant@bacau.example',
]

/** All that the log holds of the document, at one moment. */
export interface Stored {
  /** Every update ever appended, replayed. */
  doc: Y.Doc
  text: string
}

export interface Stage {
  chance: Chance
  kind: 'embedded' | 'postgresql'
  platforms: readonly RunningPlatform[]
  /** One session of each of the people who write here. */
  cookies: readonly string[]
  entrance: Entrance
  /** Who types now, and who ever did. */
  typists: Typist[]
  everyone: Typist[]
  /** The text before anybody typed: nobody touches it. */
  beginning: string
  cluster: Cluster | undefined
  /** The small disk that the embedded database is on, when one was asked for and could be mounted. */
  disk: SmallDisk | undefined
  /** Somebody new at a free keyboard. */
  addTypist(): Typist
  /** Runs statements in the database, from outside of the platform. PostgreSQL only. */
  sql(statement: string): Promise<void>
  /** Reads the log past the platform; embedded only while no process runs. */
  stored(): Promise<Stored>
  discard(): Promise<void>
}

/** Waits until `holds`, looking again every few milliseconds. */
export async function until(holds: () => boolean, what: string, withinMs = 30_000): Promise<void> {
  const deadline = performance.now() + withinMs
  while (!holds()) {
    if (performance.now() > deadline) throw new Error(`waited ${withinMs} ms for ${what}`)
    await pause(5)
  }
}

/**
 * @param options.start starts a platform on a database that may be empty
 * @param options.ownCluster whether PostgreSQL is a server of the stage's own, when this machine has the binaries
 * @param options.smallDisk whether the embedded database is on a disk that can be filled, when one can be mounted
 */
export async function openStage(options: {
  start: typeof startPlatform
  chance: Chance
  kind: 'embedded' | 'postgresql'
  processes: number
  typists?: number
  ownCluster?: boolean
  smallDisk?: boolean
}): Promise<Stage> {
  const { chance, kind } = options
  const undo: (() => Promise<unknown>)[] = []
  const discard = async () => {
    for (const step of undo.splice(0).reverse()) await step()
  }
  try {
    const cluster = kind === 'postgresql' && options.ownCluster ? await openCluster() : undefined
    if (cluster) undo.push(cluster.discard)
    const shared =
      kind === 'postgresql' && !cluster && testServer !== undefined
        ? await newPostgres(testServer)
        : undefined
    if (shared) undo.push(shared.drop)
    const url = cluster?.url ?? shared?.url
    if (kind === 'postgresql' && url === undefined)
      throw new Error('There is no PostgreSQL (TEST_DATABASE_URL).')

    const dataFolder = await mkdtemp(join(tmpdir(), 'protect-faults-'))
    undo.push(() => rm(dataFolder, { recursive: true, force: true }))
    const disk = kind === 'embedded' && options.smallDisk ? await mountSmallDisk(dataFolder) : undefined
    if (disk) undo.push(disk.unmount)
    const environment = { DATA_DIR: dataFolder, LOG_LEVEL: 'silent', DATABASE_URL: url ?? '' }
    const start = async () => {
      const platform = await options.start(environment)
      undo.push(platform.discard)
      return platform
    }
    // The first one fills the database.
    const platforms = [await start()]
    platforms.push(...(await Promise.all(Array.from({ length: options.processes - 1 }, start))))
    const cookies = await Promise.all(writers.map(email => signIn(platforms[0]?.url ?? '', email)))
    const entrance = await openEntrance(
      platforms.map(({ url }) => Number(new URL(url).port)),
      chance,
    )
    undo.push(entrance.close)

    const typists: Typist[] = []
    const everyone: Typist[] = []
    let seats = 0
    const addTypist = () => {
      seats += 1
      const typist = new Typist(String(seats), {
        url: `ws://localhost:${entrance.port}${livePath}`,
        cookie: cookies[seats % cookies.length] ?? '',
        documentId,
        chance,
      })
      typists.push(typist)
      everyone.push(typist)
      return typist
    }
    undo.push(async () => {
      for (const typist of everyone) typist.kill()
    })
    for (let index = 0; index < (options.typists ?? 8); index += 1) addTypist()
    await until(() => typists.every(typist => typist.settled), 'everybody to be in the document')

    return {
      chance,
      kind,
      platforms,
      cookies,
      entrance,
      typists,
      everyone,
      beginning: toText(fromYDoc(typists[0]?.doc ?? new Y.Doc())),
      cluster,
      disk,
      addTypist,
      async sql(statement) {
        const client = new pg.Client({ connectionString: url })
        await client.connect()
        await client.query(statement).finally(() => client.end())
      },
      stored: () => (url === undefined ? readFolder(dataFolder) : readServer(url)),
      discard,
    }
  } catch (failure) {
    await discard()
    throw failure
  }
}

async function signIn(url: string, email: string): Promise<string> {
  const response = await fetch(`${url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({
      query: 'mutation ($input: SignInInput!) { signIn(input: $input) { __typename } }',
      variables: { input: { email, password: demoPassword } },
    }),
  })
  const cookie = response.headers.getSetCookie()[0]?.split(';')[0]
  if (cookie === undefined) throw new Error(`${email} could not sign in: ${await response.text()}`)
  return cookie
}

async function readServer(url: string): Promise<Stored> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  const query = async <Row extends object>(text: string, parameters: unknown[] = []) =>
    (await client.query(text, parameters)).rows as Row[]
  return readLog({ query }).finally(() => client.end())
}

/** Reads a copy, so that recovering after a kill is left to the platform. */
async function readFolder(dataFolder: string): Promise<Stored> {
  const copy = await mkdtemp(join(tmpdir(), 'protect-copy-'))
  try {
    await cp(join(dataFolder, 'database'), copy, { recursive: true })
    const database = await openEmbedded({ folder: copy })
    return await readLog(database.sql).finally(database.close)
  } finally {
    await rm(copy, { recursive: true, force: true })
  }
}

/** @throws Error when the log has a gap, or when the snapshot and the tail add up to another text than all updates */
async function readLog(sql: Parameters<typeof openUpdateLog>[0]['sql']): Promise<Stored> {
  const log = openUpdateLog({ sql })
  // One moment for all that is read, while others write.
  await sql.query('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY')
  const updates = await log.read(documentId, 0)
  const fast = await storedText(log, documentId)
  await sql.query('COMMIT')
  updates.forEach(({ seq }, index) => {
    if (seq !== index + 1) throw new Error(`the log has ${seq} where ${index + 1} belongs`)
  })
  const doc = new Y.Doc()
  doc.transact(() => {
    for (const { bytes } of updates) Y.applyUpdate(doc, bytes)
  })
  const text = toText(fromYDoc(doc))
  if (fast === null || toText(fast) !== text) throw new Error('the snapshot shows another text than the log')
  return { doc, text }
}
