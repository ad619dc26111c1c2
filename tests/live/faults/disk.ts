import { execFile } from 'node:child_process'
import { rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'

const run = promisify(execFile)

/** A file system in memory that is soon full. Larger than an empty embedded database, which takes about 41 MB. */
const megabytes = 160

export interface SmallDisk {
  fill(): Promise<void>
  empty(): Promise<void>
  unmount(): Promise<void>
}

/** Mounts one at an empty folder; `undefined` where that is not allowed. */
export async function mountSmallDisk(folder: string): Promise<SmallDisk | undefined> {
  const filler = join(folder, 'filler')
  try {
    await run('mount', ['-t', 'tmpfs', '-o', `size=${megabytes}m`, 'none', folder])
  } catch {
    return undefined
  }
  return {
    // Writes until nothing is left, which is the error that is expected here.
    fill: () => writeFile(filler, Buffer.alloc((megabytes + 1) * 1024 * 1024)).catch(() => undefined),
    empty: () => rm(filler),
    unmount: async () => void (await run('umount', ['-l', folder])),
  }
}
