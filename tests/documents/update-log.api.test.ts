import { randomBytes } from 'node:crypto'
import { afterAll } from 'vitest'
import { openBus, openUpdateLog } from '../../graphql/documents/log.ts'
import { openTestDatabase } from '../support/database.ts'
import { describeBus, describeUpdateLog } from '../support/updateLog.ts'

let opened: ReturnType<typeof openTestDatabase> | undefined
const testDatabase = () => {
  opened ??= openTestDatabase()
  return opened
}
afterAll(async () => (await opened)?.drop())

describeUpdateLog('in the database', async () => {
  const { database } = await testDatabase()
  return {
    log: openUpdateLog(database),
    bus: await openBus(database),
    async newDocument() {
      const documentId = `doc_${randomBytes(6).toString('hex')}`
      await database.prisma.document.create({ data: { id: documentId, schemaVersion: 1 } })
      return { documentId, authorId: null, organisationId: null }
    },
  }
})

describeBus('in the database', async () => {
  const { database } = await testDatabase()
  return { a: await openBus(database), b: await openBus(database) }
})
