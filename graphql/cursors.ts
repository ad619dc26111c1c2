/**
 * A cursor is Pothos' own: base64 of `GPC:S:` and the id of a row, or of `GPC:I:` and its number. One that a list did
 * not write would reach the database as a value of the wrong type; it is refused by name before that.
 * A list whose rows are numbered says so with `extensions: { rowsAreNumbered: true }`.
 */
import SchemaBuilder, { BasePlugin, type PothosOutputFieldConfig, type SchemaTypes } from '@pothos/core'
import { GraphQLError, type GraphQLFieldResolver } from 'graphql'

const pluginName = 'cursors'

declare global {
  export namespace PothosSchemaTypes {
    export interface Plugins<Types extends SchemaTypes> {
      cursors: CursorsPlugin<Types>
    }
  }
}

const ofRow = /^GPC:S:[a-z]{3}_\w{1,60}$/
/** As large as PostgreSQL’s `bigint` may safely be. */
const ofNumber = /^GPC:I:\d{1,18}$/

function decoded(cursor: string): string {
  try {
    return atob(cursor)
  } catch {
    return ''
  }
}

class CursorsPlugin<Types extends SchemaTypes> extends BasePlugin<Types> {
  override wrapResolve(
    resolve: GraphQLFieldResolver<unknown, Types['Context'], object>,
    { args: taken, extensions }: PothosOutputFieldConfig<Types>,
  ): GraphQLFieldResolver<unknown, Types['Context'], object> {
    if (!('after' in taken)) return resolve
    const written = extensions?.rowsAreNumbered === true ? ofNumber : ofRow
    return (parent, args, context, info) => {
      for (const name of ['after', 'before']) {
        const cursor: unknown = Reflect.get(args, name)
        if (typeof cursor === 'string' && !written.test(decoded(cursor)))
          throw new GraphQLError(`This list wrote no such cursor: ${name}.`, {
            extensions: { code: 'BAD_USER_INPUT' },
          })
      }
      return resolve(parent, args, context, info)
    }
  }
}

SchemaBuilder.registerPlugin(pluginName, CursorsPlugin)
export default pluginName
