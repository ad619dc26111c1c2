/** `npm run schema`: writes the API's SDL to graphql/schema.graphql, which is committed and checked by a test. */
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { lexicographicSortSchema, printSchema } from 'graphql'
import { schema } from '../graphql/schema.ts'

const file = join(import.meta.dirname, '../graphql/schema.graphql')
await writeFile(file, `${printSchema(lexicographicSortSchema(schema))}\n`)
console.log(`Written: ${file}`)
