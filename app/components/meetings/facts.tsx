import { ExternalLink } from 'lucide-react'
import { graphql, type ResultOf } from '../../graphql.ts'
import { useWords } from '../../i18n/use-words.ts'
import { DataList } from '../data-list.tsx'
import { spanOf } from './when.ts'

export const MeetingFactsPart = graphql(`
  fragment MeetingFactsPart on Meeting {
    startsAt
    endsAt
    place
    onlineUrl
    audience
    institution {
      name
    }
    organiser {
      shortName
    }
  }
`)

/** When and where, and who calls it. */
export function MeetingFacts({ meeting }: { meeting: ResultOf<typeof MeetingFactsPart> }) {
  const { t, format } = useWords()
  const { place, onlineUrl } = meeting
  return (
    <DataList
      items={[
        { term: t('meetings:detail.when'), value: spanOf(meeting, format, t) },
        {
          term: t('meetings:detail.where'),
          value:
            place || (onlineUrl ? '' : <span className="text-soft">{t('meetings:detail.noPlace')}</span>),
        },
        {
          term: t('meetings:detail.online'),
          value: onlineUrl && (
            <a
              href={onlineUrl}
              className="link inline-flex items-center gap-1.5"
              rel="noreferrer"
              target="_blank"
            >
              {t('meetings:detail.join')}
              <ExternalLink aria-hidden className="size-3.5" />
            </a>
          ),
        },
        { term: t('meetings:detail.institution'), value: meeting.institution?.name },
        { term: t('meetings:detail.organiser'), value: meeting.organiser.shortName },
        { term: t('meetings:detail.audience'), value: t(`meetings:audience.${meeting.audience}`) },
      ]}
    />
  )
}
