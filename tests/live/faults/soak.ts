/**
 * `npm run soak:live -- --rounds 200`: breaks the platform at random moments under eight people who type, and counts
 * how many acknowledged edits are still there. Ends with 1 when one is not.
 *
 * `--database embedded` (the default) or `postgresql` (a server of its own from this machine's binaries, else the one
 * of TEST_DATABASE_URL); `--processes 2` behind one address; `--only "kill -9 of a server"`; `--seed` plays the
 * choices of an earlier run again.
 */
import { parseArgs } from 'node:util'
import { startPlatform } from '../../support/platform.ts'
import { Chance } from './chance.ts'
import { allFaults, playEnd, playRound } from './faults.ts'
import { openStage } from './stage.ts'

const { values } = parseArgs({
  options: {
    rounds: { type: 'string', default: '20' },
    seed: { type: 'string' },
    database: { type: 'string', default: 'embedded' },
    processes: { type: 'string', default: '1' },
    only: { type: 'string' },
  },
})
const say = (sentence: string) => void process.stdout.write(`${sentence}\n`)

const chance = new Chance(values.seed === undefined ? undefined : Number(values.seed))
const kind = values.database === 'postgresql' ? 'postgresql' : 'embedded'
const processes = kind === 'embedded' ? 1 : Number(values.processes)
say(`Seed ${chance.seed}, ${kind}, ${processes} process(es), ${values.rounds} rounds.`)
const stage = await openStage({
  start: startPlatform,
  chance,
  kind,
  processes,
  ownCluster: true,
  smallDisk: true,
})
try {
  const faults = allFaults.filter(
    fault => fault.fits(stage) && (values.only === undefined || fault.name === values.only),
  )
  for (let round = 1; round <= Number(values.rounds); round += 1) {
    const fault = chance.of(faults)
    const checked = await playRound(stage, fault)
    say(`${round}. ${fault.name}: ${checked} acknowledged edits checked.`)
  }
  say(`Nothing was lost: ${await playEnd(stage)} acknowledged edits checked in the log. Seed ${chance.seed}.`)
} catch (failure) {
  say(`Seed ${chance.seed}: ${failure instanceof Error ? failure.message : String(failure)}`)
  process.exitCode = 1
} finally {
  await stage.discard()
}
process.exit()
