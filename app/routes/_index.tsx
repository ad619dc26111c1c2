import type { LoaderFunctionArgs } from '@remix-run/node'
import { Link, useLoaderData, useRouteLoaderData } from '@remix-run/react'
import type { ReactNode } from 'react'
import { ButtonLink } from '../components/button.tsx'
import { DataList } from '../components/data-list.tsx'
import { EmptyState } from '../components/empty-state.tsx'
import { Page } from '../components/page.tsx'
import { Progress } from '../components/progress.tsx'
import { Section } from '../components/section.tsx'
import { Status } from '../components/status.tsx'
import { LegalDate, Time } from '../components/time.tsx'
import { graphql, type ResultOf } from '../graphql.ts'
import { inBucharest } from '../i18n/format.ts'
import { titled } from '../i18n/page-title.ts'
import { useWords } from '../i18n/use-words.ts'
import type { loader as rootLoader } from '../root.tsx'
import { useReloadOnNews } from '../unread.ts'

export { RouteError as ErrorBoundary } from '../components/route-error.tsx'

export const meta = titled('home:title')

const HomePage = graphql(`
  query HomePage {
    home {
      pollsToVote {
        id
        question
        closesAt
        whyNotVote
        position {
          title
        }
      }
      pollsToManage {
        id
        question
        status
        closesAt
        turnout {
          cast
          entitled
        }
      }
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
      consultations {
        id
        title
        consultationEndsOn
        lead {
          shortName
        }
      }
      drafts {
        id
        title
        updatedAt
        lead {
          shortName
        }
        dossier {
          title
        }
      }
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
  }
`)

type Home = ResultOf<typeof HomePage>['home']

export async function loader({ context }: LoaderFunctionArgs) {
  return { home: context.viewer === null ? null : (await context.query(HomePage)).home }
}

export default function Index() {
  const { home } = useLoaderData<typeof loader>()
  return home === null ? <Welcome /> : <Now {...home} />
}

/** What a stranger sees: what this is, and the way in. */
function Welcome() {
  const { t } = useWords()
  return (
    <Page title={t('home:welcome.title')} lede={t('home:welcome.lede')} width="text">
      <DataList
        items={['dossiers', 'positions', 'polls', 'meetings'].map(concept => ({
          term: t(`common:nav.${concept}`),
          value: t(`home:welcome.${concept}`),
        }))}
      />
      <ButtonLink to="/sign-in">{t('home:welcome.signIn')}</ButtonLink>
    </Page>
  )
}

function Now(home: Home) {
  const { t } = useWords()
  const viewer = useRouteLoaderData<typeof rootLoader>('root')?.viewer
  useReloadOnNews()
  const organisations = [...new Set(viewer?.mandates.map(mandate => mandate.organisationName))]
  const federation = viewer?.federationRole?.toLowerCase() === 'secretariat'
  if (organisations.length === 0 && !viewer?.federationRole)
    return (
      <Page title={t('home:greeting')}>
        <EmptyState title={t('home:nobody.title')} hint={t('home:nobody.hint')} />
      </Page>
    )
  const lede = federation
    ? t('home:ledeFederation')
    : organisations.length > 0
      ? t('home:lede', { organisation: organisations.join(', ') })
      : t('home:ledeMember')
  return (
    <Page title={t('home:greeting')} lede={lede}>
      <div className="grid items-start gap-x-12 gap-y-10 lg:grid-cols-2">
        <div className="space-y-10">
          {organisations.length > 0 && <PollsToVote polls={home.pollsToVote} />}
          {federation && <PollsToManage polls={home.pollsToManage} />}
          <Consultations positions={home.consultations} />
          {(federation || organisations.length > 0) && (
            <Promises items={home.promises} federation={federation} />
          )}
          <Meetings meetings={home.meetings} />
        </div>
        <div className="space-y-10">
          <Deadlines deadlines={home.deadlines} />
          {organisations.length > 0 && <Drafts positions={home.drafts} federation={federation} />}
        </div>
      </div>
    </Page>
  )
}

/** One question of the page: its rows, or that there are none; and where all of them are. */
function Part({
  title,
  description,
  all,
  empty,
  children,
}: {
  title: string
  description?: string
  all: string
  empty: string
  children: ReactNode[]
}) {
  const { t } = useWords()
  return (
    <Section
      title={title}
      description={description}
      actions={
        <Link
          to={all}
          prefetch="intent"
          className="link text-sm"
          aria-label={`${t('common:action.showAll')}: ${title}`}
        >
          {t('common:action.showAll')}
        </Link>
      }
    >
      {children.length === 0 ? (
        <p className="border-y border-dashed border-line py-4 text-soft">{empty}</p>
      ) : (
        <ul className="divide-y divide-line border-y border-line">{children}</ul>
      )}
    </Section>
  )
}

