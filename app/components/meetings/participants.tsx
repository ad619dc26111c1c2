import { graphql, type ResultOf } from '../../graphql.ts'
import { useWords } from '../../i18n/use-words.ts'
import { EmptyState } from '../empty-state.tsx'
import { Section } from '../section.tsx'

export const ParticipantsPart = graphql(`
  fragment ParticipantsPart on Meeting {
    participants {
      id
      outsideName
      organisation {
        id
        shortName
      }
    }
  }
`)

/** Who takes part: organisations of the federation, and people from outside. */
export function Participants({ meeting: { participants } }: { meeting: ResultOf<typeof ParticipantsPart> }) {
  const { t } = useWords()
  const inside = participants.flatMap(({ organisation }) => (organisation ? [organisation] : []))
  const outside = participants.filter(({ outsideName }) => outsideName !== '')
  return (
    <Section
      title={t('meetings:participants.title')}
      id="participants"
      actions={
        inside.length > 0 && (
          <span className="text-sm text-soft">
            {t('meetings:participants.count', { count: inside.length })}
          </span>
        )
      }
    >
      {participants.length === 0 && <EmptyState title={t('meetings:participants.empty')} />}
      {inside.length > 0 && (
        <div className="border-y border-line py-3">
          <h3 className="text-sm text-soft">{t('meetings:participants.inside')}</h3>
          <p className="mt-1">
            {inside
              .map(({ shortName }) => shortName)
              .sort((a, b) => (a < b ? -1 : 1))
              .join(', ')}
          </p>
        </div>
      )}
      {outside.length > 0 && (
        <div className={`border-b border-line py-3 ${inside.length > 0 ? '' : 'border-t'}`}>
          <h3 className="text-sm text-soft">{t('meetings:participants.outside')}</h3>
          <ul className="mt-1 space-y-1">
            {outside.map(({ id, outsideName }) => (
              <li key={id}>{outsideName}</li>
            ))}
          </ul>
        </div>
      )}
    </Section>
  )
}
