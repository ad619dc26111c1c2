/** The one schema builder. A concept's `types.ts` and `commands.ts` add to it; nothing else makes GraphQL types. */
import SchemaBuilder from '@pothos/core'
import ComplexityPlugin from '@pothos/plugin-complexity'
import ErrorsPlugin from '@pothos/plugin-errors'
import PrismaPlugin from '@pothos/plugin-prisma'
import RelayPlugin from '@pothos/plugin-relay'
import ScopeAuthPlugin from '@pothos/plugin-scope-auth'
import { GraphQLError } from 'graphql'
import type { Prisma } from '../prisma/client.ts'
import type PrismaTypes from '../prisma/generated/pothos.ts'
import { getDatamodel } from '../prisma/generated/pothos.ts'
import type { Context } from './context.ts'
import CursorsPlugin from './cursors.ts'
import { noType, typenameOf } from './ids.ts'
import { costOfField, mostOfDocument, rowsOfConnection } from './limits.ts'
import { isMember, isSecretariat } from './people/viewer.ts'
import { Refusal } from './refusal.ts'

export interface SchemaTypes {
  Context: Context
  PrismaTypes: PrismaTypes
  DefaultFieldNullability: false
  DefaultAuthStrategy: 'all'
  DefaultEdgesNullability: false
  DefaultNodeNullability: false
  AuthScopes: { signedIn: boolean; member: boolean; secretariat: boolean; overseer: boolean }
  Scalars: {
    ID: { Input: string; Output: string }
    Date: { Input: Date; Output: Date }
    DateTime: { Input: Date; Output: Date }
    JSON: { Input: unknown; Output: unknown }
    Bytes: { Input: Uint8Array<ArrayBuffer>; Output: Uint8Array }
  }
}

export const builder = new SchemaBuilder<SchemaTypes>({
  plugins: [ErrorsPlugin, ScopeAuthPlugin, CursorsPlugin, ComplexityPlugin, RelayPlugin, PrismaPlugin],
  defaultFieldNullability: false,
  prisma: {
    client: context => context.database.prisma,
    dmmf: getDatamodel(),
    filterConnectionTotalCount: true,
    maxConnectionSize: rowsOfConnection.most,
    defaultConnectionSize: rowsOfConnection.usual,
    onUnusedQuery: process.env.NODE_ENV === 'production' ? null : 'error',
  },
  relay: {
    clientMutationId: 'omit',
    cursorType: 'String',
    nodesOnConnection: true,
    edgesFieldOptions: { nullable: false },
    nodeFieldOptions: { nullable: false },
    encodeGlobalID: (_typename, id) => String(id),
    // One statement an id, and nobody needs it: connections answer many.
    nodesQueryOptions: false,
    nodeQueryOptions: {
      // What is missing, out of sight or of no known kind answers null, whatever its type says.
      resolve: async (_root, { id }, _context, _info, resolveNode) => {
        if (id.typename === noType) return null
        try {
          return await resolveNode(id)
        } catch (failure) {
          if (failure instanceof Error && 'code' in failure && failure.code === 'P2025') return null
          throw failure
        }
      },
    },
    decodeGlobalID: id => ({ typename: typenameOf(id), id }),
  },
  scopeAuth: {
    // "any" is the plugin's default; here every named scope must hold.
    defaultStrategy: 'all',
    authScopes: ({ viewer }) => ({
      signedIn: viewer.person !== null,
      member: isMember(viewer),
      secretariat: isSecretariat(viewer),
      overseer: isSecretariat(viewer) || viewer.person?.federationRole === 'auditor',
    }),
    unauthorizedError: (_parent, context) =>
      context.viewer.person === null
        ? new GraphQLError('Sign in first.', { extensions: { code: 'UNAUTHENTICATED' } })
        : new GraphQLError('Not found.', { extensions: { code: 'NOT_FOUND' } }),
  },
  errors: {
    defaultTypes: [Refusal],
    directResult: true,
    defaultUnionOptions: {
      name: ({ fieldName }) => `${fieldName.charAt(0).toUpperCase()}${fieldName.slice(1)}Result`,
    },
  },
  complexity: {
    fieldComplexity: costOfField,
    limit: mostOfDocument,
    // Documents over HTTP are refused before this (limits.ts): here it is a mistake in one of our own.
    complexityError: (kind, cost) =>
      new Error(`A document exceeds the maximum of ${kind} (${JSON.stringify(cost)}).`),
  },
})

