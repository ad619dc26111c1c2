import { useState } from 'react'
import type { FoundPicture } from '../../../packages/document/paste.ts'
import { useWords } from '../../i18n/use-words.ts'
import type { AskedPicture } from './pictures.ts'
import type { Say } from './use-notice.ts'

export type WaitingPictures = ReturnType<typeof usePictures>

/** The pictures that wait for their words, one after the other. */
export function usePictures(say: Say) {
  const { t } = useWords()
  const [all, setAll] = useState<AskedPicture[]>([])
  const [answered, setAnswered] = useState(0)
  const ask = (pictures: AskedPicture[]) => setAll(before => [...before, ...pictures])
  return {
    ask,
    /** Takes what was found on a clipboard, and says what could not come along. */
    found(pictures: FoundPicture[]) {
      const count = pictures.filter(({ kind }) => kind === 'linked').length
      if (count > 0) say(t('editor:picture.linked', { count }), 'long')
      else if (pictures.some(({ kind }) => kind === 'missing')) say(t('editor:picture.left'), 'long')
      ask(pictures.filter(({ kind }) => kind === 'bytes'))
    },
    asked: all[answered],
    answered,
    next: () => setAnswered(count => count + 1),
  }
}
