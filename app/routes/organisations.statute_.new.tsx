import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { refused } from '../answered.server.ts'
import { Button, ButtonLink } from '../components/button.tsx'
import { Form } from '../components/form.tsx'
import { RuleFields, useRuleLabels } from '../components/organisations/rule-fields.tsx'
import { ruleTyped } from '../components/organisations/rule-input.ts'
import { Page } from '../components/page.tsx'
import { redirectWithFlash } from '../flash.server.ts'
import { graphql } from '../graphql.ts'
import { titled } from '../i18n/page-title.ts'
import { useWords } from '../i18n/use-words.ts'
import { RefusalFields } from '../refused.ts'
import { secretariatOnly } from '../secretariat-only.ts'

export { RouteError as ErrorBoundary } from '../components/route-error.tsx'

export const meta = titled('organisations:statute.newTitle')

const EntitledToday = graphql(`
  query EntitledToday {
    entitledToday
  }
`)

const CreateStatuteRule = graphql(
  `
    mutation CreateStatuteRule($input: StatuteRuleInput!) {
      createStatuteRule(input: $input) {
        __typename
        ...RefusalFields
      }
    }
  `,
  [RefusalFields],
)

/** What most statutes ask, to begin from: half of the members, and more yes than no. */
const usual = {
  decisionKind: 'position',
  article: '',
  quorumKind: 'participation',
  quorumNumerator: 1,
  quorumDenominator: 2,
  quorumStrict: false,
  majorityNumerator: 1,
  majorityDenominator: 2,
  majorityStrict: true,
  majorityBase: 'yes_no',
} as const

export async function loader({ context }: LoaderFunctionArgs) {
  await secretariatOnly(context)
  return context.query(EntitledToday)
}

export async function action({ request, context }: ActionFunctionArgs) {
  const form = await request.formData()
  const { createStatuteRule } = await context.mutate(CreateStatuteRule, { input: ruleTyped(form) })
  if (createStatuteRule.__typename === 'Refusal') return refused(createStatuteRule, form)
  return redirectWithFlash('/organisations/statute', 'organisations:statute.saved')
}

export default function NewRule() {
  const { t } = useWords()
  const { entitledToday } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  return (
    <Page
      title={t('organisations:statute.newTitle')}
      width="text"
      breadcrumb={[{ to: '/organisations/statute', label: t('organisations:statute.title') }]}
    >
      <Form values={usual} answer={answer} labels={useRuleLabels()}>
        <RuleFields entitled={entitledToday} stored={usual} />
        <div className="flex flex-wrap gap-3">
          <Button>{t('organisations:statute.save')}</Button>
          <ButtonLink to="/organisations/statute" look="quiet">
            {t('organisations:form.cancel')}
          </ButtonLink>
        </div>
      </Form>
    </Page>
  )
}
