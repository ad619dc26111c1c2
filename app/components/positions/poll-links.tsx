import { Link } from '@remix-run/react'
import { graphql, type ResultOf } from '../../graphql.ts'
import { useWords } from '../../i18n/use-words.ts'
import { Status, type Tone } from '../status.tsx'

export const PollLinkPart = graphql(`
  fragment PollLinkPart on Poll {
    id
    status
    outcome
    question
  }
`)

type PollLink = ResultOf<typeof PollLinkPart> & { version?: { number: number } }

const tones: Record<'draft' | 'open' | 'adopted' | 'rejected' | 'no_quorum', Tone> = {
  draft: 'neutral',
  open: 'due',
  adopted: 'kept',
  rejected: 'late',
  no_quorum: 'late',
}

/** The votes on a position or on one of its versions. */
export function PollLinks({ polls }: { polls: readonly PollLink[] }) {
  const { t } = useWords()
  if (polls.length === 0) return <p className="text-sm text-soft">{t('positions:polls.none')}</p>
  return (
    <ul className="divide-y divide-line border-y border-line">
      {polls.map(({ id, status, outcome, question, version }) => {
        const state = outcome ?? (status === 'closed' ? 'no_quorum' : status)
        return (
          <li key={id} className="space-y-1 py-3">
            <Link to={`/polls/${id}`} prefetch="intent" className="link">
              {question}
            </Link>
            <p className="flex flex-wrap items-center gap-x-2 gap-y-1 text-sm text-soft">
              <Status tone={tones[state]}>{t(`positions:polls.${state}`)}</Status>
              {version && t('positions:polls.on', { number: version.number })}
            </p>
          </li>
        )
      })}
    </ul>
  )
}
