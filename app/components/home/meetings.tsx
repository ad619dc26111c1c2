import { graphql, type ResultOf } from '../../graphql.ts'
import { useWords } from '../../i18n/use-words.ts'
import { Time } from '../time.tsx'
import { Part, Row } from './part.tsx'

export const HomeMeetings = graphql(`
  fragment HomeMeetings on Home {
    meetings {
      id
      title
      startsAt
      place
      onlineUrl
      institution {
        name
      }
    }
  }
`)

/** Meetings ahead. */
export function Meetings({ meetings }: { meetings: ResultOf<typeof HomeMeetings>['meetings'] }) {
  const { t } = useWords()
  return (
    <Part title={t('home:meetings.title')} all="/meetings" empty={t('home:meetings.empty')}>
      {meetings.map(({ id, title, startsAt, place, onlineUrl, institution }) => (
        <Row
          key={id}
          to={`/meetings/${id}`}
          name={title}
          about={[institution?.name, place || (onlineUrl && t('meetings:detail.online'))]
            .filter(Boolean)
            .join(' · ')}
          when={<Time at={startsAt} length="short" />}
        />
      ))}
    </Part>
  )
}
