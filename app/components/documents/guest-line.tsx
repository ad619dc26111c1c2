import { useWords } from '../../i18n/use-words.ts'
import { Status } from '../status.tsx'

const tones = { invited: 'due', active: 'kept', ended: 'neutral' } as const

/** A guest of a text: who, what they may do and until when, and how it stands. */
export function GuestLine({
  guest: { name, email, right, until, status, withdrawnAt },
}: {
  guest: {
    name: string
    email: string
    right: 'read' | 'write'
    /** The last day, `YYYY-MM-DD`. */
    until: string
    status: keyof typeof tones
    withdrawnAt: string | null
  }
}) {
  const { t, format } = useWords()
  const date = withdrawnAt === null ? format.legalDate(until, 'short') : format.date(withdrawnAt, 'short')
  const state = withdrawnAt !== null ? 'withdrawn' : status === 'ended' ? 'over' : 'until'
  return (
    <>
      <div className="flex flex-wrap items-baseline justify-between gap-x-4 gap-y-1">
        <span className="min-w-0 font-medium break-words">{name}</span>
        <Status tone={tones[status]}>{t(`guests:status.${status}`)}</Status>
      </div>
      <p className="text-sm break-words text-soft">{email}</p>
      <p className="text-sm">
        {state === 'until'
          ? t('guests:until', { right: t(`guests:right.${right}`), date })
          : t(state === 'over' ? 'guests:over' : 'guests:withdrawn', { date })}
      </p>
    </>
  )
}
