/** `npm run mutation`: breaks the voting rules in one place after another and looks whether a test turns red. */

/** @type {import('@stryker-mutator/api/core').PartialStrykerOptions} */
export default {
  testRunner: 'vitest',
  plugins: ['@stryker-mutator/vitest-runner'],
  vitest: { configFile: 'tests/voting/mutation/vitest.config.ts', related: false },
  mutate: ['packages/voting/*.ts'],
  // The sandbox is a copy: only what these tests load.
  ignorePatterns: ['/*', '!/packages', '!/tests', '!/app', '!/graphql', '!/package.json'],
  tempDirName: 'test-results/mutation',
  concurrency: 1,
  coverageAnalysis: 'perTest',
  timeoutMS: 60_000,
  reporters: ['clear-text', 'progress'],
  clearTextReporter: { allowColor: false, allowEmojis: false, logTests: false, reportTests: false },
  thresholds: { high: 98, low: 95, break: 95 },
}
