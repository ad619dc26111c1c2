/** `node scripts/answers.ts postgresql://…`: ends with 0 when that server answers and can be used for tests. */
import pg from 'pg'

const client = new pg.Client({ connectionString: process.argv[2], connectionTimeoutMillis: 3_000 })
try {
  await client.connect()
  const { rows } = await client.query("SELECT current_setting('server_version') AS version")
  console.log(`PostgreSQL ${rows[0]?.version} answers.`)
  await client.end()
} catch (failure) {
  console.log(`No PostgreSQL: ${failure instanceof Error ? failure.message : failure}`)
  process.exit(1)
}
