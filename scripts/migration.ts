/** `npm run migration -- name`: writes the SQL of the next migration into prisma/migrations, for a person to read. */
import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { nextMigration } from '../prisma/migrate.ts'

const name = process.argv[2]
if (name === undefined || !/^[a-z][a-z0-9_]*$/.test(name)) {
  console.error('Give the migration a name in lower case: npm run migration -- add_guests')
  process.exit(1)
}
const sql = await nextMigration()
if (sql === '') {
  console.log('The migrations already build what prisma/schema says.')
} else {
  const stamp = new Date().toISOString().replace(/\D/g, '').slice(0, 14)
  const folder = join(import.meta.dirname, '../prisma/migrations', `${stamp}_${name}`)
  await mkdir(folder, { recursive: true })
  await writeFile(join(folder, 'migration.sql'), sql)
  console.log(`Written: ${folder}/migration.sql`)
}
