import { useLocation } from '@remix-run/react'
import { Check } from 'lucide-react'
import { useState } from 'react'
import { useWords } from '../i18n/use-words.ts'

interface Message {
  key: string
  values?: Record<string, string | number>
}

/**
 * What has just been done, said once at the top of the next page and read out. It stays until people go on: a page
 * with live updates loads its data again while it is read, and the message came with the first load only.
 */
export function FlashMessage({ message }: { message: Message | null }) {
  const { t } = useWords()
  const { key } = useLocation()
  const [held, hold] = useState({ key, message })
  if (held.key !== key || (message !== null && held.message !== message)) hold({ key, message })
  const said = held.key === key ? (message ?? held.message) : message
  if (said === null) return null
  return (
    <p
      role="status"
      className="mb-6 flex items-start gap-2 rounded-md bg-kept-soft px-4 py-2.5 font-medium text-kept motion-safe:animate-[appear_200ms_ease-out]"
    >
      <Check aria-hidden strokeWidth={2.5} className="mt-1 size-4 shrink-0" />
      <span>{t(said.key, said.values)}</span>
    </p>
  )
}
