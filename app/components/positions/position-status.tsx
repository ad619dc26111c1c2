import { useWords } from '../../i18n/use-words.ts'
import { Status, type Tone } from '../status.tsx'

export const positionStatuses = ['drafting', 'consultation', 'voting', 'adopted', 'rejected'] as const

const tones: Record<(typeof positionStatuses)[number], Tone> = {
  drafting: 'neutral',
  consultation: 'accent',
  voting: 'due',
  adopted: 'kept',
  rejected: 'late',
}

/** Where a position stands on its way from draft to decision. */
export function PositionStatus({ status }: { status: (typeof positionStatuses)[number] }) {
  const { t } = useWords()
  return <Status tone={tones[status]}>{t(`positions:status.${status}`)}</Status>
}
