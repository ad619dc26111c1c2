import { Link } from '@remix-run/react'
import { useWords } from '../../i18n/use-words.ts'
import { DataList } from '../data-list.tsx'
import { Section } from '../section.tsx'
import { Time } from '../time.tsx'
import { Fingerprint } from './fingerprint.tsx'
import type { Poll } from './poll-part.ts'

/** The version that the ballots are about, and the way to read it. */
export function VotedText({ poll: { position, version } }: { poll: Poll }) {
  const { t } = useWords()
  return (
    <>
      {version.name === ''
        ? t('polls:page.versionNumber', { number: version.number })
        : t('polls:page.versionNamed', { number: version.number, name: version.name })}{' '}
      <Link
        to={`/positions/${position.id}/versions/${version.number}`}
        prefetch="intent"
        className="link inline-block"
      >
        {t('polls:page.read')}
      </Link>
    </>
  )
}

/** Exactly which text, under which rule: what the ballots are about. */
export function Subject({ poll }: { poll: Poll }) {
  const { t, format } = useWords()
  const { position, version, rule } = poll
  const by = (at: string, person: { name: string } | null) =>
    person === null
      ? t('polls:page.byClock', { when: format.dateTime(at) })
      : t('polls:page.by', { when: format.dateTime(at), name: person.name })
  return (
    <Section title={t(poll.status === 'closed' ? 'polls:page.subjectClosed' : 'polls:page.subject')}>
      <DataList
        items={[
          {
            term: t('polls:page.position'),
            value: (
              <Link to={`/positions/${position.id}`} prefetch="intent" className="link">
                {position.title}
              </Link>
            ),
          },
          {
            term: t('polls:page.version'),
            value: <VotedText poll={poll} />,
          },
          { term: t('polls:page.frozen'), value: <Time at={version.frozenAt} /> },
          {
            term: t('polls:page.hash'),
            value: (
              <>
                <Fingerprint text={version.hash} />
                <span className="block text-sm text-soft">{t('polls:page.hashHint')}</span>
              </>
            ),
          },
          {
            term: t('polls:page.rule'),
            value: (
              <>
                {rule.name} <span className="text-soft">{t('voting:cites', { article: rule.article })}</span>
                <span className="block text-sm text-soft">{rule.quorumWords}</span>
                <span className="block text-sm text-soft">{rule.majorityWords}</span>
              </>
            ),
          },
          { term: t('polls:page.opened'), value: poll.openedAt && by(poll.openedAt, poll.openedBy) },
          {
            term: t('polls:page.closes'),
            value:
              poll.status === 'closed' ? null : poll.closesAt ? (
                <Time at={poll.closesAt} />
              ) : (
                t('polls:page.byHand')
              ),
          },
          { term: t('polls:page.closed'), value: poll.closedAt && by(poll.closedAt, poll.closedBy) },
        ]}
      />
    </Section>
  )
}
