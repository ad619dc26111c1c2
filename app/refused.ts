import { graphql, type ResultOf } from './graphql.ts'

/** What every mutation of a page asks of a refusal. */
export const RefusalFields = graphql(`
  fragment RefusalFields on Refusal {
    code
    message
    fields {
      field
      code
      message
      theirs
    }
  }
`)

/** Why a change was refused, in the viewer's language: a value, never an exception. */
export type Refusal = ResultOf<typeof RefusalFields>
