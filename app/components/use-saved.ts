import { useNavigation } from '@remix-run/react'
import { useEffect, useRef, useState } from 'react'
import type { Answer } from './form.tsx'

/**
 * How often the form with this `intent` was saved since the page appeared. As the `key` of a form it empties and
 * closes it after one's own save only: what somebody else saves meanwhile must not take away what is being typed.
 */
export function useSaved(intent: string, answer: Answer | null | undefined): number {
  const navigation = useNavigation()
  const sending = navigation.formData?.get('intent') === intent
  const refused = Boolean(answer?.refusal) && answer?.values?.intent === intent
  const wasSending = useRef(false)
  const [saved, setSaved] = useState(0)
  useEffect(() => {
    if (wasSending.current && !sending && !refused) setSaved(count => count + 1)
    wasSending.current = sending
  }, [sending, refused])
  return saved
}
