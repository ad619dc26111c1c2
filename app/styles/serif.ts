import serifExt from '@fontsource-variable/source-serif-4/files/source-serif-4-latin-ext-wght-normal.woff2?url'
import serif from '@fontsource-variable/source-serif-4/files/source-serif-4-latin-wght-normal.woff2?url'

/** What a route says of itself when it opens with a text that people draft. */
export const opensWithText = { opensWithText: true }

/**
 * The `Link` header that asks for the font of such a text first, so that no line moves when it arrives; null for other
 * routes. Only documents carry it: a `<link>` would be added again at each visit from within, when the font is there.
 */
export function serifFirst(handles: readonly unknown[]): string | null {
  if (!handles.includes(opensWithText)) return null
  return [serif, serifExt]
    .map(href => `<${href}>; rel=preload; as=font; type="font/woff2"; crossorigin=anonymous`)
    .join(', ')
}
