import type { LoaderFunctionArgs } from '@remix-run/node'
import { Link, useLoaderData } from '@remix-run/react'
import { ArrowLeft, ArrowRight, Download } from 'lucide-react'
import { DataList } from '../components/data-list.tsx'
import { StoredText } from '../components/editor/live-editor.tsx'
import { OutlineAbove, OutlineBeside, OutlinePart, OutlineSlot } from '../components/editor/outline.tsx'
import { Page } from '../components/page.tsx'
import { PollLinkPart, PollLinks } from '../components/positions/poll-links.tsx'
import { Section } from '../components/section.tsx'
import { Badge } from '../components/status.tsx'
import { Time } from '../components/time.tsx'
import { graphql } from '../graphql.ts'
import { titled } from '../i18n/page-title.ts'
import { useWords } from '../i18n/use-words.ts'

export { RouteError as ErrorBoundary } from '../components/route-error.tsx'
export { opensWithText as handle } from '../styles/serif.ts'

export const meta = titled<typeof loader>(({ data, t }) =>
  data ? `${t('positions:versions.number', data.version)}: ${data.position.title}` : t('positions:one'),
)

const VersionPage = graphql(
  `
    query VersionPage($id: ID!, $number: Int!) {
      position(id: $id) {
        id
        title
        document {
          versions {
            number
          }
          version(number: $number) {
            number
            name
            hash
            html
            outline {
              ...OutlinePart
            }
            frozenAt
            frozenBy {
              name
            }
            polls {
              ...PollLinkPart
            }
          }
        }
      }
    }
  `,
  [PollLinkPart, OutlinePart],
)

export async function loader({ params, context }: LoaderFunctionArgs) {
  const { id = '', number = '' } = params
  if (!/^[1-9]\d{0,8}$/.test(number)) throw new Response(null, { status: 404 })
  const { position } = await context.query(VersionPage, { id, number: Number(number) })
  const version = position?.document.version
  if (!position || !version) throw new Response(null, { status: 404 })
  return { position, version, newest: position.document.versions[0]?.number ?? version.number }
}

export default function VersionPageRoute() {
  const { t } = useWords()
  const { position, version, newest } = useLoaderData<typeof loader>()
  return (
    <Page
      kicker={t('positions:versions.number', version)}
      title={position.title}
      lede={t('positions:versions.unchanged')}
      status={version.name !== '' && <Badge>{version.name}</Badge>}
      breadcrumb={[
        { to: '/positions', label: t('positions:list.title') },
        { to: `/positions/${position.id}`, label: position.title },
      ]}
    >
      <div className="grid gap-x-10 gap-y-10 lg:grid-cols-[minmax(0,1fr)_18rem]">
        <div className="min-w-0">
          <OutlineAbove entries={version.outline} />
          <StoredText html={version.html} />
        </div>
        <aside className="space-y-10">
          <DataList
            items={[
              {
                term: t('positions:versions.frozen'),
                value: (
                  <>
                    <Time at={version.frozenAt} />
                    {version.frozenBy && (
                      <span className="block">
                        {t('positions:versions.by', { name: version.frozenBy.name })}
                      </span>
                    )}
                  </>
                ),
              },
              {
                term: t('positions:versions.hash'),
                value: (
                  <>
                    <code className="block text-sm break-all">{version.hash}</code>
                    <a
                      href={`/positions/${position.id}/versions/${version.number}/export`}
                      download
                      className="link mt-2 inline-flex items-center gap-1.5 text-sm"
                    >
                      <Download aria-hidden className="size-4" />
                      {t('positions:versions.export')}
                    </a>
                    <span className="mt-1 block text-sm text-soft">{t('positions:versions.hashHint')}</span>
                  </>
                ),
              },
            ]}
          />
          <Section title={t('positions:polls.title')} compact>
            <PollLinks polls={version.polls} />
          </Section>
          <OtherVersions positionId={position.id} number={version.number} newest={newest} />
          <OutlineSlot>
            <OutlineBeside entries={version.outline} />
          </OutlineSlot>
        </aside>
      </div>
    </Page>
  )
}

function OtherVersions({
  positionId,
  number,
  newest,
}: {
  positionId: string
  number: number
  newest: number
}) {
  const { t } = useWords()
  const at = (other: number) => `/positions/${positionId}/versions/${other}`
  const look = 'inline-flex min-h-10 items-center gap-2 font-medium text-accent hover:underline'
  return (
    <nav aria-label={t('positions:versions.nav')} className="flex flex-col items-start">
      {number > 1 && (
        <Link to={at(number - 1)} rel="prev" className={look}>
          <ArrowLeft aria-hidden className="size-4" />
          {t('positions:versions.previous')}
        </Link>
      )}
      {number < newest && (
        <Link to={at(number + 1)} rel="next" className={look}>
          {t('positions:versions.next')}
          <ArrowRight aria-hidden className="size-4" />
        </Link>
      )}
      <Link to={`/positions/${positionId}`} className={look}>
        {t('positions:versions.back')}
      </Link>
    </nav>
  )
}
