import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { Form as RemixForm, useActionData, useLoaderData } from '@remix-run/react'
import { refused } from '../answered.server.ts'
import { Button, ButtonLink } from '../components/button.tsx'
import { EmptyState } from '../components/empty-state.tsx'
import { Field } from '../components/field.tsx'
import { Page } from '../components/page.tsx'
import { PollForm } from '../components/polls/poll-form.tsx'
import { pollInput } from '../components/polls/poll-input.ts'
import { redirectWithFlash } from '../flash.server.ts'
import { graphql } from '../graphql.ts'
import type { Locale } from '../i18n/index.ts'
import { titled } from '../i18n/page-title.ts'
import { createTranslator } from '../i18n/translate.ts'
import { useWords } from '../i18n/use-words.ts'
import { RefusalFields } from '../refused.ts'

export { RouteError as ErrorBoundary } from '../components/route-error.tsx'

export const meta = titled('polls:form.newTitle')

const NewPollPage = graphql(`
  query NewPollPage($positionId: ID!, $chosen: Boolean!) {
    mayManagePolls
    positions(first: 200) @skip(if: $chosen) {
      nodes {
        id
        title
        status
      }
    }
    position(id: $positionId) @include(if: $chosen) {
      id
      titleRo
      titleEn
      title
      document {
        versions {
          id
          number
          name
        }
      }
    }
    pollRules @include(if: $chosen) {
      id
      name
      article
      entitled
      quorumWords
      majorityWords
    }
  }
`)

const CreatePoll = graphql(
  `
    mutation CreatePoll($input: CreatePollInput!) {
      createPoll(input: $input) {
        __typename
        ... on Poll {
          id
        }
        ...RefusalFields
      }
    }
  `,
  [RefusalFields],
)

export async function loader({ request, context }: LoaderFunctionArgs) {
  const asked = new URL(request.url).searchParams
  const positionId = asked.get('position') ?? ''
  const data = await context.query(NewPollPage, { positionId, chosen: positionId !== '' })
  if (!data.mayManagePolls) throw new Response(null, { status: 403 })
  if (positionId !== '' && !data.position) throw new Response(null, { status: 404 })
  // Each question begins in its own language, whichever the page is in.
  const suggested = (locale: Locale, title: string) =>
    title === '' ? '' : createTranslator(locale)('polls:form.questionDefault', { title })
  return {
    ...data,
    versionId: asked.get('version'),
    questionRo: suggested('ro', data.position?.titleRo ?? ''),
    questionEn: suggested('en', data.position?.titleEn ?? ''),
  }
}

export async function action({ request, context }: ActionFunctionArgs) {
  const form = await request.formData()
  const positionId = new URL(request.url).searchParams.get('position') ?? ''
  const { createPoll } = await context.mutate(CreatePoll, { input: { positionId, ...pollInput(form) } })
  if (createPoll.__typename === 'Refusal') return refused(createPoll, form)
  return redirectWithFlash(`/polls/${createPoll.id}`, 'polls:form.created')
}

export default function NewPoll() {
  const { t } = useWords()
  const { positions, position, pollRules, versionId, questionRo, questionEn } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const page = {
    title: t('polls:form.newTitle'),
    lede: t('polls:form.newLede'),
    breadcrumb: [{ to: '/polls', label: t('polls:title') }],
    width: 'text' as const,
  }
  if (!position) {
    const votable = (positions?.nodes ?? []).filter(({ status }) => !['voting', 'adopted'].includes(status))
    return (
      <Page {...page}>
        <RemixForm method="get" className="space-y-6">
          <Field
            kind="select"
            name="position"
            required
            label={t('polls:form.position')}
            hint={t('polls:form.positionHint')}
            options={votable.map(({ id, title }) => ({ value: id, label: title }))}
          />
          <Button>{t('polls:form.choosePosition')}</Button>
        </RemixForm>
      </Page>
    )
  }
  const { versions } = position.document
  return (
    <Page {...page} kicker={position.title}>
      {versions.length === 0 ? (
        <EmptyState
          title={t('polls:form.noVersions')}
          hint={t('polls:form.noVersionsHint')}
          action={<ButtonLink to={`/positions/${position.id}`}>{t('polls:form.toPosition')}</ButtonLink>}
        />
      ) : (
        <PollForm
          answer={answer}
          values={{
            versionId: versions.find(({ id }) => id === versionId)?.id ?? versions[0]?.id,
            questionRo,
            questionEn,
            ruleId: pollRules?.[0]?.id,
          }}
          versions={versions}
          rules={pollRules ?? []}
          submit={t('polls:form.create')}
        />
      )}
    </Page>
  )
}
