import { useWords } from '../../i18n/use-words.ts'
import { Status } from '../status.tsx'

/** Whether an account can be used: open, still an invitation, or closed. */
export function Standing({ joined, disabled }: { joined: boolean; disabled: boolean }) {
  const { t } = useWords()
  if (disabled) return <Status tone="late">{t('people:standing.disabled')}</Status>
  if (!joined) return <Status tone="due">{t('people:standing.invited')}</Status>
  return <Status tone="kept">{t('people:standing.active')}</Status>
}
