import type { RequestListener } from 'node:http'

const sentences = [
  ['ro', 'Platforma pornește. Pagina se deschide singură în câteva clipe.'],
  ['en', 'The platform is starting. This page opens by itself in a moment.'],
] as const

const page = `<!doctype html><html lang="ro"><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<meta name="color-scheme" content="light dark"><title>ProTECT</title>
${sentences.map(([lang, words]) => `<p lang="${lang}">${words}</p>`).join('\n')}
</html>
`

/** Answers while the platform starts: alive, not ready; a browser comes back by itself. */
export const stillStarting: RequestListener = (request, response) => {
  const headers = { 'Retry-After': '2', 'Cache-Control': 'no-store', 'X-Content-Type-Options': 'nosniff' }
  if (request.url === '/healthz') {
    response.writeHead(200, { ...headers, 'Content-Type': 'text/plain' }).end('ok\n')
  } else if (request.headers.accept?.includes('text/html')) {
    response
      .writeHead(503, {
        ...headers,
        'Content-Type': 'text/html; charset=utf-8',
        'Content-Security-Policy': "default-src 'none'; frame-ancestors 'none'",
        Refresh: '2',
      })
      .end(page)
  } else {
    const [, words] = sentences[1]
    response.writeHead(503, { ...headers, 'Content-Type': 'text/plain' }).end(`${words}\n`)
  }
}
