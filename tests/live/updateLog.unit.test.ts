import { randomUUID } from 'node:crypto'
import { MemoryBus, MemoryLog } from '../support/live.ts'
import { describeBus, describeUpdateLog } from '../support/updateLog.ts'

describeUpdateLog('in memory', async () => {
  const bus = new MemoryBus()
  const newDocument = async () => ({ documentId: randomUUID(), authorId: null, organisationId: null })
  return { log: new MemoryLog(bus), bus, newDocument }
})

describeBus('in memory', async () => {
  const bus = new MemoryBus()
  return { a: bus, b: bus }
})
