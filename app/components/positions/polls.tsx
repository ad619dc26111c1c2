import { Vote } from 'lucide-react'
import { graphql, type ResultOf } from '../../graphql.ts'
import { useWords } from '../../i18n/use-words.ts'
import { ButtonLink } from '../button.tsx'
import { Section } from '../section.tsx'
import { PollLinkPart, PollLinks } from './poll-links.tsx'

export const PositionPollsPart = graphql(
  `
    fragment PositionPollsPart on Position {
      id
      polls {
        ...PollLinkPart
        version {
          number
        }
      }
    }
  `,
  [PollLinkPart],
)

/** The votes on the position's versions, and for those who prepare votes the way to the next. */
export function PositionPolls({
  position,
  mayPrepare,
}: {
  position: ResultOf<typeof PositionPollsPart>
  mayPrepare: boolean
}) {
  const { t } = useWords()
  return (
    <Section title={t('positions:polls.title')} compact id="polls">
      <PollLinks polls={position.polls} />
      {mayPrepare && (
        <p className="mt-3">
          <ButtonLink look="quiet" icon={Vote} to={`/polls/new?position=${position.id}`}>
            {t('positions:polls.prepare')}
          </ButtonLink>
        </p>
      )}
    </Section>
  )
}