/** A thing that waits: its name, what stands about it, and how urgent it is. */
function Row({ to, name, about, when }: { to: string; name: string; about?: ReactNode; when?: ReactNode }) {
  return (
    <li className="flex flex-col gap-x-6 gap-y-1.5 py-3 sm:flex-row sm:items-baseline sm:justify-between">
      <div className="min-w-0">
        <Link to={to} prefetch="intent" className="link font-medium">
          {name}
        </Link>
        {about && <p className="mt-0.5 text-sm text-soft">{about}</p>}
      </div>
      {when && <div className="text-sm sm:shrink-0">{when}</div>}
    </li>
  )
}

function PollsToVote({ polls }: { polls: Home['pollsToVote'] }) {
  const { t, format } = useWords()
  return (
    <Part title={t('home:polls.title')} all="/polls?status=open" empty={t('home:polls.empty')}>
      {polls.map(({ id, question, closesAt, whyNotVote }) => (
        <Row
          key={id}
          to={`/polls/${id}`}
          name={question}
          about={whyNotVote && t('home:polls.forDelegate')}
          when={
            closesAt && (
              <Status tone="due">
                {t('home:polls.closes', { when: format.relativeDay(inBucharest(closesAt).date) })}
              </Status>
            )
          }
        />
      ))}
    </Part>
  )
}

function PollsToManage({ polls }: { polls: Home['pollsToManage'] }) {
  const { t } = useWords()
  return (
    <Part title={t('home:managed.title')} all="/polls" empty={t('home:managed.empty')}>
      {polls.map(({ id, question, status, turnout }) => (
        <li key={id} className="py-3">
          <div className="flex flex-wrap items-baseline justify-between gap-x-6 gap-y-1">
            <Link to={`/polls/${id}`} prefetch="intent" className="link min-w-0 grow basis-56 font-medium">
              {question}
            </Link>
            <Status tone={status === 'open' ? 'accent' : 'neutral'}>{t(`home:managed.${status}`)}</Status>
          </div>
          {status === 'open' && (
            <div className="mt-2">
              <Progress
                label={t('home:managed.turnout')}
                value={turnout.cast}
                max={turnout.entitled}
                words={`${turnout.cast} / ${turnout.entitled}`}
              />
            </div>
          )}
        </li>
      ))}
    </Part>
  )
}

function Promises({ items, federation }: { items: Home['promises']; federation: boolean }) {
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

function Deadlines({ deadlines }: { deadlines: Home['deadlines'] }) {
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

function Consultations({ positions }: { positions: Home['consultations'] }) {
  const { t, format } = useWords()
  return (
    <Part
      title={t('home:consultations.title')}
      all="/positions?status=consultation"
      empty={t('home:consultations.empty')}
    >
      {positions.map(({ id, title, consultationEndsOn, lead }) => {
        const ended = consultationEndsOn !== null && format.daysUntil(consultationEndsOn) < 0
        return (
          <Row
            key={id}
            to={`/positions/${id}`}
            name={title}
            about={t('home:drafts.lead', { organisation: lead.shortName })}
            when={
              <Status tone={ended ? 'neutral' : 'due'}>
                {consultationEndsOn === null
                  ? t('home:consultations.open')
                  : t(ended ? 'home:consultations.ended' : 'home:consultations.ends', {
                      when: format.relativeDay(consultationEndsOn),
                    })}
              </Status>
            }
          />
        )
      })}
    </Part>
  )
}

function Drafts({ positions, federation }: { positions: Home['drafts']; federation: boolean }) {
  const { t } = useWords()
  return (
    <Part
      title={federation ? t('home:drafts.titleFederation') : t('home:drafts.title')}
      all={federation ? '/positions?status=drafting' : '/positions?status=drafting&whose=mine'}
      empty={t('home:drafts.empty')}
    >
      {positions.map(({ id, title, dossier, lead }) => (
        <Row
          key={id}
          to={`/positions/${id}`}
          name={title}
          about={`${dossier.title} · ${t('home:drafts.lead', { organisation: lead.shortName })}`}
        />
      ))}
    </Part>
  )
}

function Meetings({ meetings }: { meetings: Home['meetings'] }) {
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
