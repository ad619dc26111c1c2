/** Opens the database that the settings ask for, at the newest schema. */
import { join } from 'node:path'
import { type AnyDatabase, openEmbedded, openPostgres } from '../prisma/client.ts'
import { migrate } from '../prisma/migrate.ts'
import { lockFolder } from './lock.ts'
import { type Settings, StartFailure } from './settings.ts'

const oldestPostgres = 150_000

export async function openDatabase(settings: Settings): Promise<AnyDatabase> {
  return settings.databaseUrl === undefined
    ? openFolder(settings.dataFolder)
    : openServer(settings.databaseUrl, settings.databasePool)
}

async function openFolder(dataFolder: string): Promise<AnyDatabase> {
  const unlock = await lockFolder(dataFolder)
  try {
    const database = await openEmbedded({ folder: join(dataFolder, 'database') })
    await migrate(database)
    return {
      ...database,
      close: async () => {
        await database.close()
        await unlock()
      },
    }
  } catch (failure) {
    await unlock()
    throw failure
  }
}

async function openServer(url: string, poolSize: number): Promise<AnyDatabase> {
  const database = await openPostgres(url, { poolSize })
  try {
    const [server] = await database.sql
      .query<{ version: number }>(`SELECT current_setting('server_version_num')::int AS version`)
      .catch(failure => {
        throw new StartFailure(
          `The PostgreSQL server of DATABASE_URL does not let us in (${reasonOf(failure)}). Check that it runs, and the name, user and password in the address.`,
        )
      })
    if (server === undefined || server.version < oldestPostgres)
      throw new StartFailure('The PostgreSQL server of DATABASE_URL is older than version 15.')
    await migrate(database)
    return database
  } catch (failure) {
    await database.close()
    throw failure
  }
}

/** The code of the system or of PostgreSQL, else the driver's words, which hold no address and no password. */
function reasonOf(failure: unknown): string {
  if (!(failure instanceof Error)) return 'no reason was given'
  return 'code' in failure && typeof failure.code === 'string' ? failure.code : failure.message
}
