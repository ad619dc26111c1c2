import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { Link, useActionData, useLoaderData, useRouteLoaderData } from '@remix-run/react'
import { ExternalLink, Pencil } from 'lucide-react'
import { ButtonLink } from '../components/button.tsx'
import { DataList } from '../components/data-list.tsx'
import { LiveEditor } from '../components/editor/live-editor.tsx'
import { EmptyState } from '../components/empty-state.tsx'
import type { Refusal } from '../components/form-state.ts'
import { ActionItems } from '../components/meetings/action-items.tsx'
import { Decisions } from '../components/meetings/decisions.tsx'
import { spanOf, standingOf } from '../components/meetings/when.ts'
import { Page } from '../components/page.tsx'
import { Section } from '../components/section.tsx'
import { Status } from '../components/status.tsx'
import { redirectWithFlash } from '../flash.server.ts'
import { graphql, type ResultOf } from '../graphql.ts'
import { titled } from '../i18n/page-title.ts'
import { useWords } from '../i18n/use-words.ts'
import { refused } from '../refused.ts'
import type { loader as rootLoader } from '../root.tsx'
import { dayTyped } from '../typed-time.ts'

export { RouteError as ErrorBoundary } from '../components/route-error.tsx'

export const meta = titled<typeof loader>(({ data, t }) => data?.meeting.title ?? t('meetings:one'))

const MeetingPage = graphql(`
  query MeetingPage($id: ID!) {
    meeting(id: $id) {
      id
      title
      startsAt
      endsAt
      place
      onlineUrl
      audience
      mayManage
      institution {
        name
      }
      organiser {
        id
        shortName
      }
      participants {
        id
        outsideName
        organisation {
          id
          shortName
        }
      }
      agenda {
        id
        number
        title
        dossier {
          id
          title
        }
        position {
          id
          title
        }
      }
      decisions {
        id
        text
        agendaItem {
          number
        }
      }
      actionItems {
        id
        text
        dueOn
        doneAt
        mayReport
        owner {
          shortName
        }
      }
      minutes {
        id
        mayWrite
        currentHtml
      }
    }
    organisations(first: 500) {
      nodes {
        id
        shortName
        leftOn
      }
    }
  }
`)

const RecordDecision = graphql(`
  mutation RecordDecision($input: DecisionInput!) {
    recordDecision(input: $input) {
      __typename
      ... on Refusal {
        code
        message
        fields {
          field
          code
          message
        }
      }
    }
  }
`)

const GiveActionItem = graphql(`
  mutation GiveActionItem($input: ActionItemInput!) {
    giveActionItem(input: $input) {
      __typename
      ... on Refusal {
        code
        message
        fields {
          field
          code
          message
        }
      }
    }
  }
`)

const MarkActionItemDone = graphql(`
  mutation MarkActionItemDone($id: ID!) {
    markActionItemDone(id: $id) {
      __typename
      ... on Refusal {
        code
        message
        fields {
          field
          code
          message
        }
      }
    }
  }
`)

const ReopenActionItem = graphql(`
  mutation ReopenActionItem($id: ID!) {
    reopenActionItem(id: $id) {
      __typename
      ... on Refusal {
        code
        message
        fields {
          field
          code
          message
        }
      }
    }
  }
`)

export async function loader({ params, context }: LoaderFunctionArgs) {
  const { meeting, organisations } = await context.query(MeetingPage, { id: params.id ?? '' })
  if (meeting === null) throw new Response(null, { status: 404 })
  return { meeting, organisations: organisations.nodes.filter(({ leftOn }) => leftOn === null) }
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const form = await request.formData()
  const meetingId = params.id ?? ''
  const typed = (name: string) => String(form.get(name) ?? '')
  const answer = async (
    result: { __typename: string } | (Refusal & { __typename: 'Refusal' }),
    said: string,
  ) => ('code' in result ? refused(result, form) : redirectWithFlash(`/meetings/${meetingId}`, said))

  switch (form.get('intent')) {
    case 'decision': {
      const input = { meetingId, text: typed('text'), agendaItemId: typed('agendaItemId') || null }
      const { recordDecision } = await context.mutate(RecordDecision, { input })
      return answer(recordDecision, 'meetings:decisions.added')
    }
    case 'actionItem': {
      const input = {
        meetingId,
        text: typed('text'),
        ownerId: typed('ownerId'),
        dueOn: dayTyped(form.get('dueOn')),
      }
      const { giveActionItem } = await context.mutate(GiveActionItem, { input })
      return answer(giveActionItem, 'meetings:actionItems.added')
    }
    case 'done': {
      const { markActionItemDone } = await context.mutate(MarkActionItemDone, { id: typed('item') })
      return answer(markActionItemDone, 'meetings:actionItems.marked')
    }
    case 'reopen': {
      const { reopenActionItem } = await context.mutate(ReopenActionItem, { id: typed('item') })
      return answer(reopenActionItem, 'meetings:actionItems.reopened')
    }
    default:
      throw new Response(null, { status: 400 })
  }
}

