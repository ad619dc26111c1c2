import { useCallback, useEffect, useRef, useState } from 'react'

/** How long a sentence stays, in milliseconds: one that only confirms something, and one that says why it did not work. */
const stayMs = { short: 6_000, long: 20_000 }

export type Say = (sentence: string, stay?: keyof typeof stayMs) => void

/** A sentence about what a person just did, shown and read out for a while. */
export function useNotice(): { notice: string; say: Say } {
  const [notice, setNotice] = useState('')
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  useEffect(() => () => clearTimeout(timer.current), [])
  const say = useCallback<Say>((sentence, stay = 'short') => {
    clearTimeout(timer.current)
    setNotice(sentence)
    timer.current = setTimeout(() => setNotice(''), stayMs[stay])
  }, [])
  return { notice, say }
}
