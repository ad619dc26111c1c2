import { Link } from '@remix-run/react'
import { graphql, type ResultOf } from '../../graphql.ts'
import { useWords } from '../../i18n/use-words.ts'
import { DataList } from '../data-list.tsx'
import { Section } from '../section.tsx'
import { Time } from '../time.tsx'

export const DossierFactsPart = graphql(`
  fragment DossierFactsPart on Dossier {
    updatedAt
    identifiers {
      kind
      value
    }
    institution {
      name
      acronym
      website
    }
    lead {
      id
      name
    }
    workingGroup {
      name
    }
  }
`)

/** Its numbers, and who deals with it on either side. */
export function DossierFacts({ dossier }: { dossier: ResultOf<typeof DossierFactsPart> }) {
  const { t } = useWords()
  const { identifiers, institution, lead, workingGroup, updatedAt } = dossier
  return (
    <Section title={t('dossiers:detail.facts')} id="facts">
      <DataList
        items={[
          {
            term: t('dossiers:detail.identifiers'),
            value: identifiers.length > 0 && (
              <ul className="space-y-1">
                {identifiers.map(({ kind, value }) => (
                  <li key={`${kind} ${value}`} className="wrap-anywhere tabular-nums">
                    {value}
                    {unnamed.includes(kind) && (
                      <span className="text-sm text-soft"> · {t(`procedure:identifier.${kind}`)}</span>
                    )}
                  </li>
                ))}
              </ul>
            ),
          },
          {
            term: t('dossiers:detail.institution'),
            value: institution && (
              <>
                {institution.website ? (
                  <a href={institution.website} rel="noreferrer" className="link">
                    {institution.name}
                  </a>
                ) : (
                  institution.name
                )}
                {institution.acronym && ` (${institution.acronym})`}
              </>
            ),
          },
          {
            term: t('dossiers:detail.lead'),
            value: lead && (
              <Link to={`/organisations/${lead.id}`} prefetch="intent" className="link">
                {lead.name}
              </Link>
            ),
          },
          { term: t('dossiers:detail.group'), value: workingGroup?.name },
          { term: t('dossiers:detail.changed'), value: <Time at={updatedAt} show="date" /> },
        ]}
      />
    </Section>
  )
}

/** Numbers that do not say by themselves what they are. */
const unnamed = ['celex', 'eli', 'eu_procedure']
