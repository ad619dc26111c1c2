import { vitePlugin as remix } from '@remix-run/dev'
import tailwindcss from '@tailwindcss/vite'
import { defineConfig, type Plugin } from 'vite'
import pageWordsInRomanian from './app/i18n/ro/pages.ts'
import remixConfig from './remix.config.js'

/** A document that only a loader uses has no side effect: the browser gets neither it nor its parser. */
const pureDocuments: Plugin = {
  name: 'pure-documents',
  enforce: 'pre',
  transform(code, id) {
    if (!id.includes('/app/') || !code.includes('= graphql(')) return
    return { code: code.replaceAll('= graphql(', '= /* @__PURE__ */ graphql('), map: null }
  },
}

/**
 * A module of a page brings the words that it says (`t('dossiers:…')`), in the language of the page only: see
 * `app/i18n/page-words.ts`. After Remix has taken out what only the server runs, so that its sentences stay there.
 */
const wordsComeWithPages: Plugin = {
  name: 'words-come-with-pages',
  enforce: 'post',
  transform(code, id, { ssr = false } = {}) {
    if (ssr || !id.includes('/app/') || id.includes('/app/i18n/')) return
    const said = new Set([...code.matchAll(saying)].map(([, namespace]) => namespace))
    if (said.size === 0) return
    const brings = [...said].map(namespace => `pageWords('${namespace}');`)
    return {
      code: `${code}\nimport { pageWords } from '/app/i18n/page-words.ts';\n${brings.join('\n')}`,
      map: null,
    }
  },
}

/** React Aria speaks 34 languages; pages speak two. */
const twoLanguages: Plugin = {
  name: 'two-languages',
  enforce: 'pre',
  load(id) {
    const language = /\/react-(?:aria|stately)\/.+\/intl\/\w+\/([a-z]{2}-[A-Z]{2})\.m?js$/.exec(id)?.[1]
    return language && !['ro-RO', 'en-US'].includes(language) ? 'export default {}' : null
  },
}

const pageNamespaces = Object.keys(pageWordsInRomanian).join('|')
const saying = new RegExp(`['"\`](${pageNamespaces}):[A-Za-z]`, 'g')

export default defineConfig({
  plugins: [pureDocuments, wordsComeWithPages, twoLanguages, tailwindcss(), remix(remixConfig)],
  // Two copies of Yjs or ProseMirror in one page corrupt documents (yjs README, "already imported").
  resolve: {
    dedupe: ['yjs', 'prosemirror-model', 'prosemirror-state', 'prosemirror-view', 'react', 'react-dom'],
  },
  build: { target: 'es2022', sourcemap: false },
})
