import { afterEach, expect, test } from 'vitest'
import { startDemonstration } from '../support/demonstration.ts'
import { Chance } from './faults/chance.ts'
import { allFaults, laptopAsleep, playEnd, playRound, serverKilled } from './faults/faults.ts'
import { openStage, type Stage } from './faults/stage.ts'

/** `FAULTS_SEED` plays the choices of a failed run again. */
const seed = process.env.FAULTS_SEED === undefined ? undefined : Number(process.env.FAULTS_SEED)

let stage: Stage | undefined
afterEach(async () => {
  await stage?.discard()
  stage = undefined
}, 30_000)

async function play(
  options: Omit<Parameters<typeof openStage>[0], 'chance' | 'start'>,
  faults: typeof allFaults,
) {
  const chance = new Chance(seed)
  try {
    stage = await openStage({ ...options, start: startDemonstration, chance })
    for (const fault of faults) if (fault.fits(stage)) await playRound(stage, fault)
    return await playEnd(stage)
  } catch (failure) {
    throw new Error(`FAULTS_SEED=${chance.seed}`, { cause: failure })
  }
}

if (process.env.TEST_DATABASE_URL) {
  test('no acknowledged edit is lost, whatever breaks', { timeout: 180_000 }, async () => {
    expect(await play({ kind: 'postgresql', processes: 1, ownCluster: true }, allFaults)).toBeGreaterThan(300)
  })

  test('two processes on one PostgreSQL lose nothing when one is killed', { timeout: 180_000 }, async () => {
    const checked = await play({ kind: 'postgresql', processes: 2 }, [serverKilled, laptopAsleep])
    expect(checked).toBeGreaterThan(200)
  })
} else {
  test('no acknowledged edit is lost when the server, the disk, a page or a laptop goes', {
    timeout: 180_000,
  }, async () => {
    const checked = await play({ kind: 'embedded', processes: 1, smallDisk: true }, allFaults)
    expect(checked).toBeGreaterThan(200)
  })
}
