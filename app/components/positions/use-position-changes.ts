import { useRevalidator } from '@remix-run/react'
import { useSubscription } from '../../live-updates.ts'

const positionChanged = 'subscription ($id: ID!) { positionChanged(id: $id) }'

/** Loads the page again whenever something about the position changed: a version, a vote, a follow-up. */
export function usePositionChanges(id: string): void {
  const { revalidate } = useRevalidator()
  useSubscription(positionChanged, { id }, revalidate, revalidate)
}
