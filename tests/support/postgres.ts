import { randomBytes } from 'node:crypto'
import pg from 'pg'

/** A database that was made for somebody, who drops it. */
export interface NewDatabase {
  url: string
  drop(): Promise<void>
}

/** Makes a database on the server, like the one named `template` or else empty. */
export async function newPostgres(server: string, template?: string): Promise<NewDatabase> {
  const name = `protect_test_${randomBytes(6).toString('hex')}`
  const administer = async (statement: string) => {
    const client = new pg.Client({ connectionString: server })
    await client.connect()
    await client.query(statement).finally(() => client.end())
  }
  await administer(`CREATE DATABASE ${name}${template === undefined ? '' : ` TEMPLATE ${template}`}`)
  const url = new URL(server)
  url.pathname = `/${name}`
  return { url: url.href, drop: () => administer(`DROP DATABASE ${name} WITH (FORCE)`) }
}

/** The server that the suite runs on; none when it runs embedded. */
export const testServer = process.env.TEST_DATABASE_URL || undefined
