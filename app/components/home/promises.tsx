import { graphql, type ResultOf } from '../../graphql.ts'
import { useWords } from '../../i18n/use-words.ts'
import { Status } from '../status.tsx'
import { Part, Row } from './part.tsx'

export const HomePromises = graphql(`
  fragment HomePromises on Home {
    promises {
      id
      text
      dueOn
      owner {
        shortName
      }
      meeting {
        id
        title
      }
    }
  }
`)

/** What was promised in a meeting and waits to be kept. */
export function Promises({
  items,
  federation,
}: {
  items: ResultOf<typeof HomePromises>['promises']
  federation: boolean
}) {
  const { t, format } = useWords()
  return (
    <Part
      title={federation ? t('home:promises.titleFederation') : t('home:promises.title')}
      all="/meetings#past"
      empty={t('home:promises.empty')}
    >
      {items.map(({ id, text, dueOn, owner, meeting }) => {
        const late = format.daysUntil(dueOn) < 0
        const when = format.relativeDay(dueOn)
        return (
          <Row
            key={id}
            to={`/meetings/${meeting.id}#${id}`}
            name={text}
            about={`${owner.shortName} · ${meeting.title}`}
            when={
              <Status tone={late ? 'late' : 'due'}>
                {late ? t('home:promises.late', { when }) : t('home:promises.due', { when })}
              </Status>
            }
          />
        )
      })}
    </Part>
  )
}
