/**
 * `npm run bench:live`: live editing against stock Hocuspocus of the same version that stores nothing, in the same
 * run. Three processes: the load, and in turn one of the servers. `--repeats 3 --seconds 6`, medians are told;
 * `--only postgresql` or `embedded`.
 */
import { type ChildProcess, fork } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import * as Y from 'yjs'
import { fragmentName } from '../packages/document/schema.ts'
import { openBenchDatabase } from './database.ts'
import { median, printFigure } from './figure.ts'
import type { LoadAnswer, LoadAsk, ServerAnswer, ServerAsk, ServerReady, Subject } from './live/messages.ts'
import { openPage, type Page } from './live/page.ts'

const { values } = parseArgs({
  options: {
    repeats: { type: 'string', default: '3' },
    seconds: { type: 'string', default: '6' },
    only: { type: 'string' },
  },
})
const repeats = Number(values.repeats)
const measureMs = Number(values.seconds) * 1000

const loads = [
  { name: '50 rooms × 5 clients', rooms: 50, clients: 5 },
  { name: '100 rooms × 5 clients', rooms: 100, clients: 5 },
  { name: '1 room × 150 clients', rooms: 1, clients: 150 },
]

/** What the issue asks for, against the peer: edit to other client, and CPU of the server's process. */
const targets = {
  postgresql: { p50: 1.5, p99: 2, cpu: 1.5 },
  embedded: { p50: 3, p99: null, cpu: null },
} as const

/** A child process and the next thing that it says. */
function start(file: string, words: string[], environment: Record<string, string> = {}) {
  const child = fork(join(import.meta.dirname, 'live', file), words, {
    env: { ...process.env, ...environment },
    execArgv: ['--expose-gc'],
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  })
  return child
}

const next = <Said>(child: ChildProcess, isIt: (said: Said) => boolean = () => true) =>
  new Promise<Said>((resolve, reject) => {
    const over = (code: number | null) => reject(new Error(`a process of the benchmark ended with ${code}`))
    const listen = (said: Said) => {
      if (!isIt(said)) return
      child.off('message', listen as never)
      child.off('exit', over)
      resolve(said)
    }
    child.on('message', listen as never)
    child.on('exit', over)
  })

interface Running {
  child: ChildProcess
  ready: ServerReady
}

async function serve(
  subject: Subject,
  environment: Record<string, string>,
  attach = false,
): Promise<Running> {
  const child = start('server.ts', attach ? [subject, 'attach'] : [subject], environment)
  return { child, ready: await next<ServerReady>(child) }
}

async function ask<Name extends ServerAnswer['answer']>(
  { child }: Running,
  question: ServerAsk & { ask: Name },
): Promise<Extract<ServerAnswer, { answer: Name }>> {
  const answer = next<Extract<ServerAnswer, { answer: Name }>>(child)
  child.send(question)
  return answer
}

