import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { Link, useActionData, useLoaderData, useLocation, useRevalidator } from '@remix-run/react'
import { Circle, Minus, Plus } from 'lucide-react'
import { useEffect, useState } from 'react'
import { Button, ButtonLink } from '../components/button.tsx'
import { Card } from '../components/card.tsx'
import { HalfCircle, type Seat } from '../components/charts/half-circle.tsx'
import { DataList } from '../components/data-list.tsx'
import { type Answer, Form } from '../components/form.tsx'
import { Page } from '../components/page.tsx'
import { BallotForm } from '../components/polls/ballot-form.tsx'
import { CountTrail } from '../components/polls/count-trail.tsx'
import { outcomeTone } from '../components/polls/outcome-tone.ts'
import { Turnout } from '../components/polls/turnout.tsx'
import { Section } from '../components/section.tsx'
import { Status } from '../components/status.tsx'
import { Table } from '../components/table.tsx'
import { Time } from '../components/time.tsx'
import { redirectWithFlash } from '../flash.server.ts'
import { graphql, type ResultOf } from '../graphql.ts'
import type { Translate } from '../i18n/index.ts'
import { titled } from '../i18n/page-title.ts'
import { createTranslator } from '../i18n/translate.ts'
import { useWords } from '../i18n/use-words.ts'
import { useSubscription } from '../live-updates.ts'
import { refused } from '../refused.ts'
import { revisionTyped } from '../revision-typed.ts'

export { RouteError as ErrorBoundary } from '../components/route-error.tsx'

export const meta = titled<typeof loader>(({ data, t }) => data?.poll.question ?? t('polls:one'))

const PollPage = graphql(`
  query PollPage($id: ID!) {
    poll(id: $id) {
      id
      revision
      question
      status
      outcome
      closesAt
      openedAt
      closedAt
      mayManage
      whyNotVote
      openedBy {
        name
      }
      closedBy {
        name
      }
      position {
        id
        title
      }
      version {
        number
        name
        hash
        frozenAt
      }
      rule {
        name
        article
        quorumWords
        majorityWords
      }
      turnout {
        entitled
        cast
        quorumNeeded
        quorumMet
      }
      electors {
        organisation {
          id
          shortName
        }
        ours
        mayCast
        hasVoted
        ballot {
          id
          choice
          number
          castAt
          castBy {
            name
          }
        }
      }
      result {
        trail {
          key
          sentence
          article
        }
      }
    }
  }
`)

