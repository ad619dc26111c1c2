import { graphql, type ResultOf } from '../../graphql.ts'
import { useWords } from '../../i18n/use-words.ts'
import { ButtonLink } from '../button.tsx'
import { OutcomeBar } from '../charts/outcome-bar.tsx'
import { Section } from '../section.tsx'

export const FollowedUpPart = graphql(`
  fragment FollowedUpPart on Position {
    id
    outcomes {
      outcome
      count
    }
  }
`)

/** What became of an adopted position's recommendations, in one bar. */
export function FollowedUp({ position }: { position: ResultOf<typeof FollowedUpPart> }) {
  const { t } = useWords()
  const { id, outcomes } = position
  return (
    <Section title={t('positions:followUp.title')} compact id="follow-up">
      {outcomes.some(({ count }) => count > 0) ? (
        <OutcomeBar counts={outcomes} compact />
      ) : (
        <p className="text-sm text-soft">{t('positions:followUp.none')}</p>
      )}
      <p className="mt-4">
        <ButtonLink to={`/positions/${id}/follow-up`}>{t('positions:followUp.link')}</ButtonLink>
      </p>
    </Section>
  )
}
