import { useWords } from '../../i18n/use-words.ts'
import { HalfCircle, type Seat } from '../charts/half-circle.tsx'
import type { Elector, Poll } from './poll-part.ts'

/** While the poll is open a seat only tells that its organisation has voted, also our own: the picture is everybody’s. */
export function Seats({ poll }: { poll: Poll }) {
  const { t } = useWords()
  const closed = poll.status === 'closed'
  const lookOf = (elector: Elector): Seat['look'] =>
    closed ? (elector.ballot?.choice ?? 'none') : elector.hasVoted ? 'voted' : 'waiting'
  const wordOf = (look: Seat['look']) =>
    look === 'voted' || look === 'waiting' ? t(`polls:seats.${look}`) : t(`voting:choice.${look}`)
  const looks = closed ? (['yes', 'abstain', 'no', 'none'] as const) : (['voted', 'waiting'] as const)
  return (
    <HalfCircle
      label={t(closed ? 'polls:seats.label' : 'polls:seats.labelOpen')}
      hint={t('polls:seats.hint')}
      centre={t('polls:of', { count: poll.turnout.cast, of: poll.turnout.entitled })}
      seats={poll.electors.map(elector => ({
        key: elector.organisation.id,
        label: t('polls:seats.seat', {
          organisation: elector.organisation.shortName,
          state: wordOf(lookOf(elector)).toLowerCase(),
        }),
        look: lookOf(elector),
        own: elector.ours,
      }))}
      legend={looks.map(look => ({ look, label: wordOf(look) }))}
    />
  )
}
