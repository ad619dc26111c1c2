/** Asks a field with everything in it; piece by piece where the whole is more than one document may ask. */
import { type GraphQLField, getNamedType } from 'graphql'
import type { Asker } from '../support/federation.ts'
import { fieldDocument, fieldsOfType, type Ids, openingOf } from './documents.ts'

/**
 * @param around writes the document around the field's selection, with `$id` as its variable
 * @param look is given each answer as text; a refusal as its code and message
 */
export async function askAll(
  asker: Asker,
  {
    around,
    field,
    ids,
    id,
    depth = 2,
  }: {
    around: (selection: string) => string
    field: GraphQLField<unknown, unknown>
    ids: Ids
    id: string
    depth?: number
  },
  look: (answer: string) => void,
): Promise<void> {
  const whole = around(fieldDocument(field, depth, ids))
  const answer = await asker.ask(whole, { id }).catch(failure => `${failure.code} ${failure.message}`)
  const text = JSON.stringify(answer)
  if (depth === 0 || !text.includes('exceeds the maximum')) return look(text)
  for (const part of fieldsOfType(getNamedType(field.type).name))
    await askAll(
      asker,
      {
        around: selection => around(`${openingOf(field, ids)} { ${selection} }`),
        field: part,
        ids,
        id,
        depth: depth - 1,
      },
      look,
    )
}
