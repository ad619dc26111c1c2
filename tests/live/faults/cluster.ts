import { execFile } from 'node:child_process'
import { chown, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { freePort } from '../../support/platform.ts'

const run = promisify(execFile)

/** A PostgreSQL server of the test's own, which may be broken as one likes. */
export interface Cluster {
  /** Of the database `postgres`; its user may do everything. */
  url: string
  folder: string
  /** Pulls the plug: no shutdown, the next start recovers from the write-ahead log. */
  crash(): Promise<void>
  start(): Promise<void>
  discard(): Promise<void>
}

/** PostgreSQL refuses to run as root; Debian's packages bring an account for it. */
const account =
  process.getuid?.() === 0 ? ['setpriv', '--reuid=postgres', '--regid=postgres', '--clear-groups'] : []

async function command(...words: string[]): Promise<void> {
  const [program, ...rest] = [...account, ...words]
  await run(program ?? '', rest, { cwd: tmpdir() })
}

/** Starts one from the binaries of this machine; `undefined` where there are none. */
export async function openCluster(): Promise<Cluster | undefined> {
  const folder = await mkdtemp(join(tmpdir(), 'protect-cluster-'))
  const data = join(folder, 'data')
  try {
    if (account.length > 0) {
      const { stdout } = await run('id', ['-u', 'postgres'])
      await chown(folder, Number(stdout), 0)
    }
    await command(
      'initdb',
      '-D',
      data,
      '-U',
      'protect',
      '-A',
      'trust',
      '-E',
      'UTF8',
      '--locale=C.UTF-8',
      '-N',
    )
  } catch {
    await rm(folder, { recursive: true, force: true })
    return undefined
  }
  const port = await freePort()
  const options = `-p ${port} -c listen_addresses=localhost -c unix_socket_directories=${folder} -c max_connections=60`
  const start = () => command('pg_ctl', 'start', '-w', '-D', data, '-l', join(folder, 'log'), '-o', options)
  const stop = () => command('pg_ctl', 'stop', '-w', '-D', data, '-m', 'immediate')
  await start()
  return {
    url: `postgresql://protect@localhost:${port}/postgres`,
    folder,
    crash: stop,
    start,
    async discard() {
      await stop().catch(() => undefined)
      await rm(folder, { recursive: true, force: true })
    },
  }
}
