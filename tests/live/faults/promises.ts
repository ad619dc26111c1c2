/** What must hold after every fault, checked in the log itself. */
import * as Y from 'yjs'
import { type Stage, until } from './stage.ts'
import type { Edit } from './typist.ts'

/**
 * Nothing acknowledged is lost, nothing is doubled, nothing was blanked. Call it before the pages can send again what
 * they hold, since that would hide a loss.
 *
 * @returns how many acknowledged edits were found
 * @throws Error that names each edit that is not as it was acknowledged
 */
export async function checkStored(stage: Stage): Promise<number> {
  const edits = stage.everyone.flatMap(({ edits }) => edits.map(edit => ({ ...edit })))
  const { doc, text } = await stage.stored()
  doc.destroy()
  const found = new Map<string, number>()
  for (const [word] of text.matchAll(/‹[\d.]+›/g)) found.set(word, (found.get(word) ?? 0) + 1)

  const wrong: string[] = []
  if (!text.startsWith(stage.beginning)) wrong.push('the text that was there before')
  const written = new Map(edits.filter(is('written')).map(edit => [edit.word, edit]))
  const struck = new Map(edits.filter(is('struck')).map(edit => [edit.word, edit]))
  for (const [word, count] of found) {
    if (count > 1) wrong.push(`${word} stands ${count} times`)
    if (struck.get(word)?.acknowledged) wrong.push(`${word} was struck out and is back`)
    // Written while the text was being read: the copy of the edits is older than the text.
    if (!written.has(word) && !stage.everyone.some(({ edits }) => edits.some(edit => edit.word === word)))
      wrong.push(`${word} was written by nobody`)
  }
  for (const { word, acknowledged } of written.values())
    if (acknowledged && !struckNow(stage, word) && !found.has(word)) wrong.push(`${word} is lost`)
  if (wrong.length > 0)
    throw new Error(`${wrong.length} wrong after a fault: ${wrong.slice(0, 20).join('; ')}`)
  return edits.filter(({ acknowledged }) => acknowledged).length
}

const is = (kind: Edit['kind']) => (edit: Edit) => edit.kind === kind

/** Also one whose striking out is not acknowledged may be gone, and also when that was done during the reading. */
const struckNow = (stage: Stage, word: string) =>
  stage.everyone.some(({ edits }) => edits.some(edit => edit.kind === 'struck' && edit.word === word))

/** Everybody rests until everything is acknowledged; then all pages and the log hold the same. */
export async function checkAgreement(stage: Stage): Promise<void> {
  for (const typist of stage.typists) typist.rest()
  await until(() => stage.typists.every(typist => typist.settled), 'everything to be acknowledged')
  const agreed = () => new Set(stage.typists.map(({ doc }) => fingerprint(doc))).size === 1
  await until(agreed, 'all pages to show the same text')
}

/** Pages against the log; embedded only while no process runs. */
export async function checkPagesAgainstLog(stage: Stage): Promise<void> {
  const { doc } = await stage.stored()
  const stored = fingerprint(doc)
  doc.destroy()
  const others = stage.typists.filter(typist => fingerprint(typist.doc) !== stored)
  if (others.length > 0)
    throw new Error(`${others.map(({ name }) => name).join(', ')} show another text than the log`)
}

/** Equal for two documents that hold the same and have deleted the same. */
const fingerprint = (doc: Y.Doc) => Buffer.from(Y.encodeSnapshot(Y.snapshot(doc))).toString('base64')
