import compare from './compare.ts'
import editor from './editor.ts'
import errors from './errors.ts'
import news from './news.ts'
import pages from './pages.ts'
import plain from './plain.ts'
import trail from './trail.ts'

/**
 * All words of this language. Refusals, news, count trails and plain pages are put into words by the server
 * only; what the editor and the comparison of texts say comes with them.
 */
export default { ...pages, compare, editor, errors, news, plain, trail }
