import { graphql, type ResultOf } from '../../graphql.ts'
import { useWords } from '../../i18n/use-words.ts'
import { Status } from '../status.tsx'
import { LegalDate } from '../time.tsx'
import { Part, Row } from './part.tsx'

export const HomeDeadlines = graphql(`
  fragment HomeDeadlines on Home {
    deadlines {
      id
      title
      date
      legalBasis
      dossier {
        id
        title
      }
    }
  }
`)

/** Deadlines of dossiers that are near or have passed. */
export function Deadlines({ deadlines }: { deadlines: ResultOf<typeof HomeDeadlines>['deadlines'] }) {
  const { t, format } = useWords()
  return (
    <Part
      title={t('home:deadlines.title')}
      description={t('home:deadlines.description')}
      all="/dossiers?order=deadline"
      empty={t('home:deadlines.empty')}
    >
      {deadlines.map(({ id, title, date, dossier }) => {
        const late = format.daysUntil(date) < 0
        const when = format.relativeDay(date)
        return (
          <Row
            key={id}
            to={`/dossiers/${dossier.id}#deadlines`}
            name={title}
            about={
              <>
                <LegalDate date={date} length="short" /> · {dossier.title}
              </>
            }
            when={
              <Status tone={late ? 'late' : 'due'}>{late ? t('home:deadlines.late', { when }) : when}</Status>
            }
          />
        )
      })}
    </Part>
  )
}
