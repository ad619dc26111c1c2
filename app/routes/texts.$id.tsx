import { data, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { useLoaderData, useParams, useRevalidator } from '@remix-run/react'
import { useEffect, useState } from 'react'
import { ButtonLink } from '../components/button.tsx'
import { LiveEditor, StoredText } from '../components/editor/live-editor.tsx'
import { Page } from '../components/page.tsx'
import { graphql, type ResultOf } from '../graphql.ts'
import { titled } from '../i18n/page-title.ts'
import { useWords } from '../i18n/use-words.ts'

export { RouteError as ErrorBoundary } from '../components/route-error.tsx'
export { opensWithText as handle } from '../styles/serif.ts'

export const meta = titled<typeof openedText>(({ data, t }) => data?.text?.title ?? t('texts:ended.title'))

const TextPage = graphql(`
  query TextPage($id: ID!) {
    document(id: $id) {
      id
      title
      kind
      mayWrite
      currentHtml
      finalHtml
      position {
        id
      }
      meeting {
        id
      }
    }
    openText(documentId: $id) {
      until
      withdrawnAt
    }
  }
`)

type Text = NonNullable<ResultOf<typeof TextPage>['document']>

/** A text that is open to a guest, or that was. Who sees what it belongs to reads it there. */
async function openedText({ params, context }: LoaderFunctionArgs) {
  const { document, openText } = await context.query(TextPage, { id: params.id ?? '' })
  if (document?.position) throw redirect(`/positions/${document.position.id}`)
  if (document?.meeting) throw redirect(`/meetings/${document.meeting.id}#minutes`)
  if (openText === null) throw new Response(null, { status: 404 })
  return { text: document, openText, person: { id: context.viewer?.id ?? '' } }
}

export async function loader(args: LoaderFunctionArgs) {
  const page = await openedText(args)
  return data(page, { status: page.text === null ? 410 : 200 })
}

export default function TextRoute() {
  const { id } = useParams()
  return <TextOf key={id} />
}

function TextOf() {
  const loaded = useLoaderData<typeof loader>()
  // Once it is on the page a text stays there, with what was not sent yet, also when it is closed meanwhile: the editor
  // says so.
  const [shown, show] = useState(loaded)
  useEffect(() => {
    if (loaded.text !== null) show(loaded)
  }, [loaded])
  const { text, openText, person } = loaded.text === null ? shown : loaded
  return text === null ? <Ended {...openText} /> : <Open text={text} until={openText.until} person={person} />
}

function Open({ text, until, person }: { text: Text; until: string; person: { id: string } }) {
  const { t, format } = useWords()
  const { revalidate } = useRevalidator()
  const { id, title, kind, mayWrite, currentHtml, finalHtml } = text
  const [couldWrite] = useState(mayWrite)
  const date = format.legalDate(until)
  return (
    <Page
      kicker={t(`texts:one.${kind}`)}
      title={title}
      lede={t(mayWrite ? 'texts:one.mayWrite' : 'texts:one.mayRead', { date })}
      breadcrumb={[{ to: '/texts', label: t('texts:ended.home') }]}
    >
      <div>
        <p role="status" className="mb-4 font-medium empty:mb-0">
          {mayWrite !== couldWrite && t(mayWrite ? 'texts:one.nowWrite' : 'texts:one.nowRead')}
        </p>
        {finalHtml === null ? (
          <LiveEditor
            documentId={id}
            access={mayWrite ? 'write' : 'read'}
            initialHtml={currentHtml}
            person={person}
            onAccess={revalidate}
          />
        ) : (
          <>
            <p className="mb-4 text-sm text-soft">{t('texts:one.final')}</p>
            <StoredText html={finalHtml} />
          </>
        )}
      </div>
    </Page>
  )
}

function Ended({ until, withdrawnAt }: { until: string; withdrawnAt: string | null }) {
  const { t, format } = useWords()
  const since = withdrawnAt === null ? format.legalDate(until) : format.dateTime(withdrawnAt)
  return (
    <Page width="text" title={t('texts:ended.title')} lede={t('texts:ended.lede', { since })}>
      <p>{t('texts:ended.hint')}</p>
      <ButtonLink to="/texts" look="quiet">
        {t('texts:ended.home')}
      </ButtonLink>
    </Page>
  )
}
