import { randomUUID } from 'node:crypto'
import type { IncomingMessage } from 'node:http'
import type { Duplex } from 'node:stream'
import {
  type beforeHandleAwarenessPayload,
  type beforeSyncPayload,
  type Document,
  Hocuspocus,
  type onAuthenticatePayload,
} from '@hocuspocus/server'
import { type WebSocket, WebSocketServer } from 'ws'
import { messageYjsSyncStep1, messageYjsUpdate } from 'y-protocols/sync'
import * as Y from 'yjs'
import { documentSchemaVersion } from '../document/schema.ts'
import { type CloseName, readHandshake, receivedMessage } from './codes.ts'
import { GroupCommit } from './groupCommit.ts'
import {
  type Access,
  type Announcement,
  type Bus,
  defaultLimits,
  type Gate,
  type Limits,
  type Logger,
  type Scope,
  type UpdateLog,
} from './ports.ts'
import { authenticPresence } from './presence.ts'
import { PresenceRelay } from './presenceRelay.ts'
import { Room } from './room.ts'
import { snapshot } from './snapshot.ts'
import { LiveSocket } from './socket.ts'

export interface LiveParts {
  gate: Gate
  log: UpdateLog
  bus: Bus
  logger: Logger
  limits?: Partial<Limits>
  /** Whether carets go to other processes. `false` where there is only one. */
  relayPresence?: boolean
  /** Whether a page of this origin may connect. Left out: only pages of the host that is asked. */
  acceptsOrigin?: (origin: string, request: IncomingMessage) => boolean
}

export interface Live {
  /** Takes an `upgrade` event of the HTTP server whose path is `livePath`. */
  handleUpgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void
  /**
   * Closes the sockets that an access change touches, on every process. The page asks again by itself, and shows the
   * reason when it is refused then. Call it after the change is committed.
   *
   * @throws RangeError for an empty scope, which would close everyone's
   */
  disconnect(scope: Scope, reason?: CloseName): Promise<void>
  /**
   * An edit made by the server (a template, an accepted amendment): committed to the log like anyone's, then shown to
   * all who have the document open.
   *
   * @param update a Yjs update (v1)
   * @returns its `seq`
   */
  applyServerUpdate(
    documentId: string,
    update: Uint8Array,
    author: { authorId: string | null; organisationId: string | null },
  ): Promise<number>
  stats(): { sockets: number; documents: number; updates: number; commits: number }
  /** Closes all sockets with a reason, stores what is on its way, ends every timer. */
  close(): Promise<void>
}

/** What Hocuspocus hands to each hook of a connection. */
interface Context {
  socket: LiveSocket
}

/** Thrown into Hocuspocus to refuse without a line on the console: it logs whatever has a `message`. */
class Refused {
  readonly reason: CloseName
  constructor(reason: CloseName) {
    this.reason = reason
  }
}

/**
 * Live editing over the ports that it is given.
 *
 * An edit is on its way into the log when it is applied and sent on; it is acknowledged when it is committed. So every
 * edit that a page counts as stored is in the log, whatever happens to this process, and nobody waits for the disk to
 * see what another types. Until then the pages hold it: should this process or the disk fail, they bring it back.
 */
