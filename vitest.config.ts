import { configDefaults, defineConfig } from 'vitest/config'

/** Three layers: pure packages, the API on a real database, journeys in a real browser. */
export default defineConfig({
  test: {
    exclude: [...configDefaults.exclude, 'build/**'],
    projects: [
      { test: { name: 'unit', include: ['tests/**/*.unit.test.ts', 'tests/**/*.unit.test.tsx'], setupFiles: ['tests/support/strict.ts'] } },
      {
        test: {
          name: 'api',
          include: ['tests/**/*.api.test.ts'],
          setupFiles: ['tests/support/strict.ts'],
          globalSetup: ['tests/support/database.global.ts'],
          testTimeout: 30_000,
          hookTimeout: 60_000,
        },
      },
      {
        test: {
          name: 'e2e',
          include: ['tests/e2e/**/*.e2e.test.ts'],
          setupFiles: ['tests/support/strict.ts'],
          testTimeout: 180_000,
          hookTimeout: 180_000,
          fileParallelism: false,
        },
      },
    ],
  },
})
