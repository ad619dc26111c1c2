import { vitePlugin as remix } from '@remix-run/dev'
import tailwindcss from '@tailwindcss/vite'
import { defineConfig } from 'vite'
import remixConfig from './remix.config.js'

export default defineConfig({
  plugins: [tailwindcss(), remix(remixConfig)],
  // Two copies of Yjs or ProseMirror in one page corrupt documents (yjs README, "already imported").
  resolve: {
    dedupe: ['yjs', 'prosemirror-model', 'prosemirror-state', 'prosemirror-view', 'react', 'react-dom'],
  },
  build: { target: 'es2022', sourcemap: false },
})
