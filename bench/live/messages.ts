/** What the three processes of the live benchmark tell each other. */

export type Subject = 'peer' | 'postgresql' | 'embedded'

/** Asked of a server process; each is answered by one `ServerAnswer`. */
export type ServerAsk =
  | { ask: 'usage' }
  | { ask: 'memory' }
  /** Makes a document whose log holds `edits` edits and a snapshot that lacks the last `tail` of them. */
  | { ask: 'history'; edits: number; tail: number }
  | { ask: 'commits'; batch: number; count: number }

export type ServerAnswer =
  | { answer: 'usage'; cpuMs: number; documents: number }
  | { answer: 'memory'; bytes: number }
  | { answer: 'history'; long: string; short: string; bytes: number }
  | { answer: 'commits'; ms: number[] }

/** Said by a server process once it takes connections. */
export interface ServerReady {
  url: string
  cookie: string
  documentIds: string[]
}

export interface LoadAsk {
  /** Whoever writes connects to the first, whoever reads to the last. */
  urls: string[]
  cookie: string
  documentIds: string[]
  clients: number
  editsPerSecond: number
  warmUpMs: number
  measureMs: number
}

export type LoadAnswer =
  | { at: 'begin' | 'end' }
  /** Milliseconds from each edit to each other page. */
  | { at: 'done'; latencies: number[]; edits: number }