builder.queryType()
builder.mutationType()
builder.subscriptionType()

const isoDay = /^\d{4}-\d{2}-\d{2}$/

builder.scalarType('Date', {
  description: 'A legal date, `YYYY-MM-DD`: a day of the calendar, not an instant.',
  serialize: value => value.toISOString().slice(0, 10),
  parseValue: value => {
    const date = typeof value === 'string' && isoDay.test(value) ? new Date(`${value}T00:00:00Z`) : undefined
    if (date === undefined || Number.isNaN(date.getTime()) || date.toISOString().slice(0, 10) !== value)
      throw new GraphQLError('A date has the form YYYY-MM-DD.', { extensions: { code: 'BAD_USER_INPUT' } })
    return date
  },
})

builder.scalarType('DateTime', {
  description: 'An instant in UTC, ISO 8601 with its offset: `2026-03-06T09:00:00.000Z`.',
  serialize: value => value.toISOString(),
  parseValue: value => {
    const date =
      typeof value === 'string' && /T.*(Z|[+-]\d{2}:\d{2})$/.test(value) ? new Date(value) : undefined
    if (date === undefined || Number.isNaN(date.getTime()))
      throw new GraphQLError('An instant has the form 2026-03-06T09:00:00Z.', {
        extensions: { code: 'BAD_USER_INPUT' },
      })
    return date
  },
})

builder.scalarType('JSON', {
  description: 'Structured content as it is stored: a document in ProseMirror form, a count trail.',
  serialize: value => value,
  parseValue: () => {
    throw new GraphQLError('JSON is for reading only.')
  },
})

builder.scalarType('Bytes', {
  description: 'A file, in Base64 (RFC 4648, with padding).',
  serialize: value => Buffer.from(value).toString('base64'),
  parseValue: value => {
    if (typeof value !== 'string' || !/^[A-Za-z0-9+/]*={0,2}$/.test(value) || value.length % 4 !== 0)
      throw new GraphQLError('A file is sent in Base64.', { extensions: { code: 'BAD_USER_INPUT' } })
    return new Uint8Array(Buffer.from(value, 'base64'))
  },
})

const FieldProblemType = builder
  .objectRef<{ field: string; code: string; theirs?: string | null }>('FieldProblem')
  .implement({
    description: 'One field of the input that is wrong.',
    fields: t => ({
      field: t.exposeString('field', { description: 'Its name in the input, `a.b` for a nested one.' }),
      code: t.exposeString('code'),
      message: t.string({
        description: 'What is wrong, in the viewer’s language.',
        resolve: (problem, _args, { t: translate }) => translate(`errors:field.${problem.code}`),
      }),
      theirs: t.exposeString('theirs', {
        nullable: true,
        description: 'What somebody else saved meanwhile, when the form was stale.',
      }),
    }),
  })

builder.objectType(Refusal, {
  name: 'Refusal',
  description: 'Why nothing was changed: a stable code, and words for the person.',
  fields: t => ({
    code: t.exposeString('code'),
    message: t.string({
      description: 'What happened, what is safe and what to do next, in the viewer’s language.',
      resolve: (refusal, _args, { t: translate }) =>
        translate(`errors:${refusal.code}.${refusal.detail ?? 'default'}`, refusal.values),
    }),
    fields: t.field({ type: [FieldProblemType], resolve: refusal => [...refusal.fields] }),
  }),
})

/** Prisma's marker for "no row": with it a scope that would be empty refuses. */
export const nothing = { id: { in: [] as string[] } } satisfies Prisma.PersonWhereInput
