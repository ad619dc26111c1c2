import { Link } from '@remix-run/react'
import { graphql, type ResultOf } from '../../graphql.ts'
import { useWords } from '../../i18n/use-words.ts'
import { EmptyState } from '../empty-state.tsx'
import { Section } from '../section.tsx'

export const AgendaPart = graphql(`
  fragment AgendaPart on Meeting {
    mayManage
    agenda {
      id
      number
      title
      dossier {
        id
        title
      }
      position {
        id
        title
      }
    }
  }
`)

/** What is spoken about, in order, with the dossiers and positions that it is about. */
export function Agenda({ meeting: { agenda, mayManage } }: { meeting: ResultOf<typeof AgendaPart> }) {
  const { t } = useWords()
  return (
    <Section title={t('meetings:agenda.title')} id="agenda">
      {agenda.length === 0 ? (
        <EmptyState title={t('meetings:agenda.empty')} hint={mayManage && t('meetings:agenda.emptyHint')} />
      ) : (
        <ol className="divide-y divide-line border-y border-line">
          {agenda.map(({ id, number, title, dossier, position }) => (
            <li key={id} className="grid grid-cols-[2rem_minmax(0,1fr)] py-3">
              <span className="text-soft tabular-nums">{number}.</span>
              <div className="min-w-0">
                <p className="font-medium">{title}</p>
                {dossier && (
                  <p className="mt-0.5 text-sm">
                    <span className="text-soft">{t('meetings:agenda.dossier')}: </span>
                    <Link to={`/dossiers/${dossier.id}`} prefetch="intent" className="link">
                      {dossier.title}
                    </Link>
                  </p>
                )}
                {position && (
                  <p className="mt-0.5 text-sm">
                    <span className="text-soft">{t('meetings:agenda.position')}: </span>
                    <Link to={`/positions/${position.id}`} prefetch="intent" className="link">
                      {position.title}
                    </Link>
                  </p>
                )}
              </div>
            </li>
          ))}
        </ol>
      )}
    </Section>
  )
}
