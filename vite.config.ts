import { vitePlugin as remix } from '@remix-run/dev'
import tailwindcss from '@tailwindcss/vite'
import { defineConfig, type Plugin } from 'vite'
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

export default defineConfig({
  plugins: [pureDocuments, tailwindcss(), remix(remixConfig)],
  // Two copies of Yjs or ProseMirror in one page corrupt documents (yjs README, "already imported").
  resolve: {
    dedupe: ['yjs', 'prosemirror-model', 'prosemirror-state', 'prosemirror-view', 'react', 'react-dom'],
  },
  build: { target: 'es2022', sourcemap: false },
})