const quantile = (samples: readonly number[], share: number) => {
  const sorted = [...samples].sort((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN
}

interface Measured {
  p50: number
  p99: number
  cpuMs: number
}

/** One load on one server, and until all its documents are unloaded again. */
async function measure(
  running: Running,
  rooms: number,
  clients: number,
  readers = running,
): Promise<Measured> {
  const load = start('load.ts', [])
  const request: LoadAsk = {
    urls: [running.ready.url, readers.ready.url],
    cookie: running.ready.cookie,
    documentIds: running.ready.documentIds.slice(0, rooms),
    clients,
    editsPerSecond: 5,
    warmUpMs: 1_500,
    measureMs,
  }
  const said = (at: LoadAnswer['at']) => next<LoadAnswer>(load, answer => answer.at === at)
  const [begin, end, done] = [said('begin'), said('end'), said('done')]
  load.send(request)
  await begin
  const before = await ask(running, { ask: 'usage' })
  await end
  const after = await ask(running, { ask: 'usage' })
  const answer = await done
  load.kill()
  await unloaded(running)
  if (answer.at !== 'done') throw new Error('the load did not end')
  const expected = answer.edits * (clients - 1)
  if (answer.latencies.length < expected * 0.99)
    throw new Error(`${answer.latencies.length} of ${expected} edits arrived`)
  return {
    p50: quantile(answer.latencies, 0.5),
    p99: quantile(answer.latencies, 0.99),
    cpuMs: after.cpuMs - before.cpuMs,
  }
}

async function unloaded(running: Running): Promise<void> {
  while ((await ask(running, { ask: 'usage' })).documents > 0)
    await new Promise(resolve => setTimeout(resolve, 50))
}

/** Milliseconds from connecting to having the text, of a document that nobody has open. */
async function timeOpening(running: Running, documentId: string): Promise<number> {
  const began = performance.now()
  const page = await openPage({ url: running.ready.url, cookie: running.ready.cookie, documentId })
  const ms = performance.now() - began
  await page.close()
  await unloaded(running)
  return ms
}

/** A page or two of text, the same in every document. */
function writeText(page: Page): void {
  const paragraphs = Array.from({ length: 20 }, () => {
    const paragraph = new Y.XmlElement('paragraph')
    paragraph.insert(0, [new Y.XmlText('Un rând de text, cum sunt rândurile unei poziții. '.repeat(6))])
    return paragraph
  })
  page.doc.once('update', update => page.send(update))
  page.doc.getXmlFragment(fragmentName).push(paragraphs)
}

/** Bytes of the heap that one open, idle document with one page takes: a hundred are opened beside sixty. */
async function measureMemory(running: Running): Promise<number> {
  const { url, cookie, documentIds } = running.ready
  const open = async (from: number, to: number) => {
    const pages = await Promise.all(
      documentIds.slice(from, to).map(documentId => openPage({ url, cookie, documentId })),
    )
    for (const page of pages) writeText(page)
    // The last one has its text in the server when another page gets it.
    for (const documentId of documentIds.slice(from, to)) {
      for (let length = 0; length < 20; ) {
        const reader = await openPage({ url, cookie, documentId })
        length = reader.doc.getXmlFragment(fragmentName).length
        await reader.close()
      }
    }
    return pages
  }
  // The first ones also load code; they are not counted.
  const warm = await open(100, 160)
  const before = await ask(running, { ask: 'memory' })
  const pages = await open(0, 100)
  const after = await ask(running, { ask: 'memory' })
  await Promise.all([...warm, ...pages].map(page => page.close()))
  await unloaded(running)
  return (after.bytes - before.bytes) / 100
}

async function compare(kind: 'postgresql' | 'embedded', peer: Running, ours: Running): Promise<void> {
  const { p50, p99, cpu } = targets[kind]
  for (const { name, rooms, clients } of loads) {
    const rounds: { peer: Measured; ours: Measured }[] = []
    // In turn, so that whatever else the machine does touches both alike.
    for (let round = 0; round < repeats; round += 1)
      rounds.push({
        peer: await measure(peer, rooms, clients),
        ours: await measure(ours, rooms, clients),
      })
    const tell = (what: string, target: number | null, unit: string, of: (measured: Measured) => number) => {
      const value = median(rounds.map(({ ours }) => of(ours)))
      const theirs = median(rounds.map(({ peer }) => of(peer)))
      printFigure({ name: `live ${name}, ${what}, ${kind}`, value, unit, ratio: value / theirs, target })
    }
    tell('edit to other client p50', p50, 'ms', measured => measured.p50)
    tell('edit to other client p99', p99, 'ms', measured => measured.p99)
    tell('server CPU a second', cpu, 'ms', measured => (measured.cpuMs / measureMs) * 1000)
  }

  const memory = { peer: await measureMemory(peer), ours: await measureMemory(ours) }
  printFigure({
    name: `live memory of an idle open document, ${kind}`,
    value: memory.ours / 1024,
    unit: 'KiB',
    ratio: memory.ours / memory.peer,
    target: 1.5,
  })

  const history = await ask(ours, { ask: 'history', edits: 150_000, tail: 400 })
  const openings = { long: [] as number[], short: [] as number[] }
  for (let round = 0; round < 12; round += 1) {
    const long = await timeOpening(ours, history.long)
    const short = await timeOpening(ours, history.short)
    // The first two also warm up the code.
    if (round < 2) continue
    openings.long.push(long)
    openings.short.push(short)
  }
  printFigure({
    name: `live opening 150,000 edits of history (${Math.round(history.bytes / 1024)} KiB of state), ${kind}`,
    value: median(openings.long),
    unit: 'ms',
    ratio: median(openings.long) / median(openings.short),
    target: 1.5,
  })

  for (const batch of [1, 50]) {
    const { ms } = await ask(ours, { ask: 'commits', batch, count: 200 })
    const unit = 'ms'
    printFigure({
      name: `live one commit of ${batch} edits, p50, ${kind}`,
      value: median(ms),
      unit,
      ratio: null,
      target: null,
    })
  }
}

const peer = await serve('peer', {})

const postgres = values.only === 'embedded' ? undefined : await openBenchDatabase('postgresql')
if (postgres) {
  const environment = { DATABASE_URL: postgres.url }
  const ours = await serve('postgresql', environment)
  await compare('postgresql', peer, ours)
  const other = await serve('postgresql', environment, true)
  const across = await measure(ours, 20, 5, other)
  for (const [name, value] of [
    ['p50', across.p50],
    ['p99', across.p99],
  ] as const)
    printFigure({
      name: `live edit to a client of another process ${name}, 20 rooms × 5 clients`,
      value,
      unit: 'ms',
      ratio: null,
      target: null,
    })
  for (const { child } of [ours, other]) child.kill()
  await postgres.drop()
}

if (values.only !== 'postgresql') {
  const folder = await mkdtemp(join(tmpdir(), 'protect-bench-'))
  const embedded = await serve('embedded', { DATA_DIR: folder })
  await compare('embedded', peer, embedded)
  embedded.child.kill()
  await rm(folder, { recursive: true, force: true })
}
peer.child.kill()
process.exit(0)