export function createLive(parts: LiveParts): Live {
  const { gate, log, bus, logger } = parts
  const limits: Limits = { ...defaultLimits, ...parts.limits }
  const origin = randomUUID()
  const commits = new GroupCommit(log, origin, limits)
  const sockets = new Set<LiveSocket>()
  const rooms = new Map<string, Room>()
  /** Counts access changes, so that an answer of the gate from before one is asked again. */
  let accessChanges = 0

  const hocuspocus = new Hocuspocus<Context>({
    // These stand behind the limits of `LiveSocket`.
    maxUnauthenticatedQueueSize: limits.unauthenticatedBytes + limits.messageBytes,
    maxPendingDocuments: 1,
    onAuthenticate: authenticate,
    async onLoadDocument({ document, documentName }) {
      await load(document, documentName)
    },
    beforeSync: store,
    beforeHandleAwareness: overwritePresence,
    async onAwarenessUpdate({ document, documentName, added, updated, removed, transactionOrigin }) {
      presence?.changed(
        documentName,
        document.awareness,
        [...added, ...updated, ...removed],
        transactionOrigin,
      )
    },
    async connected({ connection, context }) {
      // The document was unloaded between loading and connecting (another tab closed): a second one may be open.
      if (hocuspocus.documents.get(connection.document.name) !== connection.document) {
        context.socket.end('load-failed')
      }
    },
    async onDisconnect({ context }) {
      // Hocuspocus can end a document's connection and leave its socket open: a page that types into nothing.
      context.socket.end('reset')
    },
    async onStoreDocument({ documentName }) {
      await makeSnapshot(documentName)
    },
    async beforeUnloadDocument({ documentName, document }) {
      // Hocuspocus unloads by name: an abandoned document must not take the one that was opened after it along.
      const current = hocuspocus.documents.get(documentName) === document
      if (!current || (rooms.get(documentName)?.appending ?? 0) > 0) throw new Refused('load-failed')
    },
  })

  const presence = parts.relayPresence === false ? null : new PresenceRelay(bus, origin, logger)

  async function authenticate(asked: onAuthenticatePayload<Context>): Promise<void> {
    const { socket } = asked.context
    const refuse = (name: CloseName, since?: string) => {
      socket.end(name, since)
      return new Refused(name)
    }
    const handshake = readHandshake(asked.token)
    if (handshake === null) throw refuse('malformed')
    if (handshake.schemaVersion < documentSchemaVersion) throw refuse('editor-too-old')
    if (handshake.schemaVersion > documentSchemaVersion) throw refuse('server-too-old')

    const question = {
      headers: asked.requestHeaders,
      documentId: asked.documentName,
      schemaVersion: handshake.schemaVersion,
    }
    socket.question = question
    let change: number
    do {
      change = accessChanges
      const answer = await gate.authorise(question).catch(error => {
        logger.error({ err: error }, 'the gate did not answer')
        throw refuse('load-failed')
      })
      if ('refused' in answer)
        throw refuse(answer.refused, answer.refused === 'access-ended' ? answer.since : undefined)
      if (change === accessChanges) socket.admit(answer)
    } while (change !== accessChanges)

    asked.connectionConfig.readOnly = socket.access?.access !== 'write'
    try {
      // Loaded here, so that a failure closes this socket with its reason before the page believes to be connected.
      const { documentName, request, socketId, connectionConfig, context } = asked
      const document = await hocuspocus.createDocument(
        documentName,
        request,
        socketId,
        connectionConfig,
        context,
      )
      if (socket.ending) unload(document)
    } catch (reason) {
      throw refuse(reason instanceof Refused ? reason.reason : 'load-failed')
    }
  }

  /** A document is complete or not there: one that cannot be read is never shown blank. */
  async function load(document: Document, documentId: string): Promise<void> {
    const room = new Room(documentId, log, logger)
    rooms.set(documentId, room)
    document.once('destroy', () => {
      room.close()
      if (rooms.get(documentId) === room) rooms.delete(documentId)
    })
    let failure: CloseName | null = null
    try {
      if (!(await room.open(document))) failure = 'not-found'
    } catch (error) {
      logger.error({ err: error, documentId }, 'could not load a document')
      failure = 'load-failed'
    }
    if (failure) {
      // Hocuspocus forgets the document but leaves its timers running (ueberdosis/hocuspocus#1156).
      document.destroy()
      throw new Refused(failure)
    }
  }

  /** Hocuspocus asks this before it applies and passes on what a page sent. */
  async function store(sync: beforeSyncPayload<Context>): Promise<void> {
    const { connection, document, payload } = sync
    const { socket } = sync.context
    if (sync.type === messageYjsSyncStep1 || connection.readOnly) return
    const room = rooms.get(document.name)
    const access = socket.access
    if (!room || !access) return socket.refuse(connection, 'load-failed')
    // What a page sent before it was closed may still wait in Hocuspocus' queue.
    if (socket.ended) return socket.refuse(connection, 'access-changed')

    const { structs } = Y.decodeUpdate(payload)
    if (isKnown(document, sync.type, payload, structs)) {
      // It may be known from a moment ago, and still be on its way into the log.
      return socket.acknowledgeWhen(room.settled)
    }
    if (structs.length > 0 && room.bytes + payload.length > limits.documentBytes) {
      if (room.measure() + payload.length > limits.documentBytes) {
        return socket.refuse(connection, 'document-too-large')
      }
    }
    const stored = append(document, room, access, payload)
    room.settled = stored
    socket.acknowledgeWhen(stored)
    const slow = setTimeout(() => connection.sendStateless(receivedMessage), limits.slowAppendMs)
    void stored.then(() => clearTimeout(slow))
    // A page that sends faster than the disk writes waits for it.
    if (socket.unacknowledged > limits.unacknowledgedEdits) await stored
  }

  /** Never rejects: an edit that could not be stored gives up the document instead. */
  async function append(document: Document, room: Room, access: Access, bytes: Uint8Array): Promise<void> {
    const { personId: authorId, organisationId } = access
    room.bytes += bytes.length
    room.appending += 1
    try {
      room.stored(await commits.append({ documentId: document.name, authorId, organisationId, bytes }))
    } catch (error) {
      logger.error({ err: error, documentId: document.name }, 'could not store an edit')
      abandon(document)
    }
    room.appending -= 1
    if (room.appending === 0) setImmediate(() => unload(document))
  }

  /** A document that is ahead of the log: its pages open it anew and send again what the log lacks. */
  function abandon(document: Document): void {
    if (hocuspocus.documents.get(document.name) !== document) return
    hocuspocus.documents.delete(document.name)
    for (const socket of sockets) if (socket.documentId === document.name) socket.end('store-failed')
    document.destroy()
  }

  async function overwritePresence(asked: beforeHandleAwarenessPayload<Context>): Promise<void> {
    const { connection, document, states } = asked
    const access = asked.context?.socket.access
    if (!connection || !access) return states.clear()
    authenticPresence(states, access, clientId => {
      const owner = document
        .getConnections()
        .find(other => other !== connection && document.getClients(other).has(clientId))
      const context: Context | undefined = owner?.context
      return context?.socket.access?.personId
    })
  }

  async function makeSnapshot(documentId: string): Promise<void> {
    const room = rooms.get(documentId)
    if (!room || room.sinceSnapshot < limits.snapshotEvery) return
    room.sinceSnapshot = 0
    await snapshot(log, documentId).catch(error =>
      logger.warn({ err: error, documentId }, 'could not make a snapshot; the log is complete without it'),
    )
  }

  function unload(document: Document): void {
    if (hocuspocus.documents.get(document.name) !== document) return
    if (hocuspocus.shouldUnloadDocument(document)) void hocuspocus.unloadDocument(document)
  }

  function closeMatching(scope: Scope, reason: CloseName): void {
    accessChanges += 1
    for (const socket of sockets) {
      if (socket.matches(scope)) socket.end(reason)
    }
  }

  function hear(announcement: Announcement): void {
    switch (announcement.kind) {
      case 'updates':
        if (announcement.origin !== origin) rooms.get(announcement.documentId)?.announced(announcement.seq)
        break
      case 'access':
        if (announcement.origin !== origin && !isEmpty(announcement.scope)) {
          closeMatching(announcement.scope, announcement.reason)
        }
        break
      case 'presence': {
        const document = hocuspocus.documents.get(announcement.documentId)
        if (announcement.origin !== origin && document)
          presence?.heard(document.awareness, announcement.update)
        break
      }
    }
  }

  /** A lost announcement of an edit is found here at the latest. */
  async function heal(): Promise<void> {
    if (rooms.size === 0) return
    try {
      const heads = await log.heads([...rooms.keys()])
      for (const [documentId, seq] of heads) rooms.get(documentId)?.announced(seq)
    } catch (error) {
      logger.warn({ err: error }, 'could not compare open documents with the log')
    }
  }

  /** A lost announcement of an access change is found here. One after the other: nobody waits for it. */
  let rechecking = false
  async function recheck(): Promise<void> {
    accessChanges += 1
    if (rechecking) return
    rechecking = true
    try {
      for (const socket of [...sockets]) {
        const { access, question } = socket
        if (access === null || question === null || socket.ending) continue
        const answer = await gate.authorise(question)
        if ('refused' in answer || answer.access !== access.access) socket.end('access-changed')
      }
    } catch (error) {
      logger.warn({ err: error }, 'could not ask the gate again')
    }
    rechecking = false
  }

  const unsubscribe = bus.subscribe(hear, () => {
    void heal()
    void recheck()
  })
  const timers = [setInterval(heal, limits.healEveryMs), setInterval(recheck, limits.recheckEveryMs)]
  for (const timer of timers) timer.unref()

  const webSockets = new WebSocketServer({
    noServer: true,
    maxPayload: limits.messageBytes,
    clientTracking: false,
  })
  let closing: Promise<void> | null = null

  function open(webSocket: WebSocket, request: IncomingMessage): void {
    const socket = new LiveSocket(webSocket, limits)
    sockets.add(socket)
    const connection = hocuspocus.handleConnection(socket.outlet, asRequest(request), { socket })
    webSocket.on('message', (data, isBinary) => {
      const bytes =
        data instanceof Buffer ? new Uint8Array(data.buffer, data.byteOffset, data.byteLength) : null
      if (!isBinary || bytes === null) socket.end('malformed')
      else if (socket.receive(bytes)) connection.handleMessage(bytes)
    })
    // Protocol errors and lost networks; `close` follows.
    webSocket.on('error', error => logger.info({ err: error }, 'a live socket failed'))
    webSocket.on('close', (code, reason) => {
      sockets.delete(socket)
      connection.handleClose({ code, reason: reason.toString() })
    })
    if (closing) socket.end('shutting-down')
  }

  const acceptsOrigin = parts.acceptsOrigin ?? isSameHost

  return {
    handleUpgrade(request, socket, head) {
      socket.on('error', () => socket.destroy())
      const from = request.headers.origin
      // A browser always says where its page comes from; a program that does not has no person's cookie to abuse.
      if (closing || (from !== undefined && !acceptsOrigin(from, request))) {
        socket.end(
          `HTTP/1.1 ${closing ? '503 Service Unavailable' : '403 Forbidden'}\r\nConnection: close\r\n\r\n`,
        )
        return
      }
      webSockets.handleUpgrade(request, socket, head, webSocket => open(webSocket, request))
    },

    async disconnect(scope, reason = 'access-changed') {
      if (isEmpty(scope)) throw new RangeError('an empty scope would disconnect everyone')
      closeMatching(scope, reason)
      await bus.publish({ kind: 'access', origin, scope, reason })
    },

    async applyServerUpdate(documentId, update, author) {
      Y.decodeUpdate(update)
      const seq = await commits.append({ documentId, ...author, bytes: update })
      rooms.get(documentId)?.announced(seq)
      return seq
    },

    stats: () => ({
      sockets: sockets.size,
      documents: hocuspocus.documents.size,
      updates: commits.updates,
      commits: commits.commits,
    }),

    close() {
      closing ??= shutDown()
      return closing
    },
  }

  async function shutDown(): Promise<void> {
    for (const socket of sockets) socket.end('shutting-down')
    await commits.drained()
    // A page that does not answer the closing handshake has lost its network.
    const deadline = Date.now() + 1_000
    while (sockets.size > 0 && Date.now() < deadline) await new Promise(resolve => setTimeout(resolve, 10))
    for (const socket of sockets) socket.terminate()
    for (const timer of timers) clearInterval(timer)
    unsubscribe()
    presence?.close()
    hocuspocus.flushPendingStores()
    while (hocuspocus.documents.size > 0 && Date.now() < deadline + 1_000) {
      for (const document of hocuspocus.documents.values()) unload(document)
      await new Promise(resolve => setTimeout(resolve, 10))
    }
    for (const document of hocuspocus.documents.values()) document.destroy()
    webSockets.close()
  }
}

