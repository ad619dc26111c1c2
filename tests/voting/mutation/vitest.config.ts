import { defineConfig } from 'vitest/config'

/**
 * The tests of the voting rules as mutation testing runs them: without the recounts of more than 14 organisations,
 * which take seconds and tell nothing that the small ones do not.
 */
export default defineConfig({
  resolve: { alias: [{ find: /^graphql$/, replacement: 'graphql/index.js' }] },
  test: {
    include: ['tests/voting/*.unit.test.ts'],
    exclude: ['tests/voting/recount-to-*.unit.test.ts'],
    setupFiles: ['tests/support/strict.ts'],
  },
})
