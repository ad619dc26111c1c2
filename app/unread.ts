import { useRevalidator } from '@remix-run/react'
import { createContext, useContext, useEffect, useRef, useState } from 'react'
import { useSubscription } from './live-updates.ts'

const unreadChanged = 'subscription UnreadNotifications { unreadNotifications }'

/**
 * How many notifications are unread, kept live. `loaded` is the count that came with the page, null for a stranger.
 * Only a page that is being looked at listens: a browser keeps few lines open to one server, and people keep many
 * tabs. Coming back to a tab asks again, and the first event tells the count of now.
 */
export function useUnread(loaded: number | null): number {
  const [unread, setUnread] = useState(loaded ?? 0)
  const [seen, setSeen] = useState(false)
  useEffect(() => setUnread(loaded ?? 0), [loaded])
  useEffect(() => {
    const look = () => setSeen(document.visibilityState === 'visible')
    look()
    document.addEventListener('visibilitychange', look)
    return () => document.removeEventListener('visibilitychange', look)
  }, [])
  useSubscription<{ unreadNotifications: number }>(
    loaded !== null && seen ? unreadChanged : null,
    {},
    ({ unreadNotifications }) => setUnread(unreadNotifications),
  )
  return unread
}

/** The live count of unread notifications, from the frame to the pages in it. */
export const UnreadContext = createContext(0)

/** Loads the page's data again when the viewer gets news, for pages that show what the news is about. */
export function useReloadOnNews(): void {
  const unread = useContext(UnreadContext)
  const { revalidate } = useRevalidator()
  const known = useRef(unread)
  useEffect(() => {
    if (known.current === unread) return
    known.current = unread
    revalidate()
  }, [unread, revalidate])
}
