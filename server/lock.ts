/** Two processes on one embedded database corrupt it: the folder belongs to the process whose id its lock file holds. */
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { StartFailure } from './settings.ts'

function isAlive(processId: number): boolean {
  try {
    process.kill(processId, 0)
    return true
  } catch (failure) {
    return failure instanceof Error && 'code' in failure && failure.code === 'EPERM'
  }
}

/** Takes the folder for this process, or refuses with a sentence. The answer gives it back. */
export async function lockFolder(folder: string): Promise<() => Promise<void>> {
  const file = join(folder, 'process.lock')
  try {
    await mkdir(folder, { recursive: true })
    for (let attempt = 0; attempt < 2; attempt += 1) {
      try {
        await writeFile(file, String(process.pid), { flag: 'wx' })
        return () => rm(file, { force: true })
      } catch (failure) {
        if (!(failure instanceof Error && 'code' in failure && failure.code === 'EEXIST')) throw failure
        const holder = Number(await readFile(file, 'utf8').catch(() => ''))
        if (Number.isInteger(holder) && holder > 0 && holder !== process.pid && isAlive(holder))
          throw new StartFailure(
            `Another process (${holder}) is already using the data in ${folder}. Stop it first, or set DATA_DIR to another folder.`,
          )
        await rm(file, { force: true })
      }
    }
  } catch (failure) {
    if (failure instanceof StartFailure) throw failure
    const code = failure instanceof Error && 'code' in failure ? String(failure.code) : 'unknown'
    throw new StartFailure(
      `The folder ${folder} cannot be written (${code}). Set DATA_DIR to a folder of yours.`,
    )
  }
  throw new StartFailure(`The data in ${folder} was taken by another process just now. Try again.`)
}
