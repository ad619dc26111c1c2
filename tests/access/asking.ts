/** The roles that the walk goes as, and what an answer to them comes to in one word. */
import { type DocumentNode, parse } from 'graphql'
import { executeDocument, QueryFailure } from '../../graphql/execute.ts'
import type { PrismaClient } from '../../prisma/client.ts'
import type { Asker, TestFederation } from '../support/federation.ts'

export const roles = {
  stranger: null,
  guest: 'per_guest',
  observer: 'per_observer_cluj',
  drafter: 'per_drafter_brasov',
  delegate: 'per_delegate_bacau',
  otherDelegate: 'per_delegate_timis',
  auditor: 'per_auditor',
  secretariat: 'per_secretariat',
} as const
export type Role = keyof typeof roles
export const roleNames = Object.keys(roles) as Role[]

class RolledBack {
  readonly result: unknown
  constructor(result: unknown) {
    this.result = result
  }
}

/** The client, whose transactions do all of their work and are then rolled back; `onDone` hears of each. */
function rehearsing(prisma: PrismaClient, onDone: () => void): PrismaClient {
  return new Proxy(prisma, {
    get(target, name) {
      if (name !== '$transaction') return Reflect.get(target, name)
      return async (work: (tx: unknown) => Promise<unknown>) => {
        try {
          await target.$transaction(async tx => {
            throw new RolledBack(await work(tx))
          })
        } catch (failure) {
          if (!(failure instanceof RolledBack)) throw failure
          onDone()
          return failure.result
        }
      }
    },
  })
}

export interface Outcome {
  /** `data`, `null`, `empty`, `true`, `false`, `done`, or the code of the refusal or error. */
  word: string
  /** The whole answer, for comparing. */
  text: string
}

const documents = new Map<string, DocumentNode>()
const parsed = (text: string) => {
  const document = documents.get(text) ?? parse(text)
  documents.set(text, document)
  return document
}

/**
 * Asks one root field. A command whose transaction went through to its end is `done`, and leaves nothing behind: so
 * the order of asking does not matter.
 */
export async function outcomeOf(
  { context }: Asker,
  field: string,
  document: string,
  variables: Record<string, unknown>,
): Promise<Outcome> {
  let done = false
  const prisma = rehearsing(context.database.prisma, () => {
    done = true
  })
  try {
    const answer = await executeDocument(parsed(document), variables, {
      ...context,
      database: { ...context.database, prisma },
    })
    return { word: done ? 'done' : wordFor(answer[field]), text: JSON.stringify(answer) }
  } catch (failure) {
    if (done) return { word: 'done', text: 'done' }
    if (!(failure instanceof QueryFailure)) throw failure
    const word = failure.code === 'INTERNAL' ? `INTERNAL ${failure.message.split('\n').at(-1)}` : failure.code
    return { word, text: `${failure.code} ${failure.message}` }
  }
}

function wordFor(answer: unknown): string {
  if (answer === null) return 'null'
  if (typeof answer === 'boolean') return String(answer)
  if (Array.isArray(answer)) return answer.length === 0 ? 'empty' : 'data'
  if (typeof answer !== 'object') return 'data'
  if ('totalCount' in answer && 'nodes' in answer) return wordFor(answer.nodes)
  return 'code' in answer && '__typename' in answer && answer.__typename === 'Refusal'
    ? String(answer.code)
    : 'data'
}

export async function askers(federation: TestFederation): Promise<Record<Role, Asker>> {
  const list = await Promise.all(
    roleNames.map(async role => [role, await federation.as(roles[role])] as const),
  )
  return Object.fromEntries(list) as Record<Role, Asker>
}