type Meeting = NonNullable<ResultOf<typeof MeetingPage>['meeting']>

const tones = { soon: 'accent', now: 'due', over: 'neutral' } as const

export default function MeetingDetail() {
  const { t, format } = useWords()
  const { meeting, organisations } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const viewer = useRouteLoaderData<typeof rootLoader>('root')?.viewer
  const standing = standingOf(meeting, format.now)
  const inside = new Set([
    meeting.organiser.id,
    ...meeting.participants.flatMap(each => each.organisation?.id ?? []),
  ])
  return (
    <Page
      title={meeting.title}
      kicker={meeting.institution?.name ?? t('meetings:one')}
      status={<Status tone={tones[standing]}>{t(`meetings:detail.${standing}`)}</Status>}
      breadcrumb={[{ to: '/meetings', label: t('meetings:list.title') }]}
      actions={
        meeting.mayManage && (
          <ButtonLink to={`/meetings/${meeting.id}/edit`} look="quiet" icon={Pencil}>
            {t('meetings:detail.edit')}
          </ButtonLink>
        )
      }
    >
      <Facts meeting={meeting} />
      <div className="grid gap-x-12 gap-y-10 lg:grid-cols-[minmax(0,3fr)_minmax(0,2fr)]">
        <Agenda agenda={meeting.agenda} mayManage={meeting.mayManage} />
        <Participants participants={meeting.participants} />
      </div>
      <Section
        title={t('meetings:minutes.title')}
        id="minutes"
        description={t(meeting.minutes.mayWrite ? 'meetings:minutes.lede' : 'meetings:minutes.readOnly')}
      >
        {viewer && (
          <LiveEditor
            key={meeting.minutes.id}
            documentId={meeting.minutes.id}
            access={meeting.minutes.mayWrite ? 'write' : 'read'}
            initialHtml={meeting.minutes.currentHtml}
            person={{ id: viewer.id }}
          />
        )}
      </Section>
      <Decisions
        decisions={meeting.decisions}
        agenda={meeting.agenda}
        mayAdd={meeting.mayManage}
        answer={answer}
      />
      <ActionItems
        items={meeting.actionItems}
        owners={
          meeting.audience === 'federation' ? organisations : organisations.filter(({ id }) => inside.has(id))
        }
        mayGive={meeting.mayManage}
        answer={answer}
      />
    </Page>
  )
}

function Facts({ meeting }: { meeting: Meeting }) {
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

function Agenda({ agenda, mayManage }: Pick<Meeting, 'agenda' | 'mayManage'>) {
  const { t } = useWords()
  return (
    <Section title={t('meetings:agenda.title')} id="agenda">
      {agenda.length === 0 ? (
        <EmptyState title={t('meetings:agenda.empty')} hint={mayManage && t('meetings:agenda.emptyHint')} />
      ) : (
        <ol className="divide-y divide-line border-y border-line">
          {agenda.map(({ id, number, title, dossier, position }) => (
            <li key={id} className="grid grid-cols-[2rem_minmax(0,1fr)] py-3">
              <span className="text-soft tabular-nums">{number}.</span>
              <div className="min-w-0">
                <p className="font-medium">{title}</p>
                {dossier && (
                  <p className="mt-0.5 text-sm">
                    <span className="text-soft">{t('meetings:agenda.dossier')}: </span>
                    <Link to={`/dossiers/${dossier.id}`} prefetch="intent" className="link">
                      {dossier.title}
                    </Link>
                  </p>
                )}
                {position && (
                  <p className="mt-0.5 text-sm">
                    <span className="text-soft">{t('meetings:agenda.position')}: </span>
                    <Link to={`/positions/${position.id}`} prefetch="intent" className="link">
                      {position.title}
                    </Link>
                  </p>
                )}
              </div>
            </li>
          ))}
        </ol>
      )}
    </Section>
  )
}

function Participants({ participants }: { participants: Meeting['participants'] }) {
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
