import { graphql, type ResultOf } from '../../graphql.ts'
import { useWords } from '../../i18n/use-words.ts'
import { Status } from '../status.tsx'
import { Part, Row } from './part.tsx'

export const HomePositions = graphql(`
  fragment HomePositions on Home {
    consultations {
      id
      title
      consultationEndsOn
      lead {
        shortName
      }
    }
    drafts {
      id
      title
      updatedAt
      lead {
        shortName
      }
      dossier {
        title
      }
    }
  }
`)

type Positions = ResultOf<typeof HomePositions>

/** Drafts that the members are asked about. */
export function Consultations({ positions }: { positions: Positions['consultations'] }) {
  const { t, format } = useWords()
  return (
    <Part
      title={t('home:consultations.title')}
      all="/positions?status=consultation"
      empty={t('home:consultations.empty')}
    >
      {positions.map(({ id, title, consultationEndsOn, lead }) => {
        const ended = consultationEndsOn !== null && format.daysUntil(consultationEndsOn) < 0
        return (
          <Row
            key={id}
            to={`/positions/${id}`}
            name={title}
            about={t('home:drafts.lead', { organisation: lead.shortName })}
            when={
              <Status tone={ended ? 'neutral' : 'due'}>
                {consultationEndsOn === null
                  ? t('home:consultations.open')
                  : t(ended ? 'home:consultations.ended' : 'home:consultations.ends', {
                      when: format.relativeDay(consultationEndsOn),
                    })}
              </Status>
            }
          />
        )
      })}
    </Part>
  )
}

/** Drafts that we write. */
export function Drafts({ positions, federation }: { positions: Positions['drafts']; federation: boolean }) {
  const { t } = useWords()
  return (
    <Part
      title={federation ? t('home:drafts.titleFederation') : t('home:drafts.title')}
      all={federation ? '/positions?status=drafting' : '/positions?status=drafting&whose=mine'}
      empty={t('home:drafts.empty')}
    >
      {positions.map(({ id, title, dossier, lead }) => (
        <Row
          key={id}
          to={`/positions/${id}`}
          name={title}
          about={`${dossier.title} · ${t('home:drafts.lead', { organisation: lead.shortName })}`}
        />
      ))}
    </Part>
  )
}
