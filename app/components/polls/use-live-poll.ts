import { useRevalidator } from '@remix-run/react'
import { useEffect, useState } from 'react'
import { useSubscription } from '../../live-updates.ts'

const pollChanged = 'subscription PollChanged($id: ID!) { pollChanged(id: $id) { id } }'

/** Loads the page again at each ballot and at the closing, while somebody looks at it. */
export function useLivePoll(id: string, open: boolean): void {
  const { revalidate } = useRevalidator()
  const [seen, setSeen] = useState(false)
  useEffect(() => {
    const look = () => setSeen(document.visibilityState === 'visible')
    look()
    document.addEventListener('visibilitychange', look)
    return () => document.removeEventListener('visibilitychange', look)
  }, [])
  useSubscription(open && seen ? pollChanged : null, { id }, revalidate, revalidate)
}
