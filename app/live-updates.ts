import { useEffect, useRef } from 'react'

/** The waits before asking again, in milliseconds: doubled at each failure, back to the shortest when data comes. */
const shortestWait = 1_000
const longestWait = 30_000

/**
 * Hears a GraphQL subscription over server-sent events (`GET /graphql?query=…&variables=…`) while the component is
 * on the page, and calls `onEvent` with the data of each event. Events say what changed: a page answers by
 * revalidating (`useRevalidator`). After a lost connection it asks again, and calls `onReconnect` (default: nothing),
 * because what happened in between was not heard. `query` is the document's text; null hears nothing.
 */
export function useSubscription<Data>(
  query: string | null,
  variables: Record<string, unknown>,
  onEvent: (data: Data) => void,
  onReconnect?: () => void,
): void {
  const heard = useRef({ onEvent, onReconnect })
  heard.current = { onEvent, onReconnect }
  const asked = JSON.stringify(variables)

  useEffect(() => {
    if (query === null) return
    const address = `/graphql?${new URLSearchParams({ query, variables: asked })}`
    let source: EventSource | null = null
    let timer: ReturnType<typeof setTimeout> | undefined
    let wait = shortestWait
    let lost = false

    const askAgain = () => {
      source?.close()
      lost = true
      timer = setTimeout(listen, wait)
      wait = Math.min(wait * 2, longestWait)
    }
    const listen = () => {
      source = new EventSource(address)
      source.addEventListener('open', () => {
        if (lost) heard.current.onReconnect?.()
        lost = false
      })
      source.addEventListener('next', event => {
        const answer = JSON.parse(event.data) as { data?: Data | null }
        if (!answer.data) return
        wait = shortestWait
        heard.current.onEvent(answer.data)
      })
      // No subscription of ours ends by itself: a server that stops, or a session that ended, did it.
      source.addEventListener('complete', askAgain)
      source.addEventListener('error', () => {
        // The browser retries a broken line by itself, but gives up on an answer such as 503.
        if (source?.readyState === EventSource.CLOSED) askAgain()
        else lost = true
      })
    }
    listen()
    return () => {
      clearTimeout(timer)
      source?.close()
    }
  }, [query, asked])
}
