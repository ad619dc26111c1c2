/** What answers while the platform starts. */
import { createServer } from 'node:http'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { stillStarting } from '../../server/starting.ts'

const server = createServer(stillStarting)
let url: string
beforeAll(async () => {
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('no port')
  url = `http://127.0.0.1:${address.port}`
})
afterAll(() => server.close())

test('a browser hears it in both languages, and comes back by itself', async () => {
  const answer = await fetch(`${url}/dossiers`, { headers: { accept: 'text/html,*/*' } })
  expect(answer.status).toBe(503)
  expect(answer.headers.get('refresh')).toBe('2')
  const page = await answer.text()
  expect(page).toContain('<p lang="ro">Platforma pornește.')
  expect(page).toContain('<p lang="en">The platform is starting.')
})

test('it is alive and not ready, says a program’s answer', async () => {
  expect((await fetch(`${url}/healthz`)).status).toBe(200)
  const ready = await fetch(`${url}/readyz`)
  expect([ready.status, ready.headers.get('retry-after')]).toEqual([503, '2'])
  expect(ready.headers.get('refresh')).toBe(null)
})
