import { defineConfig } from 'vitest/config'
import { BaseSequencer, type TestSpecification } from 'vitest/node'

/** The recounts last: most of what is broken turns a test red that takes a millisecond, and then no other is run. */
class QuickFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const isSlow = ({ moduleId }: TestSpecification) => Number(/recount|options|consent/.test(moduleId))
    return files.toSorted((a, b) => isSlow(a) - isSlow(b))
  }
}

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
    testTimeout: 60_000,
    sequence: { sequencer: QuickFirst },
  },
})