const CastBallot = graphql(`
  mutation CastBallot($pollId: ID!, $organisationId: ID!, $choice: BallotChoice!) {
    castBallot(pollId: $pollId, organisationId: $organisationId, choice: $choice) {
      __typename
      ... on Ballot {
        id
      }
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

const OpenPoll = graphql(`
  mutation OpenPoll($id: ID!, $revision: Int!) {
    openPoll(id: $id, revision: $revision) {
      __typename
      ... on Poll {
        id
      }
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

const ClosePoll = graphql(`
  mutation ClosePoll($id: ID!) {
    closePoll(id: $id) {
      __typename
      ... on Poll {
        id
      }
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

const pollChanged = 'subscription PollChanged($id: ID!) { pollChanged(id: $id) { id } }'

type Poll = NonNullable<ResultOf<typeof PollPage>['poll']>
type Elector = Poll['electors'][number]

export async function loader({ params, context }: LoaderFunctionArgs) {
  const { poll } = await context.query(PollPage, { id: params.id ?? '' })
  if (poll === null) throw new Response(null, { status: 404 })
  // By the alphabet, which the database's order is not: it puts capitals before small letters.
  const electors = poll.electors.toSorted((a, b) =>
    a.organisation.shortName.localeCompare(b.organisation.shortName, 'ro'),
  )
  return { poll: { ...poll, electors } }
}

const choices = ['yes', 'no', 'abstain'] as const

export async function action({ request, params, context }: ActionFunctionArgs) {
  const form = await request.formData()
  const id = params.id ?? ''
  const [intent, organisationId = ''] = String(form.get('intent') ?? '').split(' ')
  switch (intent) {
    case 'cast': {
      const choice = choices.find(each => each === form.get('choice'))
      if (choice === undefined) return refused(nothingChosen(createTranslator(context.locale)), form)
      const { castBallot } = await context.mutate(CastBallot, { pollId: id, organisationId, choice })
      if (castBallot.__typename === 'Refusal') return refused(castBallot, form)
      return redirectWithFlash(`/polls/${id}`, 'polls:vote.cast')
    }
    case 'open': {
      const { openPoll } = await context.mutate(OpenPoll, {
        id,
        revision: revisionTyped(form),
      })
      if (openPoll.__typename === 'Refusal') return refused(openPoll, form)
      return redirectWithFlash(`/polls/${id}`, 'polls:manage.opened')
    }
    case 'close': {
      const { closePoll } = await context.mutate(ClosePoll, { id })
      if (closePoll.__typename === 'Refusal') return refused(closePoll, form)
      return redirectWithFlash(`/polls/${id}`, 'polls:manage.closed')
    }
    default:
      throw new Response(null, { status: 400 })
  }
}

const nothingChosen = (t: Translate) => ({
  code: 'invalid',
  message: t('errors:invalid.default'),
  fields: [{ field: 'choice', code: 'choice', message: t('errors:field.choice') }],
})

export default function PollDetails() {
  const { t, format } = useWords()
  const { poll } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  useLivePoll(poll.id, poll.status === 'open')
  return (
    <Page
      kicker={t('polls:one')}
      title={poll.question}
      breadcrumb={[{ to: '/polls', label: t('polls:title') }]}
      status={
        <>
          <Status tone={poll.status === 'open' ? 'accent' : 'neutral'}>
            {t(`polls:status.${poll.status}`)}
          </Status>
          {poll.outcome && (
            <Status tone={outcomeTone[poll.outcome]}>{t(`voting:outcome.${poll.outcome}`)}</Status>
          )}
        </>
      }
      lede={
        poll.closedAt
          ? t('polls:page.closedLede', { when: format.dateTime(poll.closedAt) })
          : poll.closesAt && t('polls:page.closesLede', { when: format.dateTime(poll.closesAt) })
      }
    >
      <LateRefusal answer={answer} poll={poll} />
      {poll.status === 'draft' && <Draft poll={poll} answer={answer} />}
      {poll.status === 'open' && <Open poll={poll} answer={answer} />}
      {poll.status === 'closed' && <Closed poll={poll} />}
    </Page>
  )
}

/**
 * A refusal whose form has left the page: a ballot that came after the closing, a poll that somebody else opened or changed. It
 * is held until people go on, because a page that loads its data again forgets what an action answered.
 */
function LateRefusal({ answer, poll }: { answer: Answer | undefined; poll: Poll }) {
  const { key } = useLocation()
  const { revalidate } = useRevalidator()
  const [held, hold] = useState({ key, refusal: answer?.refusal, values: answer?.values })
  if (held.key !== key || (answer?.refusal && answer.refusal !== held.refusal))
    hold({ key, refusal: answer?.refusal, values: answer?.values })
  const movedOn = held.refusal?.code === 'closed' || held.refusal?.code === 'wrong_state'
  // Remix does not load a page again after a refusal, but this one says that the page is out of date.
  useEffect(() => {
    if (movedOn) revalidate()
  }, [movedOn, revalidate])
  const changed = held.values?.intent === 'open' && held.values.revision !== String(poll.revision)
  const forms = [
    ...(poll.mayManage ? [{ draft: changed ? '' : 'open', open: 'close', closed: '' }[poll.status]] : []),
    ...poll.electors.filter(({ mayCast }) => mayCast).map(({ organisation }) => `cast ${organisation.id}`),
  ]
  if (held.key !== key || !held.refusal || forms.includes(String(held.values?.intent))) return null
  return (
    <p role="alert" className="rounded-lg bg-late-soft px-4 py-3 font-medium text-late">
      {held.refusal.message}
    </p>
  )
}

/** Loads the page again at each ballot and at the closing, while somebody looks at it. */
function useLivePoll(id: string, open: boolean): void {
  const { revalidate } = useRevalidator()
  const [seen, setSeen] = useState(false)
  useEffect(() => {
    const look = () => setSeen(document.visibilityState === 'visible')
    look()
    document.addEventListener('visibilitychange', look)
    return () => document.removeEventListener('visibilitychange', look)
  }, [])
  useSubscription(open && seen ? pollChanged : null, { id }, revalidate, revalidate)
}

function Draft({ poll, answer }: { poll: Poll; answer: Answer | undefined }) {
  const { t } = useWords()
  return (
    <>
      <Subject poll={poll} />
      {poll.mayManage && (
        <Card tone="accent">
          <Section
            title={t('polls:manage.openTitle')}
            description={t('polls:manage.openHint')}
            actions={
              <ButtonLink look="quiet" to={`/polls/${poll.id}/edit`}>
                {t('polls:manage.edit')}
              </ButtonLink>
            }
          >
            <Form key={poll.revision} intent="open" answer={answer} revision={poll.revision}>
              <Button>{t('polls:manage.open')}</Button>
            </Form>
          </Section>
        </Card>
      )}
    </>
  )
}

function Open({ poll, answer }: { poll: Poll; answer: Answer | undefined }) {
  const { t } = useWords()
  const casting = poll.electors.filter(elector => elector.mayCast)
  const watching = poll.electors.filter(elector => elector.ours && !elector.mayCast)
  return (
    <>
      <div className="grid gap-x-12 gap-y-10 lg:grid-cols-2">
        <div>
          <Section title={t('polls:vote.title')} description={<VotedText poll={poll} />}>
            <div className="space-y-6">
              {poll.whyNotVote !== null && <p className="border-y border-line py-4">{poll.whyNotVote}</p>}
              {[...casting, ...watching].map(elector => (
                <OurVote key={elector.organisation.id} elector={elector} answer={answer} />
              ))}
              <p className="max-w-[65ch] text-sm text-soft">{t('polls:vote.named')}</p>
            </div>
          </Section>
        </div>
        <div className="space-y-10">
          <Section title={t('polls:turnout.title')}>
            <Turnout {...poll.turnout} />
            <div className="mt-8">
              <Seats poll={poll} />
            </div>
          </Section>
          <WhoVotes electors={poll.electors} />
        </div>
      </div>
      <Subject poll={poll} />
      {poll.mayManage && (
        <Section title={t('polls:manage.title')}>
          <details>
            <summary className="inline-flex min-h-10 items-center rounded-md border border-edge bg-paper px-4 py-1.5 font-medium hover:border-accent hover:text-accent">
              {t('polls:manage.closeTitle')}
            </summary>
            <div className="mt-4 max-w-[65ch] space-y-4">
              <p>{t('polls:manage.closeHint')}</p>
              <Form intent="close" answer={answer}>
                <Button look="danger">{t('polls:manage.close')}</Button>
              </Form>
            </div>
          </details>
        </Section>
      )}
    </>
  )
}

/** The vote of one of the viewer’s organisations: to be cast, or its receipt with the way to change it. */
function OurVote({ elector, answer }: { elector: Elector; answer: Answer | undefined }) {
  const { t } = useWords()
  const { organisation, ballot, mayCast } = elector
  const form = <BallotForm organisation={organisation} voted={ballot?.choice ?? null} answer={answer} />
  if (ballot === null) return mayCast ? <Card tone="accent">{form}</Card> : null
  return (
    <Card tone="kept">
      <Receipt organisation={organisation.shortName} ballot={ballot} />
      {mayCast && (
        // A new ballot closes it again.
        <details key={ballot.id} className="mt-4" open={answer?.refusal ? true : undefined}>
          <summary className="inline-flex min-h-10 items-center rounded-md border border-edge px-4 py-1.5 font-medium hover:border-accent hover:text-accent">
            {t('polls:vote.change')}
          </summary>
          <div className="mt-4">{form}</div>
        </details>
      )}
    </Card>
  )
}

function Receipt({ organisation, ballot }: { organisation: string; ballot: NonNullable<Elector['ballot']> }) {
  const { t } = useWords()
  return (
    <>
      <h3 className="mb-3 font-semibold">{t('polls:receipt.title')}</h3>
      <DataList
        items={[
          { term: t('polls:receipt.organisation'), value: organisation },
          {
            term: t('polls:receipt.choice'),
            value: <strong>{t(`voting:choice.${ballot.choice}`)}</strong>,
          },
          { term: t('polls:receipt.at'), value: <Time at={ballot.castAt} /> },
          { term: t('polls:receipt.by'), value: ballot.castBy.name },
          {
            term: t('polls:receipt.number'),
            value:
              ballot.number === 1
                ? t('polls:receipt.first')
                : t('polls:receipt.changed', { count: ballot.number - 1 }),
          },
          { term: t('polls:receipt.id'), value: <Fingerprint text={ballot.id} /> },
        ]}
      />
    </>
  )
}

function Closed({ poll }: { poll: Poll }) {
  const { t } = useWords()
  return (
    <div className="grid gap-x-12 gap-y-10 lg:grid-cols-2">
      <div className="space-y-10">
        <Section title={t('polls:result.title')}>
          <Seats poll={poll} />
        </Section>
        {poll.result && (
          <Section title={t('polls:result.trail')} description={t('polls:result.trailHint')}>
            <CountTrail statements={poll.result.trail} />
          </Section>
        )}
        <Subject poll={poll} />
      </div>
      <Section title={t('polls:named.title')} id="votes">
        <NamedVotes electors={poll.electors} />
      </Section>
    </div>
  )
}

/** The version that the ballots are about, and the way to read it. */
function VotedText({ poll: { position, version } }: { poll: Poll }) {
  const { t } = useWords()
  return (
    <>
      {version.name === ''
        ? t('polls:page.versionNumber', { number: version.number })
        : t('polls:page.versionNamed', { number: version.number, name: version.name })}{' '}
      <Link
        to={`/positions/${position.id}/versions/${version.number}`}
        prefetch="intent"
        className="link inline-block"
      >
        {t('polls:page.read')}
      </Link>
    </>
  )
}

/** Exactly which text, under which rule: what the ballots are about. */
function Subject({ poll }: { poll: Poll }) {
  const { t, format } = useWords()
  const { position, version, rule } = poll
  const by = (at: string, person: { name: string } | null) =>
    person === null
      ? t('polls:page.byClock', { when: format.dateTime(at) })
      : t('polls:page.by', { when: format.dateTime(at), name: person.name })
  return (
    <Section title={t(poll.status === 'closed' ? 'polls:page.subjectClosed' : 'polls:page.subject')}>
      <DataList
        items={[
          {
            term: t('polls:page.position'),
            value: (
              <Link to={`/positions/${position.id}`} prefetch="intent" className="link">
                {position.title}
              </Link>
            ),
          },
          {
            term: t('polls:page.version'),
            value: <VotedText poll={poll} />,
          },
          { term: t('polls:page.frozen'), value: <Time at={version.frozenAt} /> },
          {
            term: t('polls:page.hash'),
            value: (
              <>
                <Fingerprint text={version.hash} />
                <span className="block text-sm text-soft">{t('polls:page.hashHint')}</span>
              </>
            ),
          },
          {
            term: t('polls:page.rule'),
            value: (
              <>
                {rule.name}{' '}
                <span className="text-soft">{t('voting:trail.cites', { article: rule.article })}</span>
                <span className="block text-sm text-soft">{rule.quorumWords}</span>
                <span className="block text-sm text-soft">{rule.majorityWords}</span>
              </>
            ),
          },
          { term: t('polls:page.opened'), value: poll.openedAt && by(poll.openedAt, poll.openedBy) },
          {
            term: t('polls:page.closes'),
            value:
              poll.status === 'closed' ? null : poll.closesAt ? (
                <Time at={poll.closesAt} />
              ) : (
                t('polls:page.byHand')
              ),
          },
          { term: t('polls:page.closed'), value: poll.closedAt && by(poll.closedAt, poll.closedBy) },
        ]}
      />
    </Section>
  )
}

function Fingerprint({ text }: { text: string }) {
  return <code className="font-mono text-sm break-all">{text}</code>
}

/** While the poll is open a seat only tells that its organisation has voted, also our own: the picture is everybody’s. */
function Seats({ poll }: { poll: Poll }) {
  const { t } = useWords()
  const closed = poll.status === 'closed'
  const lookOf = (elector: Elector): Seat['look'] =>
    closed ? (elector.ballot?.choice ?? 'none') : elector.hasVoted ? 'voted' : 'waiting'
  const wordOf = (look: Seat['look']) =>
    look === 'voted' || look === 'waiting' ? t(`polls:seats.${look}`) : t(`voting:choice.${look}`)
  const looks = closed ? (['yes', 'abstain', 'no', 'none'] as const) : (['voted', 'waiting'] as const)
  return (
    <HalfCircle
      label={t(closed ? 'polls:seats.label' : 'polls:seats.labelOpen')}
      hint={t('polls:seats.hint')}
      centre={t('polls:of', { count: poll.turnout.cast, of: poll.turnout.entitled })}
      seats={poll.electors.map(elector => ({
        key: elector.organisation.id,
        label: t('polls:seats.seat', {
          organisation: elector.organisation.shortName,
          state: wordOf(lookOf(elector)).toLowerCase(),
        }),
        look: lookOf(elector),
        own: elector.ours,
      }))}
      legend={looks.map(look => ({ look, label: wordOf(look) }))}
    />
  )
}

function WhoVotes({ electors }: { electors: readonly Elector[] }) {
  const { t } = useWords()
  return (
    <details>
      <summary className="link inline-block py-1">{t('polls:named.titleOpen')}</summary>
      <div className="mt-3">
        <Table
          caption={t('polls:named.titleOpen')}
          rows={electors}
          rowKey={elector => elector.organisation.id}
          columns={[
            {
              key: 'organisation',
              header: t('polls:named.organisation'),
              cell: elector => elector.organisation.shortName,
            },
            {
              key: 'state',
              header: t('polls:named.state'),
              cell: elector => t(elector.hasVoted ? 'common:answer.yes' : 'polls:seats.waiting'),
            },
          ]}
        />
      </div>
    </details>
  )
}

function NamedVotes({ electors }: { electors: readonly Elector[] }) {
  const { t } = useWords()
  return (
    <Table
      caption={t('polls:named.title')}
      rows={electors}
      rowKey={elector => elector.organisation.id}
      columns={[
        {
          key: 'organisation',
          header: t('polls:named.organisation'),
          cell: elector => elector.organisation.shortName,
        },
        {
          key: 'choice',
          header: t('polls:named.choice'),
          beside: true,
          cell: ({ ballot }) => <Choice choice={ballot?.choice ?? null} />,
        },
        {
          key: 'at',
          header: t('polls:named.at'),
          cell: ({ ballot }) =>
            ballot && (
              <span className="text-sm text-soft">
                <Time at={ballot.castAt} length="short" />
                {ballot.number > 1 && (
                  <span className="block">{t('polls:receipt.changed', { count: ballot.number - 1 })}</span>
                )}
              </span>
            ),
        },
      ]}
    />
  )
}

const signs = { yes: Plus, no: Minus, abstain: Circle }
const tones = { yes: 'kept', no: 'late', abstain: 'neutral' } as const

function Choice({ choice }: { choice: keyof typeof signs | null }) {
  const { t } = useWords()
  if (choice === null) return <span className="text-soft">{t('voting:choice.none')}</span>
  return (
    <Status tone={tones[choice]} icon={signs[choice]}>
      {t(`voting:choice.${choice}`)}
    </Status>
  )
}
