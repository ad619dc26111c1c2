import { useWords } from '../../i18n/use-words.ts'
import { Card } from '../card.tsx'
import { DataList } from '../data-list.tsx'
import type { Answer } from '../form.tsx'
import { Time } from '../time.tsx'
import { BallotForm } from './ballot-form.tsx'
import { Fingerprint } from './fingerprint.tsx'
import type { Elector } from './poll-part.ts'

/** The vote of one of the viewer’s organisations: to be cast, or its receipt with the way to change it. */
export function OurVote({ elector, answer }: { elector: Elector; answer: Answer | undefined }) {
  const { t } = useWords()
  const { organisation, ballot, mayCast } = elector
  const form = <BallotForm organisation={organisation} voted={ballot?.choice ?? null} answer={answer} />
  if (ballot === null) return mayCast ? <Card tone="accent">{form}</Card> : null
  return (
    <Card tone="kept">
      <Receipt organisation={organisation.shortName} ballot={ballot} />
      {mayCast && (
        // A new ballot closes it again.
        <details key={ballot.id} className="mt-4" open={answer?.refusal ? true : undefined}>
          <summary className="inline-flex min-h-10 items-center rounded-md border border-edge px-4 py-1.5 font-medium hover:border-accent hover:text-accent">
            {t('polls:vote.change')}
          </summary>
          <div className="mt-4">{form}</div>
        </details>
      )}
    </Card>
  )
}

function Receipt({ organisation, ballot }: { organisation: string; ballot: NonNullable<Elector['ballot']> }) {
  const { t } = useWords()
  return (
    <>
      <h3 className="mb-3 font-semibold">{t('polls:receipt.title')}</h3>
      <DataList
        items={[
          { term: t('polls:receipt.organisation'), value: organisation },
          {
            term: t('polls:receipt.choice'),
            value: <strong>{t(`voting:choice.${ballot.choice}`)}</strong>,
          },
          { term: t('polls:receipt.at'), value: <Time at={ballot.castAt} /> },
          { term: t('polls:receipt.by'), value: ballot.castBy.name },
          {
            term: t('polls:receipt.number'),
            value:
              ballot.number === 1
                ? t('polls:receipt.first')
                : t('polls:receipt.changed', { count: ballot.number - 1 }),
          },
          { term: t('polls:receipt.id'), value: <Fingerprint text={ballot.id} /> },
        ]}
      />
    </>
  )
}
