import { useLocation, useRevalidator } from '@remix-run/react'
import { useEffect, useState } from 'react'
import type { Answer } from '../form.tsx'
import type { Poll } from './poll-part.ts'

/**
 * A refusal whose form has left the page: a ballot that came after the closing, a poll that somebody else opened or changed. It
 * is held until people go on, because a page that loads its data again forgets what an action answered.
 */
export function LateRefusal({ answer, poll }: { answer: Answer | undefined; poll: Poll }) {
  const { key } = useLocation()
  const { revalidate } = useRevalidator()
  const [held, hold] = useState({ key, refusal: answer?.refusal, values: answer?.values })
  if (held.key !== key || (answer?.refusal && answer.refusal !== held.refusal))
    hold({ key, refusal: answer?.refusal, values: answer?.values })
  const movedOn = held.refusal?.code === 'closed' || held.refusal?.code === 'wrong_state'
  // Remix does not load a page again after a refusal, but this one says that the page is out of date.
  useEffect(() => {
    if (movedOn) revalidate()
  }, [movedOn, revalidate])
  const changed = held.values?.intent === 'open' && held.values.revision !== String(poll.revision)
  const forms = [
    ...(poll.mayManage ? [{ draft: changed ? '' : 'open', open: 'close', closed: '' }[poll.status]] : []),
    ...poll.electors.filter(({ mayCast }) => mayCast).map(({ organisation }) => `cast ${organisation.id}`),
  ]
  if (held.key !== key || !held.refusal || forms.includes(String(held.values?.intent))) return null
  return (
    <p role="alert" className="rounded-lg bg-late-soft px-4 py-3 font-medium text-late">
      {held.refusal.message}
    </p>
  )
}
