import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { Link, useActionData, useLoaderData } from '@remix-run/react'
import { Vote } from 'lucide-react'
import { ButtonLink } from '../components/button.tsx'
import { OutcomeBar } from '../components/charts/outcome-bar.tsx'
import { DataList } from '../components/data-list.tsx'
import { LiveEditor, StoredText } from '../components/editor/live-editor.tsx'
import type { Answer } from '../components/form.tsx'
import type { Refusal } from '../components/form-state.ts'
import { Page } from '../components/page.tsx'
import { Consultation } from '../components/positions/consultation.tsx'
import { Drafters } from '../components/positions/drafters.tsx'
import { PollLinks } from '../components/positions/poll-links.tsx'
import { PositionStatus } from '../components/positions/position-status.tsx'
import { Titles } from '../components/positions/titles.tsx'
import { usePositionChanges } from '../components/positions/use-position-changes.ts'
import { Versions } from '../components/positions/versions.tsx'
import { Section } from '../components/section.tsx'
import { LegalDate, Time } from '../components/time.tsx'
import { redirectWithFlash } from '../flash.server.ts'
import { graphql, type ResultOf } from '../graphql.ts'
import { titled } from '../i18n/page-title.ts'
import { useWords } from '../i18n/use-words.ts'
import { refused } from '../refused.ts'
import { dayTyped } from '../typed-time.ts'

export { RouteError as ErrorBoundary } from '../components/route-error.tsx'
export { opensWithText as handle } from '../styles/serif.ts'

export const meta = titled<typeof loader>(({ data, t }) => data?.position.title ?? t('positions:one'))

const PositionPage = graphql(`
  query PositionPage($id: ID!) {
    position(id: $id) {
      id
      title
      titleRo
      titleEn
      status
      revision
      consultationEndsOn
      createdAt
      mayEdit
      mayConsult
      dossier {
        id
        title
      }
      lead {
        id
        name
      }
      drafters {
        organisation {
          id
          name
          shortName
        }
      }
      adopted {
        number
        html
      }
      outcomes {
        outcome
        count
      }
      document {
        id
        mayWrite
        mayFreeze
        currentHtml
        versions {
          id
          number
          name
          frozenAt
        }
      }
      polls {
        id
        status
        outcome
        question
        version {
          number
        }
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
`)

const ChangePosition = graphql(`
  mutation ChangePosition($input: ChangePositionInput!) {
    changePosition(input: $input) {
      __typename
      ... on Refusal {
        code
        message
        fields {
          field
          code
          message
          theirs
        }
      }
    }
  }
`)

