import { afterEach, vi } from 'vitest'

/** An unexpected `console.error` or `console.warn` fails the test it happened in. */
const complaints: string[] = []
for (const level of ['error', 'warn'] as const) {
  vi.spyOn(console, level).mockImplementation((...words: unknown[]) => {
    complaints.push(`console.${level}: ${words.map(String).join(' ')}`)
  })
}

/** Takes what was complained since the last call, for a test that expects a complaint. */
export function takeComplaints(): string[] {
  return complaints.splice(0)
}

afterEach(() => {
  const heard = takeComplaints()
  if (heard.length > 0) throw new Error(`Unexpected console output:\n${heard.join('\n')}`)
})
