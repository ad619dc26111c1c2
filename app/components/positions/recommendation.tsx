import { Contrast, ExternalLink } from 'lucide-react'
import { useWords } from '../../i18n/use-words.ts'
import { Button } from '../button.tsx'
import { type Outcome, wordOf } from '../charts/outcome-bar.tsx'
import { Disclosure } from '../disclosure.tsx'
import { Field } from '../field.tsx'
import { FlashMessage } from '../flash.tsx'
import { type Answer, Form } from '../form.tsx'
import { Status, type Tone } from '../status.tsx'
import { LegalDate } from '../time.tsx'
import { useSaved } from '../use-saved.ts'

export const followUpOutcomes = ['taken_over', 'in_part', 'rejected', 'no_answer'] as const

const tones: Record<NonNullable<Outcome> | 'unknown', Tone> = {
  taken_over: 'kept',
  in_part: 'kept',
  rejected: 'late',
  no_answer: 'due',
  unknown: 'neutral',
}

interface Entry {
  id: string
  outcome: NonNullable<Outcome>
  date: string
  evidence: string
  sourceUrl: string
  recordedBy: { name: string } | null
}

/** One recommendation, what became of it with the evidence, what was known before, and the form for what is new. */
export function RecommendationFollowUp({
  recommendation,
  mayFollowUp,
  answer,
}: {
  recommendation: { id: string; number: number; text: string; followUps: readonly Entry[] }
  mayFollowUp: boolean
  answer?: Answer | null
}) {
  const { t } = useWords()
  const { id, number, text, followUps } = recommendation
  const [latest, ...earlier] = followUps
  const outcome = latest?.outcome ?? null
  return (
    <li id={id} className="grid gap-x-8 gap-y-3 py-6 sm:grid-cols-[2rem_minmax(0,1fr)]">
      <span aria-hidden className="text-xl font-semibold text-soft tabular-nums">
        {number}
      </span>
      <div className="min-w-0 space-y-3">
        <h3 className="sr-only">{t('positions:followUp.recommendation', { number })}</h3>
        <p className="max-w-[68ch] font-serif text-lg whitespace-pre-line">{text}</p>
        <FlashMessage at={id} />
        <OutcomeStatus outcome={outcome} />
        {latest ? (
          <EntryDetails entry={latest} />
        ) : (
          <p className="text-sm text-soft">{t('positions:followUp.nothing')}</p>
        )}
        {earlier.length > 0 && (
          <Disclosure summary={t('positions:followUp.history', { count: earlier.length })}>
            <ul className="space-y-4">
              {earlier.map(entry => (
                <li key={entry.id} className="space-y-2">
                  <OutcomeStatus outcome={entry.outcome} />
                  <EntryDetails entry={entry} />
                </li>
              ))}
            </ul>
          </Disclosure>
        )}
        {mayFollowUp && <FollowUpForm id={id} number={number} answer={answer} />}
      </div>
    </li>
  )
}

function OutcomeStatus({ outcome }: { outcome: Outcome }) {
  const { t } = useWords()
  return (
    <Status tone={tones[outcome ?? 'unknown']} icon={outcome === 'in_part' ? Contrast : undefined}>
      {t(wordOf(outcome))}
    </Status>
  )
}

function EntryDetails({ entry }: { entry: Entry }) {
  const { t } = useWords()
  return (
    <div className="max-w-[68ch] text-sm">
      <p className="whitespace-pre-line">{entry.evidence}</p>
      <p className="mt-1 flex flex-wrap gap-x-3 text-soft">
        <LegalDate date={entry.date} />
        {entry.recordedBy && <span>{t('positions:followUp.recordedBy', entry.recordedBy)}</span>}
        {entry.sourceUrl !== '' && (
          <a href={entry.sourceUrl} rel="noopener noreferrer" className="link inline-flex items-center gap-1">
            {t('positions:followUp.source')}
            <ExternalLink aria-hidden className="size-3.5" />
          </a>
        )}
      </p>
    </div>
  )
}

function FollowUpForm({ id, number, answer }: { id: string; number: number; answer?: Answer | null }) {
  const { t, format } = useWords()
  const intent = `followUp ${id}`
  const saved = useSaved(intent, answer)
  return (
    <Disclosure
      key={saved}
      summary={t('positions:followUp.record')}
      open={answer?.values?.intent === intent && Boolean(answer.refusal)}
    >
      <Form
        intent={intent}
        answer={answer}
        preventScrollReset
        labels={{
          outcome: t('positions:followUp.outcome'),
          date: t('positions:followUp.date'),
          evidence: t('positions:followUp.evidence'),
          sourceUrl: t('positions:followUp.sourceUrl'),
        }}
      >
        <p className="sr-only">{t('positions:followUp.recordOf', { number })}</p>
        <Field
          kind="radio"
          name="outcome"
          label={t('positions:followUp.outcome')}
          options={followUpOutcomes.map(value => ({ value, label: t(wordOf(value)) }))}
          required
        />
        <Field
          kind="date"
          name="date"
          label={t('positions:followUp.date')}
          hint={t('positions:followUp.dateHint')}
          max={format.today}
          required
        />
        <Field
          kind="textarea"
          name="evidence"
          label={t('positions:followUp.evidence')}
          hint={t('positions:followUp.evidenceHint')}
          maxLength={4000}
          required
        />
        <Field kind="url" name="sourceUrl" label={t('positions:followUp.sourceUrl')} maxLength={2000} />
        <Button>{t('positions:followUp.save')}</Button>
      </Form>
    </Disclosure>
  )
}
