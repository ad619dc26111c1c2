import en from '../../i18n/en/editor.ts'
import { type Locale, learn, locales } from '../../i18n/index.ts'
import ro from '../../i18n/ro/editor.ts'

/** What the editor says, in both languages: a block is found by its name in either (`slash-menu.tsx`). */
export const editorWords = { ro, en } as const satisfies Record<Locale, object>

/** Adds the editor's words to those of the page. */
export function learnEditorWords(): void {
  for (const locale of locales) learn(locale, 'editor', editorWords[locale])
}
