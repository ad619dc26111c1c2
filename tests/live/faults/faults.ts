/** What goes wrong, each with its way back. After each of them the promises of `promises.ts` hold. */
import { execFile } from 'node:child_process'
import { chown, mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { promisify } from 'node:util'
import { mountSmallDisk, type SmallDisk } from './disk.ts'
import { checkAgreement, checkPagesAgainstLog, checkStored } from './promises.ts'
import { type Stage, until } from './stage.ts'

const run = promisify(execFile)

export interface Fault {
  name: string
  /** Whether it can happen on this stage. */
  fits(stage: Stage): boolean
  /** Breaks it under the typists' fingers, checks the log before anybody can send again, and mends it. */
  strike(stage: Stage): Promise<void>
}

const always = () => true
const onPostgres = ({ kind }: Stage) => kind === 'postgresql'

/** The server dies at once, in the middle of whatever it is doing. Where there are others, they go on. */
export const serverKilled: Fault = {
  name: 'kill -9 of a server',
  fits: always,
  async strike(stage) {
    const victim = stage.chance.of(stage.platforms)
    const others = stage.platforms.filter(platform => platform !== victim)
    await victim.stop('SIGKILL')
    stage.entrance.shut()
    await checkStored(stage)
    writeOffline(stage)
    if (others.length === 0) await victim.restart()
    stage.entrance.leadTo((others.length === 0 ? [victim] : others).map(portOf))
    stage.entrance.open()
    everybodyTypes(stage)
    if (others.length === 0) return
    await allInTouch(stage)
    await victim.restart()
    stage.entrance.leadTo(stage.platforms.map(portOf))
  },
}

/** Everybody writes a little that no server can hear. */
function writeOffline({ typists, chance }: Stage): void {
  for (const typist of typists) {
    typist.rest()
    for (let count = chance.between(0, 4); count > 0; count -= 1) typist.edit()
  }
}

function everybodyTypes({ typists }: Stage): void {
  for (const typist of typists) typist.work(pauseMs)
}

const portOf = ({ url }: { url: string }) => Number(new URL(url).port)

/** PostgreSQL's plug is pulled and it recovers; on a server that is not ours, all our connections are cut instead. */
export const databaseRestarted: Fault = {
  name: 'the database restarted',
  fits: onPostgres,
  async strike(stage) {
    if (stage.cluster) {
      await stage.cluster.crash()
      stage.entrance.shut()
      await stage.cluster.start()
    } else {
      await stage.sql(`SELECT pg_terminate_backend(pid) FROM pg_stat_activity
        WHERE datname = current_database() AND pid <> pg_backend_pid()`)
      stage.entrance.shut()
    }
    await checkStored(stage)
    writeOffline(stage)
    stage.entrance.open()
    everybodyTypes(stage)
  },
}

/** Every append is refused for a while, with an error that PostgreSQL itself has. */
const appendsRefused = (name: string, state: string): Fault => ({
  name,
  fits: onPostgres,
  async strike(stage) {
    await stage.sql(`
      CREATE FUNCTION refuse_append() RETURNS trigger LANGUAGE plpgsql AS
        $$ BEGIN RAISE EXCEPTION 'refused by the test' USING ERRCODE = '${state}'; END $$;
      CREATE TRIGGER refuse_append BEFORE INSERT ON document_update EXECUTE FUNCTION refuse_append()`)
    await refusalsHeard(stage)
    await checkStored(stage)
    await stage.sql('DROP TRIGGER refuse_append ON document_update; DROP FUNCTION refuse_append()')
  },
})

/** Pages are told that their text was not stored. */
async function refusalsHeard(stage: Stage): Promise<void> {
  const heard = () => stage.typists.reduce((sum, { closes }) => sum + countOf(closes, 'store-failed'), 0)
  const before = heard()
  await until(() => heard() >= before + 3, 'pages to be told that their text was not stored')
}

const countOf = (closes: readonly (string | null)[], name: string) =>
  closes.filter(close => close === name).length

export const appendFails = appendsRefused('an append that fails', 'P0001')

/**
 * The disk fills up: the embedded database's, or one on which the log's table stands; where none can be mounted,
 * PostgreSQL's error for it.
 */
export const diskFull: Fault = {
  name: 'a full disk',
  fits: ({ kind, disk }) => kind === 'postgresql' || disk !== undefined,
  async strike(stage) {
    if (stage.disk) return fillUp(stage, stage.disk)
    const folder = stage.cluster && join(stage.cluster.folder, 'disk')
    if (folder) await mkdir(folder, { recursive: true })
    const disk = folder && (await mountSmallDisk(folder))
    if (!disk) return appendsRefused('a full disk', '53100').strike(stage)
    try {
      const tablespace = join(folder, 'tablespace')
      await mkdir(tablespace)
      const { stdout } = await run('id', ['-u', 'postgres'])
      await chown(tablespace, Number(stdout), 0)
      await stage.sql(`CREATE TABLESPACE small LOCATION '${tablespace}'`)
      await stage.sql('ALTER TABLE document_update SET TABLESPACE small')
      await fillUp(stage, disk)
      await allInTouch(stage)
      await stage.sql('ALTER TABLE document_update SET TABLESPACE pg_default')
      await stage.sql('DROP TABLESPACE small')
    } finally {
      await disk.unmount()
    }
  },
}

async function fillUp(stage: Stage, disk: SmallDisk): Promise<void> {
  await disk.fill()
  await refusalsHeard(stage)
  if (stage.kind === 'postgresql') await checkStored(stage)
  await disk.empty()
}

/** A page dies: what it had acknowledged stays; a new page takes its seat. */
export const clientKilled: Fault = {
  name: 'a client killed',
  fits: always,
  async strike(stage) {
    const victim = stage.chance.of(stage.typists)
    victim.kill()
    stage.typists.splice(stage.typists.indexOf(victim), 1)
    stage.addTypist().work(pauseMs)
    if (stage.kind === 'postgresql') await checkStored(stage)
  },
}

/** A lid is closed while the others go on for long, something is written on the train, and the lid opens elsewhere. */
export const laptopAsleep: Fault = {
  name: 'a laptop asleep that comes back with old state',
  fits: always,
  async strike(stage) {
    const sleeper = stage.chance.of(stage.typists)
    sleeper.sleep()
    for (let count = stage.chance.between(0, 5); count > 0; count -= 1) sleeper.edit()
    sleeper.rest()
    const others = stage.typists.filter(typist => typist !== sleeper)
    const before = acknowledgedBy(others)
    await until(() => acknowledgedBy(others) >= before + 150, 'the others to go on')
    sleeper.wake()
    sleeper.work(pauseMs)
  },
}

const acknowledgedBy = (typists: Stage['typists']) =>
  typists.reduce((sum, { edits }) => sum + edits.filter(edit => edit.acknowledged).length, 0)

/** Each has had an edit acknowledged from now on. */
async function allInTouch(stage: Stage): Promise<void> {
  const marks = stage.typists.map(typist => ({ typist, from: typist.edits.length }))
  await until(
    () => marks.every(({ typist, from }) => typist.edits.slice(from).some(edit => edit.acknowledged)),
    'everybody to be in touch again',
  )
}

export const allFaults: readonly Fault[] = [
  serverKilled,
  databaseRestarted,
  appendFails,
  diskFull,
  clientKilled,
  laptopAsleep,
]

/** The longest pause of a typist between two edits: eight of them make about 250 edits a second. */
const pauseMs = 60

/**
 * One round: everybody types, at some moment something breaks, everybody goes on, and all come to one text.
 *
 * @returns how many acknowledged edits were checked
 */
export async function playRound(stage: Stage, fault: Fault): Promise<number> {
  everybodyTypes(stage)
  await allInTouch(stage)
  await pause(stage.chance.between(0, 300))
  await fault.strike(stage)
  await allInTouch(stage)
  await checkAgreement(stage)
  if (stage.kind === 'embedded') return acknowledgedBy(stage.everyone)
  await checkPagesAgainstLog(stage)
  return checkStored(stage)
}

/** The last look: embedded, the log can be read past the platform only once that is down. */
export async function playEnd(stage: Stage): Promise<number> {
  await checkAgreement(stage)
  stage.entrance.shut()
  for (const platform of stage.platforms) await platform.stop()
  await checkPagesAgainstLog(stage)
  return checkStored(stage)
}
