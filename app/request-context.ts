import type { TadaDocumentNode } from 'gql.tada'
import type { Locale } from './i18n/locale.ts'

/** How the page is painted: as the device asks, or always light, or always dark. */
export type Theme = 'system' | 'light' | 'dark'
export const themes: readonly Theme[] = ['system', 'light', 'dark']

export function isTheme(value: unknown): value is Theme {
  return themes.some(theme => theme === value)
}

/** A person's part in one organisation, as the frame and the pages need it. */
export interface RequestMandate {
  organisationId: string
  organisationName: string
  role: string
}

/** Who is looking: the signed-in person, without secrets and without contact data. */
export interface RequestViewer {
  id: string
  name: string
  /** The language of the person's mails; the pages follow the `lang` cookie. */
  language: Locale
  /** The person's part in the federation itself (`SECRETARIAT`, `AUDITOR`, …), or null for members. */
  federationRole: string | null
  mandates: RequestMandate[]
  /** Belongs to no organisation and holds no office: sees the texts that were opened to them, and nothing else. */
  guest: boolean
  /** Whether the audit log is shown among the places. The API decides who may read it. */
  readsAudit: boolean
}

/**
 * What `server.ts` builds once per request and hands to every loader and action.
 * Pages ask for data through `query` and `mutate` only: the GraphQL document runs in this process with this
 * request's viewer, so a page can do nothing that the API would refuse.
 */
export interface RequestContext {
  query<Data, Variables>(document: TadaDocumentNode<Data, Variables>, variables?: Variables): Promise<Data>
  mutate<Data, Variables>(document: TadaDocumentNode<Data, Variables>, variables: Variables): Promise<Data>
  viewer: RequestViewer | null
  locale: Locale
  theme: Theme
  /** The nonce of this response's Content-Security-Policy. */
  nonce: string
  /** Whether demonstration accounts may be shown. */
  demo: boolean
  /** Shown on a 500 page and written in the log, so that a person can quote it. */
  requestId: string
  /** Where unexpected failures are written; without it they go to `console.error`. */
  logger?: { error(details: object, sentence: string): void }
}

declare module '@remix-run/node' {
  interface AppLoadContext extends RequestContext {}
  interface Future {
    v3_singleFetch: true
  }
}
