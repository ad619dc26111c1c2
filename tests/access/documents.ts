/** Writes GraphQL documents for whatever the schema holds: arguments by name and type, selections by depth. */
import {
  type GraphQLArgument,
  type GraphQLField,
  type GraphQLInputField,
  type GraphQLInputType,
  getNamedType,
  getNullableType,
  isAbstractType,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isLeafType,
  isListType,
  isObjectType,
  isRequiredArgument,
  isRequiredInputField,
  isUnionType,
} from 'graphql'
import { typenames } from '../../graphql/ids.ts'
import { schema } from '../../graphql/schema.ts'

export type Kind = keyof typeof typenames
export type Ids = Partial<Record<Kind, string>>
type AnyField = GraphQLField<unknown, unknown>

const kindOfType = new Map(Object.entries(typenames).map(([kind, type]) => [type as string, kind as Kind]))

/** What an argument of type ID names, by its own name. */
const kindByName: Record<string, Kind> = {
  dossierId: 'dos',
  leadId: 'org',
  organisationId: 'org',
  organisationIds: 'org',
  organiserId: 'org',
  ownerId: 'org',
  drafterIds: 'org',
  memberIds: 'org',
  institutionId: 'ins',
  workingGroupId: 'grp',
  positionId: 'pos',
  pollId: 'pol',
  versionId: 'ver',
  ruleId: 'rul',
  personId: 'per',
  documentId: 'doc',
  meetingId: 'mee',
  agendaItemId: 'age',
  recommendationId: 'rec',
  ids: 'not',
}

/** Where `id` names something else than what the field answers. */
const kindByField: Record<string, Kind> = {
  endMandate: 'man',
  invitePerson: 'per',
  renewGuestLink: 'gue',
  recordLeaving: 'org',
  'AgendaItemInput.id': 'age',
}

/** The kind of row that an ID argument names; unknown names fail, so that a new one gets its line above. */
export function kindOf(field: AnyField, name: string, within: string): Kind {
  const kind =
    kindByName[name] ??
    kindByField[`${within}.${name}`] ??
    kindByField[field.name] ??
    kindOfType.get(answered(field))
  if (kind === undefined)
    throw new Error(`What does ${within}.${name} name? Add it to tests/access/documents.ts.`)
  return kind
}

/** The name of what a field answers: the type, or the first of its union that is no refusal. */
function answered(field: AnyField): string {
  const type = getNamedType(field.type)
  return isUnionType(type) ? (type.getTypes().find(({ name }) => name !== 'Refusal')?.name ?? '') : type.name
}

const texts: Record<string, string> = {
  email: 'nobody@new.example',
  url: 'https://new.example/a',
  website: 'https://new.example',
  onlineUrl: 'https://new.example',
  sourceUrl: 'https://new.example',
  secret: 's'.repeat(43),
  password: 'a password long enough',
  oldPassword: 'not the password of anybody',
  newPassword: 'a password long enough',
  county: 'Bacău',
}
const numbers: Record<string, number> = {
  majorityDenominator: 2,
  majorityNumerator: 1,
  quorumDenominator: 2,
  quorumNumerator: 1,
  number: 1,
  first: 3,
}

export interface Sampling {
  ids: Ids
  /** Values of fields that hang on each other, by `Field.name`. */
  exact?: Record<string, unknown>
  /** The path of an argument to fill though it is optional. */
  filled?: string
}

/** A value for every required argument of `field`, and for those in `sampling.filled`. */
export function argumentsOf(field: AnyField, sampling: Sampling): Record<string, unknown> {
  return Object.fromEntries(
    field.args
      .filter(arg => isRequiredArgument(arg) || sampling.filled?.split('.')[0] === arg.name)
      .map(arg => [arg.name, sample(field, arg, field.name, arg.name, sampling)]),
  )
}

function sample(
  field: AnyField,
  { name, type }: GraphQLArgument | GraphQLInputField,
  within: string,
  path: string,
  sampling: Sampling,
): unknown {
  const exact = sampling.exact?.[`${field.name}.${path}`]
  if (exact !== undefined) return exact
  return valueFor(type, field, name, within, path, sampling)
}

