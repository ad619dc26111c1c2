import { initGraphQLTada } from 'gql.tada'
import type { introspection } from './graphql-env.d.ts'

export type { FragmentOf, ResultOf, VariablesOf } from 'gql.tada'

/** Writes a GraphQL document whose result and variables are typed by `graphql/schema.graphql`. */
export const graphql = initGraphQLTada<{
  introspection: introspection
  disableMasking: true
  scalars: {
    /** An instant, ISO 8601 in UTC. */
    DateTime: string
    /** A legal date, `YYYY-MM-DD`. */
    Date: string
    JSON: unknown
    /** A file, in Base64. */
    Bytes: string
  }
}>()
