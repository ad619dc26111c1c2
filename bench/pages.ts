/** Server time of the home page and the dossier list at 300 dossiers, against the same route with its data as a constant. */
import { openBenchDatabase } from './database.ts'
import { median, printFigure } from './figure.ts'
import { openBenchPlatform } from './platform.ts'
import { addRows } from './rows.ts'

const rounds = 60
const warmUp = 15
const mostTimes = 3

export async function benchPages(): Promise<void> {
  for (const kind of ['postgresql', 'embedded'] as const) {
    const opened = await openBenchDatabase(kind)
    if (opened === undefined) continue
    const real = await openBenchPlatform(opened.database)
    await addRows(opened.database, 300)
    const floor = await openBenchPlatform(opened.database, { seeded: true, constant: true })
    const cookie = await real.signIn('per_delegate_bacau')
    for (const path of ['/', '/dossiers']) {
      const times = { real: [] as number[], floor: [] as number[] }
      // Alternating, so that whatever else the machine does touches both alike.
      for (let round = 0; round < warmUp + rounds; round += 1) {
        const realMs = await real.get(path, cookie)
        const floorMs = await floor.get(path, cookie)
        if (round < warmUp) continue
        times.real.push(realMs)
        times.floor.push(floorMs)
      }
      printFigure({
        name: `server time ${path} at 300 dossiers, ${kind}`,
        value: median(times.real),
        unit: 'ms',
        ratio: median(times.real) / median(times.floor),
        target: kind === 'postgresql' ? mostTimes : null,
      })
    }
    await real.close()
    await floor.close()
    await opened.drop()
  }
}