const InviteDrafter = graphql(`
  mutation InviteDrafter($input: DrafterInput!) {
    inviteDrafter(input: $input) {
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

const RemoveDrafter = graphql(`
  mutation RemoveDrafter($input: DrafterInput!) {
    removeDrafter(input: $input) {
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

const StartConsultation = graphql(`
  mutation StartConsultation($input: StartConsultationInput!) {
    startConsultation(input: $input) {
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

const FreezeVersion = graphql(`
  mutation FreezeVersion($input: FreezeVersionInput!) {
    freezeVersion(input: $input) {
      __typename
      ... on DocumentVersion {
        number
      }
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
  const answer = (
    result: { __typename: string } | (Refusal & { __typename: 'Refusal' }),
    said: string,
    values?: Record<string, string | number>,
  ) => ('code' in result ? refused(result, form) : redirectWithFlash(`/positions/${id}`, said, values))

  switch (form.get('intent')) {
    case 'titles': {
      const input = {
        id,
        revision: Number(form.get('revision')) || 0,
        titleRo: typed('titleRo'),
        titleEn: typed('titleEn'),
      }
      const { changePosition } = await context.mutate(ChangePosition, { input })
      return answer(changePosition, 'positions:page.changed')
    }
    case 'invite': {
      const input = { positionId: id, organisationId: typed('organisationId') }
      const { inviteDrafter } = await context.mutate(InviteDrafter, { input })
      return answer(inviteDrafter, 'positions:drafters.invited')
    }
    case 'remove': {
      const input = { positionId: id, organisationId: typed('organisationId') }
      const { removeDrafter } = await context.mutate(RemoveDrafter, { input })
      return answer(removeDrafter, 'positions:drafters.removed')
    }
    case 'consultation': {
      const input = { positionId: id, endsOn: dayTyped(form.get('endsOn')) }
      const { startConsultation } = await context.mutate(StartConsultation, { input })
      return answer(startConsultation, 'positions:consultation.started')
    }
    case 'freeze': {
      const input = { documentId: typed('documentId'), name: typed('name') }
      const { freezeVersion } = await context.mutate(FreezeVersion, { input })
      const number = 'number' in freezeVersion ? freezeVersion.number : 0
      return answer(freezeVersion, 'positions:versions.frozenNow', { number })
    }
    default:
      throw new Response(null, { status: 400 })
  }
}

type Position = NonNullable<ResultOf<typeof PositionPage>['position']>

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
        <Text position={position} person={person} />
        <aside className="space-y-10">
          {position.status === 'adopted' && (
            <Section title={t('positions:followUp.title')} compact>
              {position.outcomes.some(({ count }) => count > 0) ? (
                <OutcomeBar counts={position.outcomes} compact />
              ) : (
                <p className="text-sm text-soft">{t('positions:followUp.none')}</p>
              )}
              <p className="mt-4">
                <ButtonLink to={`/positions/${position.id}/follow-up`}>
                  {t('positions:followUp.link')}
                </ButtonLink>
              </p>
            </Section>
          )}
          <Facts position={position} answer={answer} />
          <Versions positionId={position.id} document={position.document} answer={answer} />
          <Section title={t('positions:polls.title')} compact>
            <PollLinks polls={position.polls} />
            {mayPreparePoll && (
              <p className="mt-3">
                <ButtonLink look="quiet" icon={Vote} to={`/polls/new?position=${position.id}`}>
                  {t('positions:polls.prepare')}
                </ButtonLink>
              </p>
            )}
          </Section>
          <Drafters
            drafters={position.drafters.map(({ organisation }) => organisation)}
            leadId={position.lead.id}
            organisations={organisations}
            mayEdit={position.mayEdit}
            answer={answer}
          />
        </aside>
      </div>
    </Page>
  )
}

/** The adopted text as it was voted on; otherwise the live one, which the server has already rendered. */
function Text({ position, person }: { position: Position; person: { id: string } }) {
  const { t } = useWords()
  const { adopted, document, status } = position
  const note =
    adopted !== null
      ? t('positions:page.finalNote', { number: adopted.number })
      : status === 'drafting' && t('positions:page.draftNote')
  return (
    <section aria-label={t('positions:page.text')} className="min-w-0">
      {note && <p className="mb-4 text-sm text-soft">{note}</p>}
      {adopted !== null ? (
        <StoredText html={adopted.html} />
      ) : (
        <LiveEditor
          key={document.id}
          documentId={document.id}
          access={document.mayWrite ? 'write' : 'read'}
          initialHtml={document.currentHtml}
          person={person}
        />
      )}
    </section>
  )
}

function Facts({ position, answer }: { position: Position; answer?: Answer | null }) {
  const { t } = useWords()
  const { dossier, lead, status, consultationEndsOn, createdAt } = position
  return (
    <Section title={t('positions:page.about')} compact>
      <DataList
        items={[
          {
            term: t('positions:page.dossier'),
            value: (
              <Link to={`/dossiers/${dossier.id}`} prefetch="intent" className="link">
                {dossier.title}
              </Link>
            ),
          },
          {
            term: t('positions:page.lead'),
            value: (
              <Link to={`/organisations/${lead.id}`} prefetch="intent" className="link">
                {lead.name}
              </Link>
            ),
          },
          {
            term: t('positions:page.consultation'),
            value: consultationEndsOn && (
              <>
                {t('positions:page.until')}{' '}
                <LegalDate date={consultationEndsOn} relative={status === 'consultation'} />
              </>
            ),
          },
          { term: t('positions:page.created'), value: <Time at={createdAt} show="date" /> },
        ]}
      />
      <div className="mt-2">
        {position.mayConsult && <Consultation status={status} endsOn={consultationEndsOn} answer={answer} />}
        {position.mayEdit && <Titles position={position} answer={answer} />}
      </div>
    </Section>
  )
}
