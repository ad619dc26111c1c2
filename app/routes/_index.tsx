import { type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { useLoaderData, useRouteLoaderData } from '@remix-run/react'
import { Deadlines, HomeDeadlines } from '../components/home/deadlines.tsx'
import { HomeMeetings, Meetings } from '../components/home/meetings.tsx'
import { HomePolls, PollsToManage, PollsToVote } from '../components/home/polls.tsx'
import { Consultations, Drafts, HomePositions } from '../components/home/positions.tsx'
import { HomePromises, Promises } from '../components/home/promises.tsx'
import { Welcome } from '../components/home/welcome.tsx'
import { Page } from '../components/page.tsx'
import { graphql, type ResultOf } from '../graphql.ts'
import { titled } from '../i18n/page-title.ts'
import { useWords } from '../i18n/use-words.ts'
import type { loader as rootLoader } from '../root.tsx'
import { useReloadOnNews } from '../unread.ts'

export { RouteError as ErrorBoundary } from '../components/route-error.tsx'

export const meta = titled('home:title')

const HomePage = graphql(
  `
    query HomePage {
      home {
        ...HomePolls
        ...HomeDeadlines
        ...HomePositions
        ...HomeMeetings
        ...HomePromises
      }
    }
  `,
  [HomePolls, HomeDeadlines, HomePositions, HomeMeetings, HomePromises],
)

type Home = ResultOf<typeof HomePage>['home']

export async function loader({ context }: LoaderFunctionArgs) {
  if (context.viewer?.guest) return redirect('/texts')
  return { home: context.viewer === null ? null : (await context.query(HomePage)).home }
}

export default function Index() {
  const { home } = useLoaderData<typeof loader>()
  return home === null ? <Welcome /> : <Now {...home} />
}

/** What waits for the person’s organisations, or for the secretariat. */
function Now(home: Home) {
  const { t } = useWords()
  const viewer = useRouteLoaderData<typeof rootLoader>('root')?.viewer
  useReloadOnNews()
  const organisations = [...new Set(viewer?.mandates.map(mandate => mandate.organisationName))]
  const federation = viewer?.federationRole?.toLowerCase() === 'secretariat'
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
