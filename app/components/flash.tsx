import { useLocation } from '@remix-run/react'
import { Check } from 'lucide-react'
import { createContext, type ReactNode, useContext, useEffect, useRef, useState } from 'react'

/** What has just been done, in words; `at`: the id of the section that it was done in. */
interface Flash {
  said: string
  at: string | null
}

const FlashContext = createContext<Flash | null>(null)

/**
 * Holds what has just been done until people go on: a page with live updates loads its data again while it is read, and
 * the sentence came with the first load only.
 */
export function FlashProvider({ flash, children }: { flash: Flash | null; children: ReactNode }) {
  const { key } = useLocation()
  const [held, hold] = useState({ key, flash })
  if (held.key !== key || (flash !== null && held.flash !== flash)) hold({ key, flash })
  const said = held.key === key ? (flash ?? held.flash) : flash
  return <FlashContext.Provider value={said}>{children}</FlashContext.Provider>
}

/**
 * Says once what has just been done, and reads it out: at the top of the page, or in the section `at` that it was done
 * in, where it takes the focus from the form that has gone.
 */
export function FlashMessage({ at = null }: { at?: string | null }) {
  const flash = useContext(FlashContext)
  return flash?.at === at ? <Said flash={flash} /> : null
}

function Said({ flash }: { flash: Flash }) {
  const message = useRef<HTMLParagraphElement>(null)
  const { said, at } = flash
  useEffect(() => {
    if (flash.at !== null) message.current?.focus()
  }, [flash])
  return (
    <p
      ref={message}
      role="status"
      tabIndex={-1}
      className={`${at === null ? 'mb-6' : 'mt-2'} flex items-start gap-2 rounded-md bg-kept-soft px-4 py-2.5 font-medium text-kept motion-safe:animate-[appear_200ms_ease-out]`}
    >
      <Check aria-hidden strokeWidth={2.5} className="mt-1 size-4 shrink-0" />
      <span>{said}</span>
    </p>
  )
}
