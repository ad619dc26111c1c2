import serifExt from '@fontsource-variable/source-serif-4/files/source-serif-4-latin-ext-wght-normal.woff2?url'
import serif from '@fontsource-variable/source-serif-4/files/source-serif-4-latin-wght-normal.woff2?url'
import type { LinksFunction } from '@remix-run/node'

/** For pages that show a text that people draft: its font is asked for first, so that no line moves when it arrives. */
export const serifLinks: LinksFunction = () =>
  [serif, serifExt].map(href => ({
    rel: 'preload',
    as: 'font',
    type: 'font/woff2',
    crossOrigin: 'anonymous',
    href,
  }))
