import { useEffect, useRef, useState } from 'react'

/** How long a sentence stays that only confirms something, in milliseconds. */
const stayMs = 6_000

/** A sentence that confirms what a person just did, shown and read out for a while. */
export function useNotice(): { notice: string; say: (sentence: string) => void } {
  const [notice, setNotice] = useState('')
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  useEffect(() => () => clearTimeout(timer.current), [])
  return {
    notice,
    say(sentence) {
      clearTimeout(timer.current)
      setNotice(sentence)
      timer.current = setTimeout(() => setNotice(''), stayMs)
    },
  }
}
