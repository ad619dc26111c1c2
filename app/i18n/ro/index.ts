import compare from './compare.ts'
import editor from './editor.ts'
import errors from './errors.ts'
import news from './news.ts'
import pages from './pages.ts'

/**
 * All words of this language. Refusals and news are put into words by the server only, and what the editor says comes
 * with the editor.
 */
export default { ...pages, compare, editor, errors, news }
