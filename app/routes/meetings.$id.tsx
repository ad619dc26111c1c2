import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { Link, useActionData, useLoaderData, useRouteLoaderData } from '@remix-run/react'
import { Pencil } from 'lucide-react'
import { answered, type Outcome } from '../answered.server.ts'
import { ButtonLink } from '../components/button.tsx'
import { Guests, GuestsPart } from '../components/documents/guests.tsx'
import { LiveEditor } from '../components/editor/live-editor.tsx'
import {
  ActionItems,
  ActionItemsPart,
  GiveActionItem,
  MarkActionItemDone,
  ReopenActionItem,
} from '../components/meetings/action-items.tsx'
import { Agenda, AgendaPart } from '../components/meetings/agenda.tsx'
import { Decisions, DecisionsPart, RecordDecision } from '../components/meetings/decisions.tsx'
import { MeetingFacts, MeetingFactsPart } from '../components/meetings/facts.tsx'
import { Participants, ParticipantsPart } from '../components/meetings/participants.tsx'
import { standingOf } from '../components/meetings/when.ts'
import { Page } from '../components/page.tsx'
import { Section } from '../components/section.tsx'
import { Status } from '../components/status.tsx'
import { graphql } from '../graphql.ts'
import { titled } from '../i18n/page-title.ts'
import { useWords } from '../i18n/use-words.ts'
import type { loader as rootLoader } from '../root.tsx'
import { dayTyped } from '../typed-time.ts'

export { RouteError as ErrorBoundary } from '../components/route-error.tsx'

export const meta = titled<typeof loader>(({ data, t }) => data?.meeting.title ?? t('meetings:one'))

const MeetingPage = graphql(
  `
    query MeetingPage($id: ID!) {
      meeting(id: $id) {
        id
        title
        startsAt
        endsAt
        audience
        mayManage
        institution {
          name
        }
        organiser {
          id
        }
        participants {
          organisation {
            id
          }
        }
        minutes {
          id
          mayWrite
          currentHtml
          ...GuestsPart
        }
        ...MeetingFactsPart
        ...AgendaPart
        ...ParticipantsPart
        ...DecisionsPart
        ...ActionItemsPart
      }
      organisations(first: 500) {
        nodes {
          id
          shortName
          leftOn
        }
      }
    }
  `,
  [MeetingFactsPart, AgendaPart, ParticipantsPart, DecisionsPart, ActionItemsPart, GuestsPart],
)

export async function loader({ params, context }: LoaderFunctionArgs) {
  const { meeting, organisations } = await context.query(MeetingPage, { id: params.id ?? '' })
  if (meeting === null) throw new Response(null, { status: 404 })
  return { meeting, organisations: organisations.nodes.filter(({ leftOn }) => leftOn === null) }
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const form = await request.formData()
  const meetingId = params.id ?? ''
  const typed = (name: string) => String(form.get(name) ?? '')
  const answer = (result: Outcome, place: string, said: string) =>
    answered(form, result, `/meetings/${meetingId}#${place}`, said)

  switch (form.get('intent')) {
    case 'decision': {
      const input = { meetingId, text: typed('text'), agendaItemId: typed('agendaItemId') || null }
      const { recordDecision } = await context.mutate(RecordDecision, { input })
      return answer(recordDecision, 'decisions', 'meetings:decisions.added')
    }
    case 'actionItem': {
      const input = {
        meetingId,
        text: typed('text'),
        ownerId: typed('ownerId'),
        dueOn: dayTyped(form.get('dueOn')),
      }
      const { giveActionItem } = await context.mutate(GiveActionItem, { input })
      return answer(giveActionItem, 'promises', 'meetings:actionItems.added')
    }
    case 'done': {
      const { markActionItemDone } = await context.mutate(MarkActionItemDone, { id: typed('item') })
      return answer(markActionItemDone, 'promises', 'meetings:actionItems.marked')
    }
    case 'reopen': {
      const { reopenActionItem } = await context.mutate(ReopenActionItem, { id: typed('item') })
      return answer(reopenActionItem, 'promises', 'meetings:actionItems.reopened')
    }
    default:
      throw new Response(null, { status: 400 })
  }
}

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
      <MeetingFacts meeting={meeting} />
      <div className="grid gap-x-12 gap-y-10 lg:grid-cols-[minmax(0,3fr)_minmax(0,2fr)]">
        <Agenda meeting={meeting} />
        <Participants meeting={meeting} />
      </div>
      <Section
        title={t('meetings:minutes.title')}
        id="minutes"
        description={t(meeting.minutes.mayWrite ? 'meetings:minutes.lede' : 'meetings:minutes.readOnly')}
        actions={
          <Link to={`/meetings/${meeting.id}/history`} prefetch="intent" className="link text-sm">
            {t('meetings:minutes.history')}
          </Link>
        }
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
      <Guests document={meeting.minutes} />
      <Decisions meeting={meeting} answer={answer} />
      <ActionItems
        meeting={meeting}
        owners={
          meeting.audience === 'federation' ? organisations : organisations.filter(({ id }) => inside.has(id))
        }
        answer={answer}
      />
    </Page>
  )
}
