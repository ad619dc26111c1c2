import errors from './errors.ts'
import pages from './pages.ts'

/** All words of this language. Refusals are put into words by the server only. */
export default { ...pages, errors }
