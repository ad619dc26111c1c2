import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { answered, type Outcome } from '../answered.server.ts'
import { Guests, GuestsPart } from '../components/documents/guests.tsx'
import { Page } from '../components/page.tsx'
import { StartConsultation } from '../components/positions/consultation.tsx'
import { Drafters, DraftersPart, InviteDrafter, RemoveDrafter } from '../components/positions/drafters.tsx'
import { PositionFacts, PositionFactsPart } from '../components/positions/facts.tsx'
import { FollowedUp, FollowedUpPart } from '../components/positions/followed-up.tsx'
import { PositionPolls, PositionPollsPart } from '../components/positions/polls.tsx'
import { PositionStatus } from '../components/positions/position-status.tsx'
import { PositionOutline, PositionText, PositionTextPart } from '../components/positions/text.tsx'
import { ChangePosition } from '../components/positions/titles.tsx'
import { usePositionChanges } from '../components/positions/use-position-changes.ts'
import { FreezeVersion, Versions, VersionsPart } from '../components/positions/versions.tsx'
import { graphql } from '../graphql.ts'
import { titled } from '../i18n/page-title.ts'
import { useWords } from '../i18n/use-words.ts'
import { revisionTyped } from '../revision-typed.ts'
import { dayTyped } from '../typed-time.ts'

export { RouteError as ErrorBoundary } from '../components/route-error.tsx'
export { opensWithText as handle } from '../styles/serif.ts'

export const meta = titled<typeof loader>(({ data, t }) => data?.position.title ?? t('positions:one'))

const PositionPage = graphql(
  `
    query PositionPage($id: ID!) {
      position(id: $id) {
        id
        title
        status
        mayEdit
        ...PositionTextPart
        ...FollowedUpPart
        ...PositionFactsPart
        ...VersionsPart
        ...DraftersPart
        ...PositionPollsPart
        document {
          ...GuestsPart
        }
      }
      organisations(first: 300) {
        nodes {
          id
          name
          shortName
          member
        }
      }
      mayManagePolls
    }
  `,
  [
    PositionTextPart,
    FollowedUpPart,
    PositionFactsPart,
    VersionsPart,
    DraftersPart,
    PositionPollsPart,
    GuestsPart,
  ],
)

export async function loader({ params, context }: LoaderFunctionArgs) {
  const { position, organisations, mayManagePolls } = await context.query(PositionPage, {
    id: params.id ?? '',
  })
  if (position === null) throw new Response(null, { status: 404 })
  const votable = ['drafting', 'consultation', 'rejected'].includes(position.status)
  return {
    position,
    organisations: organisations.nodes.filter(({ member }) => member),
    mayPreparePoll: mayManagePolls && votable && position.document.versions.length > 0,
    person: { id: context.viewer?.id ?? '' },
  }
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const form = await request.formData()
  const id = params.id ?? ''
  const typed = (name: string) => String(form.get(name) ?? '')
  const answer = (result: Outcome, place: string, said: string, values?: { number: number }) =>
    answered(form, result, `/positions/${id}#${place}`, said, values)

  switch (form.get('intent')) {
    case 'titles': {
      const input = {
        id,
        revision: revisionTyped(form),
        titleRo: typed('titleRo'),
        titleEn: typed('titleEn'),
      }
      const { changePosition } = await context.mutate(ChangePosition, { input })
      return answer(changePosition, 'about', 'positions:page.changed')
    }
    case 'invite': {
      const input = { positionId: id, organisationId: typed('organisationId') }
      const { inviteDrafter } = await context.mutate(InviteDrafter, { input })
      return answer(inviteDrafter, 'drafters', 'positions:drafters.invited')
    }
    case 'remove': {
      const input = { positionId: id, organisationId: typed('organisationId') }
      const { removeDrafter } = await context.mutate(RemoveDrafter, { input })
      return answer(removeDrafter, 'drafters', 'positions:drafters.removed')
    }
    case 'consultation': {
      const input = { positionId: id, endsOn: dayTyped(form.get('endsOn')) }
      const { startConsultation } = await context.mutate(StartConsultation, { input })
      return answer(startConsultation, 'about', 'positions:consultation.started')
    }
    case 'freeze': {
      const input = { documentId: typed('documentId'), name: typed('name') }
      const { freezeVersion } = await context.mutate(FreezeVersion, { input })
      const number = 'number' in freezeVersion ? freezeVersion.number : 0
      return answer(freezeVersion, 'versions', 'positions:versions.frozenNow', { number })
    }
    default:
      throw new Response(null, { status: 400 })
  }
}

export default function PositionPageRoute() {
  const { t } = useWords()
  const { position, organisations, mayPreparePoll, person } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  usePositionChanges(position.id)
  return (
    <Page
      kicker={t('positions:one')}
      title={position.title}
      status={<PositionStatus status={position.status} />}
      breadcrumb={[{ to: '/positions', label: t('positions:list.title') }]}
    >
      <div className="grid gap-x-10 gap-y-12 lg:grid-cols-[minmax(0,1fr)_18rem]">
        <PositionText position={position} person={person} />
        <aside className="space-y-10">
          {position.status === 'adopted' && <FollowedUp position={position} />}
          <PositionFacts position={position} answer={answer} />
          <Versions position={position} answer={answer} />
          <PositionPolls position={position} mayPrepare={mayPreparePoll} />
          <Drafters position={position} organisations={organisations} answer={answer} />
          <Guests document={position.document} compact />
          <PositionOutline position={position} />
        </aside>
      </div>
    </Page>
  )
}
