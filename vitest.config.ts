import { configDefaults, defineConfig } from 'vitest/config'

/** Three layers: pure packages, the API on a real database, journeys in a real browser. */
export default defineConfig({
  // Vite would take graphql's `.mjs`, the libraries take its `.js`: two copies, which GraphQL refuses to mix.
  resolve: { alias: [{ find: /^graphql$/, replacement: 'graphql/index.js' }] },
  test: {
    exclude: [...configDefaults.exclude, 'build/**'],
    // Vitest would leave one core to itself, which is half of two.
    maxWorkers: '100%',
    // No test leaves anything behind in its process, so that what one has loaded serves the next.
    isolate: false,
    // Not a measure of speed: the machine may be busy with something else.
    testTimeout: 30_000,
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          include: ['tests/**/*.unit.test.ts', 'tests/**/*.unit.test.tsx'],
          setupFiles: ['tests/support/strict.ts'],
        },
      },
      {
        extends: true,
        test: {
          name: 'api',
          include: ['tests/**/*.api.test.ts'],
          setupFiles: ['tests/support/strict.ts'],
          globalSetup: ['tests/support/template.global.ts'],
          hookTimeout: 60_000,
        },
      },
      {
        extends: true,
        test: {
          name: 'e2e',
          include: ['tests/e2e/**/*.e2e.test.ts'],
          setupFiles: ['tests/support/strict.ts'],
          globalSetup: ['tests/support/template.global.ts'],
          testTimeout: 180_000,
          hookTimeout: 180_000,
        },
      },
    ],
  },
})
