import { Link } from '@remix-run/react'
import { graphql, type ResultOf } from '../../graphql.ts'
import { inBucharest } from '../../i18n/format.ts'
import { useWords } from '../../i18n/use-words.ts'
import { Progress } from '../progress.tsx'
import { Status } from '../status.tsx'
import { Part, Row } from './part.tsx'

export const HomePolls = graphql(`
  fragment HomePolls on Home {
    pollsToVote {
      id
      question
      closesAt
      whyNotVote
      position {
        title
      }
    }
    pollsToManage {
      id
      question
      status
      closesAt
      turnout {
        cast
        entitled
      }
    }
  }
`)

type Polls = ResultOf<typeof HomePolls>

/** Open votes without our ballot. */
export function PollsToVote({ polls }: { polls: Polls['pollsToVote'] }) {
  const { t, format } = useWords()
  return (
    <Part title={t('home:polls.title')} all="/polls?status=open" empty={t('home:polls.empty')}>
      {polls.map(({ id, question, closesAt, whyNotVote }) => (
        <Row
          key={id}
          to={`/polls/${id}`}
          name={question}
          about={whyNotVote && t('home:polls.forDelegate')}
          when={
            closesAt && (
              <Status tone="due">
                {t('home:polls.closes', { when: format.relativeDay(inBucharest(closesAt).date) })}
              </Status>
            )
          }
        />
      ))}
    </Part>
  )
}

/** The votes that the secretariat holds. */
export function PollsToManage({ polls }: { polls: Polls['pollsToManage'] }) {
  const { t } = useWords()
  return (
    <Part title={t('home:managed.title')} all="/polls" empty={t('home:managed.empty')}>
      {polls.map(({ id, question, status, turnout }) => (
        <li key={id} className="py-3">
          <div className="flex flex-wrap items-baseline justify-between gap-x-6 gap-y-1">
            <Link to={`/polls/${id}`} prefetch="intent" className="link min-w-0 grow basis-56 font-medium">
              {question}
            </Link>
            <Status tone={status === 'open' ? 'accent' : 'neutral'}>{t(`home:managed.${status}`)}</Status>
          </div>
          {status === 'open' && (
            <div className="mt-2">
              <Progress
                label={t('home:managed.turnout')}
                value={turnout.cast}
                max={turnout.entitled}
                words={`${turnout.cast} / ${turnout.entitled}`}
              />
            </div>
          )}
        </li>
      ))}
    </Part>
  )
}
