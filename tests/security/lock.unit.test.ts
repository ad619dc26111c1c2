import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { lockFolder } from '../../server/lock.ts'

let folder: string
let file: string
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'protect-lock-'))
  file = join(folder, 'process.lock')
})
afterEach(() => rm(folder, { recursive: true, force: true }))

test('a folder is given back as it was found', async () => {
  const giveBack = await lockFolder(folder)
  expect(await readdir(folder)).toEqual(['process.lock'])
  await giveBack()
  expect(await readdir(folder)).toEqual([])
})

test('a lock of a living process stands', async () => {
  await lockFolder(folder)
  // The same living process, seen from another one: its parent's lock is written in the same way.
  const own = await readFile(file, 'utf8')
  expect(own).toMatch(process.platform === 'linux' ? /^\d+ [0-9a-f-]{36}\/\d+$/ : /^\d+$/)
  const parent = `${process.ppid} ${(await nameOf(process.ppid)) ?? ''}`.trim()
  await writeFile(file, parent)
  await expect(lockFolder(folder)).rejects.toThrow(
    `Another process (${process.ppid}) is already using the data`,
  )
  expect(await readFile(file, 'utf8')).toBe(parent)
})

async function nameOf(processId: number): Promise<string | undefined> {
  const boot = await readFile('/proc/sys/kernel/random/boot_id', 'utf8').catch(() => undefined)
  const status = await readFile(`/proc/${processId}/stat`, 'utf8').catch(() => undefined)
  if (boot === undefined || status === undefined) return undefined
  return `${boot.trim()}/${status.slice(status.lastIndexOf(')') + 2).split(' ')[19]}`
}

if (process.platform === 'linux') {
  test.each([
    ['an id that another process has by now', () => `${process.ppid} 00000000-0000-0000-0000-000000000000/1`],
    ['the first process of a container', () => '1'],
    ['our own id, of a start before', () => String(process.pid)],
    ['nobody alive', () => '4194305 00000000-0000-0000-0000-000000000000/1'],
    ['no id', () => 'nonsense'],
    ['nothing', () => ''],
  ])('a lock left behind with %s is taken over', async (_what, content) => {
    await writeFile(file, content())
    await lockFolder(folder)
    expect(await readFile(file, 'utf8')).toMatch(new RegExp(`^${process.pid} `))
    expect(await readdir(folder)).toEqual(['process.lock'])
  })
}

test('a folder below a file is refused with a sentence', async () => {
  await writeFile(join(folder, 'file'), '')
  await expect(lockFolder(join(folder, 'file', 'below'))).rejects.toThrow(/cannot be written \(ENOTDIR\)/)
})
