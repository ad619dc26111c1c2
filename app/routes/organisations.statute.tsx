import type { LoaderFunctionArgs } from '@remix-run/node'
import { Link, useLoaderData, useRouteLoaderData } from '@remix-run/react'
import { Plus, Scale } from 'lucide-react'
import { ButtonLink } from '../components/button.tsx'
import { EmptyState } from '../components/empty-state.tsx'
import { FederationParts } from '../components/organisations/parts.tsx'
import { RuleInWords } from '../components/organisations/rule-words.tsx'
import { Page } from '../components/page.tsx'
import { Section } from '../components/section.tsx'
import { Badge, Status } from '../components/status.tsx'
import { graphql, type ResultOf } from '../graphql.ts'
import { titled } from '../i18n/page-title.ts'
import { useWords } from '../i18n/use-words.ts'
import type { loader as rootLoader } from '../root.tsx'

export { RouteError as ErrorBoundary } from '../components/route-error.tsx'

export const meta = titled('organisations:statute.title')

const StatuteRules = graphql(`
  query StatuteRules {
    viewer {
      managesFederation
    }
    entitledToday
    statuteRules {
      id
      name
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
      inForce
      mayManage
    }
  }
`)

type Rule = ResultOf<typeof StatuteRules>['statuteRules'][number]

export function loader({ context }: LoaderFunctionArgs) {
  return context.query(StatuteRules)
}

export default function StatutePage() {
  const { t } = useWords()
  const { viewer, entitledToday, statuteRules } = useLoaderData<typeof loader>()
  const demo = useRouteLoaderData<typeof rootLoader>('root')?.demo
  const add = viewer.managesFederation && (
    <ButtonLink to="/organisations/statute/new" icon={Plus}>
      {t('organisations:statute.add')}
    </ButtonLink>
  )
  return (
    <Page
      title={t('organisations:statute.title')}
      lede={t('organisations:statute.lede')}
      actions={statuteRules.length > 0 && add}
    >
      <FederationParts />
      {statuteRules.length === 0 ? (
        <EmptyState
          icon={Scale}
          title={t('organisations:statute.none')}
          hint={t('organisations:statute.noneHint')}
          action={add}
        />
      ) : (
        <div className="space-y-1 text-sm text-soft">
          {demo && <p>{t('organisations:statute.exampleArticles')}</p>}
          <p>{t('organisations:statute.ofToday', { count: entitledToday })}:</p>
        </div>
      )}
      {statuteRules.map(rule => (
        <RuleSection key={rule.id} rule={rule} entitled={entitledToday} />
      ))}
    </Page>
  )
}

function RuleSection({ rule, entitled }: { rule: Rule; entitled: number }) {
  const { t, format } = useWords()
  const { id, name, validFrom, validUntil } = rule
  const from = format.legalDate(validFrom, 'short')
  return (
    <Section
      id={id}
      title={name}
      actions={
        rule.mayManage && (
          <Link
            to={`/organisations/statute/${id}`}
            className="link"
            aria-label={t('organisations:statute.editOf', { name })}
          >
            {t('organisations:statute.edit')}
          </Link>
        )
      }
    >
      <p className="mb-3 flex flex-wrap items-center gap-x-3 gap-y-1.5 text-sm">
        <Badge>{t(`organisations:statute.kind.${rule.decisionKind}`)}</Badge>
        <span className="font-medium">{rule.article}</span>
        <span className="text-soft">
          {validUntil === null
            ? t('organisations:statute.valid', { from })
            : t('organisations:statute.validUntil', { from, to: format.legalDate(validUntil, 'short') })}
        </span>
        {!rule.inForce && <Status>{t('organisations:statute.notInForce')}</Status>}
      </p>
      <RuleInWords numbers={rule} entitled={entitled} />
    </Section>
  )
}
