import { Circle, Minus, Plus } from 'lucide-react'
import { useWords } from '../../i18n/use-words.ts'
import { Section } from '../section.tsx'
import { Status } from '../status.tsx'
import { Table } from '../table.tsx'
import { Time } from '../time.tsx'
import { CountTrail } from './count-trail.tsx'
import type { Elector, Poll } from './poll-part.ts'
import { Seats } from './seats.tsx'
import { Subject } from './subject.tsx'

/** A closed poll: the seats, how it was counted, and who voted how. */
export function Closed({ poll }: { poll: Poll }) {
  const { t } = useWords()
  return (
    <div className="grid gap-x-12 gap-y-10 lg:grid-cols-2">
      <div className="space-y-10">
        <Section title={t('polls:result.title')} id="result">
          <Seats poll={poll} />
        </Section>
        {poll.result && (
          <Section title={t('polls:result.trail')} description={t('polls:result.trailHint')}>
            <CountTrail statements={poll.result.trail} />
          </Section>
        )}
        <Subject poll={poll} />
      </div>
      <Section title={t('polls:named.title')} id="votes">
        <NamedVotes electors={poll.electors} />
      </Section>
    </div>
  )
}

function NamedVotes({ electors }: { electors: readonly Elector[] }) {
  const { t } = useWords()
  return (
    <Table
      caption={t('polls:named.title')}
      rows={electors}
      rowKey={elector => elector.organisation.id}
      columns={[
        {
          key: 'organisation',
          header: t('polls:named.organisation'),
          cell: elector => elector.organisation.shortName,
        },
        {
          key: 'choice',
          header: t('polls:named.choice'),
          beside: true,
          cell: ({ ballot }) => <Choice choice={ballot?.choice ?? null} />,
        },
        {
          key: 'at',
          header: t('polls:named.at'),
          cell: ({ ballot }) =>
            ballot && (
              <span className="text-sm text-soft">
                <Time at={ballot.castAt} length="short" />
                {ballot.number > 1 && (
                  <span className="block">{t('polls:receipt.changed', { count: ballot.number - 1 })}</span>
                )}
              </span>
            ),
        },
      ]}
    />
  )
}

const signs = { yes: Plus, no: Minus, abstain: Circle }
const tones = { yes: 'kept', no: 'late', abstain: 'neutral' } as const

function Choice({ choice }: { choice: keyof typeof signs | null }) {
  const { t } = useWords()
  if (choice === null) return <span className="text-soft">{t('voting:choice.none')}</span>
  return (
    <Status tone={tones[choice]} icon={signs[choice]}>
      {t(`voting:choice.${choice}`)}
    </Status>
  )
}
