/** The load, in a process of its own: rooms with one writer each, who types a letter a few times a second. */
import * as Y from 'yjs'
import { fragmentName } from '../../packages/document/schema.ts'
import type { LoadAnswer, LoadAsk } from './messages.ts'
import { openPage, type Page } from './page.ts'

const tell = (answer: LoadAnswer) => void process.send?.(answer)
const pause = (ms: number) => new Promise(resolve => setTimeout(resolve, ms))

async function play(ask: LoadAsk): Promise<void> {
  const writing = ask.urls[0] ?? ''
  const reading = ask.urls.at(-1) ?? ''
  const latencies: number[] = []
  let edits = 0
  let measuring = false
  const pages: Page[] = []
  const timers: NodeJS.Timeout[] = []

  for (const documentId of ask.documentIds) {
    const sentAt = new Map<number, number>()
    const writer = await openPage({ url: writing, cookie: ask.cookie, documentId })
    const { clientID } = writer.doc
    const heard = (update: Uint8Array) => {
      const now = performance.now()
      if (!measuring) return
      for (const { id, length } of Y.decodeUpdate(update).structs) {
        if (id.client !== clientID) continue
        for (let clock = id.clock; clock < id.clock + length; clock += 1) {
          const sent = sentAt.get(clock)
          if (sent !== undefined) latencies.push(now - sent)
        }
      }
    }
    const readers = await Promise.all(
      Array.from({ length: ask.clients - 1 }, () =>
        openPage({ url: reading, cookie: ask.cookie, documentId }, heard),
      ),
    )
    pages.push(writer, ...readers)

    const text = new Y.XmlText()
    const paragraph = new Y.XmlElement('paragraph')
    paragraph.insert(0, [text])
    writer.doc.on('update', update => writer.send(update))
    writer.doc.getXmlFragment(fragmentName).push([paragraph])
    const type = () => {
      if (measuring) {
        sentAt.set(Y.getState(writer.doc.store, clientID), performance.now())
        edits += 1
      }
      text.insert(text.length, 'x')
    }
    const everyMs = 1000 / ask.editsPerSecond
    setTimeout(() => timers.push(setInterval(type, everyMs)), Math.random() * everyMs)
  }

  await pause(ask.warmUpMs)
  measuring = true
  tell({ at: 'begin' })
  await pause(ask.measureMs)
  tell({ at: 'end' })
  for (const timer of timers) clearInterval(timer)
  // What is still on its way is measured too.
  await pause(500)
  measuring = false
  await Promise.all(pages.map(page => page.close()))
  tell({ at: 'done', latencies, edits })
}

process.on('message', (ask: LoadAsk) => void play(ask))
// A benchmark that failed leaves nothing running.
process.on('disconnect', () => process.exit())
