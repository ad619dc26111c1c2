import { Link } from '@remix-run/react'
import { graphql, type ResultOf } from '../../graphql.ts'
import { useWords } from '../../i18n/use-words.ts'
import { DataList } from '../data-list.tsx'
import type { Answer } from '../form.tsx'
import { Section } from '../section.tsx'
import { LegalDate, Time } from '../time.tsx'
import { Consultation } from './consultation.tsx'
import { Titles } from './titles.tsx'

export const PositionFactsPart = graphql(`
  fragment PositionFactsPart on Position {
    status
    titleRo
    titleEn
    revision
    consultationEndsOn
    createdAt
    mayEdit
    mayConsult
    dossier {
      id
      title
    }
    lead {
      id
      name
    }
  }
`)

/** What the position belongs to, who leads it, and for those who do: its titles and its consultation. */
export function PositionFacts({
  position,
  answer,
}: {
  position: ResultOf<typeof PositionFactsPart>
  answer?: Answer | null
}) {
  const { t } = useWords()
  const { dossier, lead, status, consultationEndsOn, createdAt } = position
  return (
    <Section title={t('positions:page.about')} compact id="about">
      <DataList
        items={[
          {
            term: t('positions:page.dossier'),
            value: (
              <Link to={`/dossiers/${dossier.id}`} prefetch="intent" className="link">
                {dossier.title}
              </Link>
            ),
          },
          {
            term: t('positions:page.lead'),
            value: (
              <Link to={`/organisations/${lead.id}`} prefetch="intent" className="link">
                {lead.name}
              </Link>
            ),
          },
          {
            term: t('positions:page.consultation'),
            value: consultationEndsOn && (
              <>
                {t('positions:page.until')}{' '}
                <LegalDate date={consultationEndsOn} relative={status === 'consultation'} />
              </>
            ),
          },
          { term: t('positions:page.created'), value: <Time at={createdAt} show="date" /> },
        ]}
      />
      <div className="mt-2">
        {position.mayConsult && <Consultation status={status} endsOn={consultationEndsOn} answer={answer} />}
        {position.mayEdit && <Titles position={position} answer={answer} />}
      </div>
    </Section>
  )
}
