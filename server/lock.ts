/** Two processes on one embedded database corrupt it: the folder belongs to the process that its lock file names. */
import { randomUUID } from 'node:crypto'
import { link, mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { StartFailure } from './settings.ts'

function isAlive(processId: number): boolean {
  try {
    process.kill(processId, 0)
    return true
  } catch (failure) {
    return codeOf(failure) === 'EPERM'
  }
}

/**
 * When a process began, as the system tells it: an id is used again after a restart (a container has the same few at
 * every start), an id with its beginning is not. Undefined where the system has no /proc.
 */
async function beginningOf(processId: number): Promise<string | undefined> {
  try {
    const boot = await readFile('/proc/sys/kernel/random/boot_id', 'utf8')
    const status = await readFile(`/proc/${processId}/stat`, 'utf8')
    // Field 22 (proc_pid_stat(5)); the name in field 2 may hold spaces, and ends with the last bracket.
    const ticks = status.slice(status.lastIndexOf(')') + 2).split(' ')[19]
    return `${boot.trim()}/${ticks}`
  } catch {
    return undefined
  }
}

/** What the lock file of `processId` holds: its id and, where the system tells it, its beginning. */
const nameOf = async (processId: number) =>
  [processId, await beginningOf(processId)].filter(part => part !== undefined).join(' ')

/** The id of the living process that the lock names, if it is another one than this. */
async function holderOf(lock: string): Promise<number | undefined> {
  const holder = Number(lock.split(' ', 1)[0])
  if (!Number.isSafeInteger(holder) || holder <= 0 || holder === process.pid || !isAlive(holder))
    return undefined
  return lock === (await nameOf(holder)) ? holder : undefined
}

const codeOf = (failure: unknown) =>
  failure instanceof Error && 'code' in failure ? String(failure.code) : 'unknown'

/** Takes the folder for this process, or refuses with a sentence. The answer gives it back. */
export async function lockFolder(folder: string): Promise<() => Promise<void>> {
  const file = join(folder, 'process.lock')
  const own = `${file}.${randomUUID()}`
  try {
    await mkdir(folder, { recursive: true })
    await writeFile(own, await nameOf(process.pid))
    for (let attempt = 0; attempt < 3; attempt += 1) {
      try {
        // Unlike writing, linking shows the file complete or not at all, and only one process can.
        await link(own, file)
        return () => rm(file, { force: true })
      } catch (failure) {
        if (codeOf(failure) !== 'EEXIST') throw failure
      }
      const found = await readFile(file, 'utf8').catch(() => '')
      const holder = await holderOf(found)
      if (holder !== undefined)
        throw new StartFailure(
          `Another process (${holder}) is already using the data in ${folder}. Stop it first, or set DATA_DIR to another folder.`,
        )
      await setAside(file, found)
    }
  } catch (failure) {
    if (failure instanceof StartFailure) throw failure
    throw new StartFailure(
      `The folder ${folder} cannot be written (${codeOf(failure)}). Set DATA_DIR to a folder of yours.`,
    )
  } finally {
    await rm(own, { force: true }).catch(() => undefined)
  }
  throw new StartFailure(`The data in ${folder} was taken by another process just now. Try again.`)
}

/** Removes the lock that a process left behind, unless another process has replaced it since `content` was read. */
async function setAside(file: string, content: string): Promise<void> {
  const aside = `${file}.${randomUUID()}`
  try {
    await rename(file, aside)
  } catch (failure) {
    if (codeOf(failure) === 'ENOENT') return
    throw failure
  }
  if ((await readFile(aside, 'utf8')) !== content) await link(aside, file).catch(() => undefined)
  await rm(aside, { force: true })
}
