import { Link } from '@remix-run/react'
import { CalendarDays, CalendarPlus, FilePlus, FileText } from 'lucide-react'
import { graphql, type ResultOf } from '../../graphql.ts'
import { useWords } from '../../i18n/use-words.ts'
import { ButtonLink } from '../button.tsx'
import { EmptyState } from '../empty-state.tsx'
import { Section } from '../section.tsx'
import { Status, type Tone } from '../status.tsx'
import { Time } from '../time.tsx'

export const DossierRelatedPart = graphql(`
  fragment DossierRelatedPart on Dossier {
    id
    mayStartPosition
    mayPlanMeeting
    positions {
      id
      title
      status
      lead {
        shortName
      }
    }
    agendaItems {
      id
      title
      meeting {
        id
        title
        startsAt
      }
    }
  }
`)

type Dossier = ResultOf<typeof DossierRelatedPart>

/** What the federation says about it, and where it was talked about. */
export function DossierRelated({ dossier }: { dossier: Dossier }) {
  return (
    <div className="grid gap-x-12 gap-y-10 lg:grid-cols-2">
      <Positions {...dossier} />
      <Meetings {...dossier} />
    </div>
  )
}

const tones: Record<Dossier['positions'][number]['status'], Tone> = {
  drafting: 'neutral',
  consultation: 'accent',
  voting: 'due',
  adopted: 'kept',
  rejected: 'late',
}

function Positions({ id: dossierId, positions, mayStartPosition }: Dossier) {
  const { t } = useWords()
  return (
    <Section
      title={t('dossiers:positions.title')}
      id="positions"
      actions={
        mayStartPosition && (
          <ButtonLink to={`/positions/new?dossier=${dossierId}`} look="quiet" icon={FilePlus}>
            {t('dossiers:positions.start')}
          </ButtonLink>
        )
      }
    >
      {positions.length === 0 ? (
        <EmptyState
          icon={FileText}
          title={t('dossiers:positions.empty')}
          hint={t('dossiers:positions.emptyHint')}
        />
      ) : (
        <ul className="divide-y divide-line border-y border-line">
          {positions.map(({ id, title, status, lead }) => (
            <li key={id} className="space-y-1.5 py-3">
              <Link to={`/positions/${id}`} prefetch="intent" className="link font-medium">
                {title}
              </Link>
              <p className="flex flex-wrap items-center gap-x-3 gap-y-1 text-sm text-soft">
                <Status tone={tones[status]}>{t(`positions:status.${status}`)}</Status>
                {lead.shortName}
              </p>
            </li>
          ))}
        </ul>
      )}
    </Section>
  )
}

function Meetings({ id: dossierId, agendaItems, mayPlanMeeting }: Dossier) {
  const { t } = useWords()
  return (
    <Section
      title={t('dossiers:meetings.title')}
      id="meetings"
      actions={
        mayPlanMeeting && (
          <ButtonLink to={`/meetings/new?dossier=${dossierId}`} look="quiet" icon={CalendarPlus}>
            {t('dossiers:meetings.plan')}
          </ButtonLink>
        )
      }
    >
      {agendaItems.length === 0 ? (
        <EmptyState
          icon={CalendarDays}
          title={t('dossiers:meetings.empty')}
          hint={t('dossiers:meetings.emptyHint')}
        />
      ) : (
        <ul className="divide-y divide-line border-y border-line">
          {byMeeting(agendaItems).map(({ meeting, titles }) => (
            <li key={meeting.id} className="py-3">
              <Link to={`/meetings/${meeting.id}`} prefetch="intent" className="link font-medium">
                {meeting.title}
              </Link>
              <p className="mt-0.5 text-sm text-soft">
                <Time at={meeting.startsAt} length="short" /> · {titles.join('; ')}
              </p>
            </li>
          ))}
        </ul>
      )}
    </Section>
  )
}

/** A meeting once, with all its agenda items on this dossier; in the order given. */
function byMeeting(items: Dossier['agendaItems']) {
  const meetings = new Map<string, { meeting: (typeof items)[number]['meeting']; titles: string[] }>()
  for (const { title, meeting } of items) {
    const known = meetings.get(meeting.id)
    if (known) known.titles.push(title)
    else meetings.set(meeting.id, { meeting, titles: [title] })
  }
  return [...meetings.values()]
}
