import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { refused } from '../answered.server.ts'
import { Button, ButtonLink } from '../components/button.tsx'
import { Form } from '../components/form.tsx'
import { RuleFields, useRuleLabels, useRuleValues } from '../components/organisations/rule-fields.tsx'
import { ruleTyped } from '../components/organisations/rule-input.ts'
import { Page } from '../components/page.tsx'
import { redirectWithFlash } from '../flash.server.ts'
import { graphql } from '../graphql.ts'
import { titled } from '../i18n/page-title.ts'
import { useWords } from '../i18n/use-words.ts'
import { RefusalFields } from '../refused.ts'
import { revisionTyped } from '../revision-typed.ts'

export { RouteError as ErrorBoundary } from '../components/route-error.tsx'

export const meta = titled('organisations:statute.editTitle')

const RuleToEdit = graphql(`
  query RuleToEdit($id: ID!) {
    entitledToday
    statuteRule(id: $id) {
      id
      nameRo
      nameEn
      decisionKind
      article
      quorumKind
      quorumNumerator
      quorumDenominator
      quorumStrict
      majorityNumerator
      majorityDenominator
      majorityStrict
      majorityBase
      validFrom
      validUntil
      revision
      mayManage
    }
  }
`)

const ChangeStatuteRule = graphql(
  `
    mutation ChangeStatuteRule($id: ID!, $revision: Int!, $input: StatuteRuleInput!) {
      changeStatuteRule(id: $id, revision: $revision, input: $input) {
        __typename
        ...RefusalFields
      }
    }
  `,
  [RefusalFields],
)

export async function loader({ params, context }: LoaderFunctionArgs) {
  const { statuteRule, entitledToday } = await context.query(RuleToEdit, { id: params.id ?? '' })
  if (statuteRule === null) throw new Response(null, { status: 404 })
  if (!statuteRule.mayManage) throw new Response(null, { status: 403 })
  return { rule: statuteRule, entitledToday }
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const form = await request.formData()
  const { changeStatuteRule } = await context.mutate(ChangeStatuteRule, {
    id: params.id ?? '',
    revision: revisionTyped(form),
    input: ruleTyped(form),
  })
  if (changeStatuteRule.__typename === 'Refusal') return refused(changeStatuteRule, form)
  return redirectWithFlash('/organisations/statute', 'organisations:statute.saved')
}

export default function EditRule() {
  const { t } = useWords()
  const { rule, entitledToday } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  return (
    <Page
      title={t('organisations:statute.editTitle')}
      lede={t('organisations:statute.editNote')}
      width="text"
      breadcrumb={[{ to: '/organisations/statute', label: t('organisations:statute.title') }]}
    >
      {/* After a refusal only what was typed counts: a box that was unticked must not come back ticked. */}
      <Form
        values={rule}
        answer={answer}
        revision={rule.revision}
        labels={useRuleLabels()}
        shown={useRuleValues()}
      >
        <RuleFields entitled={entitledToday} stored={rule} />
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