function valueFor(
  type: GraphQLInputType,
  field: AnyField,
  name: string,
  within: string,
  path: string,
  sampling: Sampling,
): unknown {
  const bare = getNullableType(type)
  if (isListType(bare))
    return sampling.filled?.startsWith(path)
      ? [valueFor(bare.ofType, field, name, within, path, sampling)]
      : []
  if (isInputObjectType(bare))
    return Object.fromEntries(
      Object.values(bare.getFields())
        .filter(
          each =>
            isRequiredInputField(each) ||
            isDate(each) ||
            sampling.filled?.startsWith(`${path}.${each.name}`) ||
            sampling.exact?.[`${field.name}.${path}.${each.name}`] !== undefined,
        )
        .map(each => [each.name, sample(field, each, bare.name, `${path}.${each.name}`, sampling)]),
    )
  if (isEnumType(bare)) return bare.getValues()[0]?.name
  switch (bare.name) {
    case 'ID':
      return sampling.ids[kindOf(field, name, within)] ?? `${kindOf(field, name, within)}_absent`
    case 'Int':
      return numbers[name] ?? 0
    case 'Boolean':
      return false
    case 'Date':
      return '2026-12-24'
    case 'Bytes':
      // A PNG of one pixel, as far as its header goes.
      return 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAAB'
    case 'DateTime':
      return '2026-12-24T10:00:00Z'
    default:
      return texts[name] ?? `A new ${name}`
  }
}

/** Dates of forms are nullable, so that an empty one is refused beside its field; a complete form has them. */
const isDate = ({ type }: GraphQLInputField) => ['Date', 'DateTime'].includes(getNamedType(type).name)

/** The paths of all arguments of `field` that are ids, with their kind; optional and nested ones too. */
export function idPaths(field: AnyField): { path: string; kind: Kind }[] {
  const walk = (
    input: GraphQLArgument | GraphQLInputField,
    within: string,
    path: string,
  ): { path: string; kind: Kind }[] => {
    const type = getNamedType(input.type)
    if (type.name === 'ID') return [{ path, kind: kindOf(field, input.name, within) }]
    if (!isInputObjectType(type)) return []
    return Object.values(type.getFields()).flatMap(each => walk(each, type.name, `${path}.${each.name}`))
  }
  return field.args.flatMap(arg => walk(arg, field.name, arg.name))
}

/** Every field of a type that has fields: leaves always, others while `depth` lasts. */
export function selectionOf(typeName: string, depth: number): string {
  const type = schema.getType(typeName)
  if (isUnionType(type))
    return `{ __typename ${type
      .getTypes()
      .map(({ name }) => `... on ${name} ${selectionOf(name, depth)}`)
      .join(' ')} }`
  if (!isObjectType(type) && !isInterfaceType(type)) return ''
  const fields = Object.values(type.getFields()).filter(
    field => depth > 0 || isLeafType(getNamedType(field.type)),
  )
  return `{ __typename ${fields.map(field => fieldDocument(field, depth - 1)).join(' ')} }`
}

/** A field with its required arguments written out, and its selection. */
export function fieldDocument(field: AnyField, depth: number, ids: Ids = {}): string {
  return `${openingOf(field, ids)} ${selectionOf(getNamedType(field.type).name, depth)}`
}

/** `version(number: 1)`: a field with its required arguments. */
export function openingOf(field: AnyField, ids: Ids): string {
  const given = Object.entries(argumentsOf(field, { ids }))
  const args =
    given.length === 0
      ? ''
      : `(${given.map(([name, value]) => `${name}: ${JSON.stringify(value)}`).join(', ')})`
  return `${field.name}${args}`
}

/** A document that asks for one root field, with its arguments as variables. */
export function rootDocument(
  operation: 'query' | 'mutation',
  field: AnyField,
  depth: number,
  names: string[],
): string {
  const given = field.args.filter(arg => names.includes(arg.name))
  const declared = given.length === 0 ? '' : `(${given.map(arg => `$${arg.name}: ${arg.type}`).join(', ')})`
  const passed = given.length === 0 ? '' : `(${given.map(arg => `${arg.name}: $${arg.name}`).join(', ')})`
  return `${operation} ${declared} { ${field.name}${passed} ${selectionOf(getNamedType(field.type).name, depth)} }`
}

const fieldsOf = (name: string): AnyField[] => {
  const type = schema.getType(name)
  return isObjectType(type) ? Object.values(type.getFields()) : []
}
export const queries = fieldsOf('Query').filter(({ name }) => name !== 'node')
export const mutations = fieldsOf('Mutation')

/** The types that `node(id:)` can answer. */
export const nodeTypes = (() => {
  const node = schema.getType('Node')
  if (!isAbstractType(node)) throw new Error('The schema has no Node.')
  return schema.getPossibleTypes(node).map(({ name }) => name)
})()
export const fieldsOfType = fieldsOf
export { kindOfType }