/**
 * Whether a document has all of an update already. A page that comes back sends what it has, from its copy on the
 * device too; writing that down each time would double the log. The full comparison walks the whole document, so a
 * letter that is typed or deleted does not get to it.
 */
function isKnown(document: Y.Doc, type: number, payload: Uint8Array, structs: Structs): boolean {
  const old = structs.every(({ id, length }) => Y.getState(document.store, id.client) >= id.clock + length)
  if (!old || (structs.length === 0 && type === messageYjsUpdate)) return false
  return Y.snapshotContainsUpdate(Y.snapshot(document), payload)
}

type Structs = ReturnType<typeof Y.decodeUpdate>['structs']

function isEmpty(scope: Scope): boolean {
  return scope.personId === undefined && scope.organisationId === undefined && scope.documentId === undefined
}

function isSameHost(from: string, request: IncomingMessage): boolean {
  try {
    return new URL(from).host === request.headers.host
  } catch {
    return false
  }
}

function asRequest(request: IncomingMessage): Request {
  const headers = new Headers()
  for (const [name, value] of Object.entries(request.headers)) {
    for (const each of Array.isArray(value) ? value : [value ?? '']) headers.append(name, each)
  }
  return new Request(new URL(request.url ?? '/', 'http://localhost'), { headers })
}
