import { useWords } from '../../i18n/use-words.ts'
import { Button } from '../button.tsx'
import { Dialog } from '../dialog.tsx'
import { type Answer, Form } from '../form.tsx'
import { Section } from '../section.tsx'
import { Table } from '../table.tsx'
import { OurVote } from './our-vote.tsx'
import type { Elector, Poll } from './poll-part.ts'
import { Seats } from './seats.tsx'
import { Subject, VotedText } from './subject.tsx'
import { Turnout } from './turnout.tsx'

/** An open poll: our ballots, who has voted, and for those who hold it the closing. */
export function Open({ poll, answer }: { poll: Poll; answer: Answer | undefined }) {
  const { t } = useWords()
  const casting = poll.electors.filter(elector => elector.mayCast)
  const watching = poll.electors.filter(elector => elector.ours && !elector.mayCast)
  return (
    <>
      <div className="grid gap-x-12 gap-y-10 lg:grid-cols-2">
        <div>
          <Section title={t('polls:vote.title')} id="vote" description={<VotedText poll={poll} />}>
            <div className="space-y-6">
              {poll.whyNotVote !== null && <p className="border-y border-line py-4">{poll.whyNotVote}</p>}
              {[...casting, ...watching].map(elector => (
                <OurVote key={elector.organisation.id} elector={elector} answer={answer} />
              ))}
              <p className="max-w-[65ch] text-sm text-soft">{t('polls:vote.named')}</p>
            </div>
          </Section>
        </div>
        <div className="space-y-10">
          <Section title={t('polls:turnout.title')}>
            <Turnout {...poll.turnout} />
            <div className="mt-8">
              <Seats poll={poll} />
            </div>
          </Section>
          <WhoVotes electors={poll.electors} />
        </div>
      </div>
      <Subject poll={poll} />
      {poll.mayManage && (
        <Section title={t('polls:manage.title')}>
          <Dialog
            trigger={t('polls:manage.closeTitle')}
            title={t('polls:manage.closeTitle')}
            refused={answer?.values?.intent === 'close'}
          >
            <Form intent="close" answer={answer}>
              <p>{t('polls:manage.closeHint')}</p>
              <Button look="danger">{t('polls:manage.close')}</Button>
            </Form>
          </Dialog>
        </Section>
      )}
    </>
  )
}

function WhoVotes({ electors }: { electors: readonly Elector[] }) {
  const { t } = useWords()
  return (
    <details>
      <summary className="link inline-block py-1">{t('polls:named.titleOpen')}</summary>
      <div className="mt-3">
        <Table
          caption={t('polls:named.titleOpen')}
          rows={electors}
          rowKey={elector => elector.organisation.id}
          columns={[
            {
              key: 'organisation',
              header: t('polls:named.organisation'),
              cell: elector => elector.organisation.shortName,
            },
            {
              key: 'state',
              header: t('polls:named.state'),
              cell: elector => t(elector.hasVoted ? 'common:answer.yes' : 'polls:seats.waiting'),
            },
          ]}
        />
      </div>
    </details>
  )
}
