import { CalendarClock, Check } from 'lucide-react'
import { graphql, type ResultOf } from '../../graphql.ts'
import type { Format } from '../../i18n/format.ts'
import { useWords } from '../../i18n/use-words.ts'
import { Button } from '../button.tsx'
import { Disclosure } from '../disclosure.tsx'
import { EmptyState } from '../empty-state.tsx'
import { Field } from '../field.tsx'
import { type Answer, Form } from '../form.tsx'
import { Section } from '../section.tsx'
import { Status } from '../status.tsx'
import { Table } from '../table.tsx'
import { LegalDate } from '../time.tsx'
import { useSaved } from '../use-saved.ts'

export const DossierDeadlinesPart = graphql(`
  fragment DossierDeadlinesPart on Dossier {
    mayManage
    deadlines {
      id
      title
      date
      legalBasis
      doneAt
    }
    stageLine {
      expected {
        name
        date
        bound
        source
        confirmed
      }
    }
  }
`)

type Dossier = ResultOf<typeof DossierDeadlinesPart>

/** A day that was set, or one that follows from the law: the two stand side by side and never overwrite each other. */
type Day =
  | ({ kind: 'stated' } & Dossier['deadlines'][number])
  | ({ kind: 'computed' } & Dossier['stageLine'][number]['expected'][number])

/** What is due, soonest first; what is done comes last. */
export function DossierDeadlines({ dossier, answer }: { dossier: Dossier; answer?: Answer | null }) {
  const { t } = useWords()
  const { deadlines, stageLine, mayManage } = dossier
  const saved = useSaved('deadline', answer)
  const ahead: Day[] = [
    ...deadlines.filter(({ doneAt }) => doneAt === null).map(each => ({ kind: 'stated' as const, ...each })),
    ...stageLine.flatMap(({ expected }) => expected.map(each => ({ kind: 'computed' as const, ...each }))),
  ].sort((a, b) => (a.date < b.date ? -1 : 1))
  const done: Day[] = deadlines
    .filter(({ doneAt }) => doneAt !== null)
    .map(each => ({ kind: 'stated' as const, ...each }))
  return (
    <Section title={t('dossiers:deadlines.title')} id="deadlines" description={t('dossiers:deadlines.lede')}>
      <div className="space-y-4">
        <Days days={[...ahead, ...done.reverse()]} mayManage={mayManage} />
        {mayManage && (
          <Disclosure
            key={saved}
            summary={t('dossiers:deadlines.add')}
            open={answer?.values?.intent === 'deadline'}
          >
            <Form
              intent="deadline"
              answer={answer}
              labels={{
                titleRo: t('dossiers:deadlines.titleRo'),
                titleEn: t('dossiers:deadlines.titleEn'),
                date: t('dossiers:deadlines.date'),
                legalBasis: t('dossiers:deadlines.basis'),
              }}
            >
              <Field name="titleRo" label={t('dossiers:deadlines.titleRo')} required maxLength={300} />
              <Field name="titleEn" label={t('dossiers:deadlines.titleEn')} maxLength={300} />
              <Field kind="date" name="date" label={t('dossiers:deadlines.date')} required />
              <Field
                name="legalBasis"
                label={t('dossiers:deadlines.basis')}
                hint={t('dossiers:deadlines.basisHint')}
                maxLength={300}
              />
              <Button>{t('dossiers:deadlines.save')}</Button>
            </Form>
          </Disclosure>
        )}
      </div>
    </Section>
  )
}

function Days({ days, mayManage }: { days: readonly Day[]; mayManage: boolean }) {
  const { t } = useWords()
  return (
    <Table
      caption={t('dossiers:deadlines.caption')}
      rows={days}
      rowKey={day => (day.kind === 'stated' ? day.id : `${day.name} ${day.date}`)}
      empty={
        <EmptyState
          icon={CalendarClock}
          title={t('dossiers:deadlines.empty')}
          hint={t('dossiers:deadlines.emptyHint')}
        />
      }
      columns={[
        {
          key: 'what',
          header: t('dossiers:deadlines.what'),
          cell: day => (day.kind === 'stated' ? day.title : day.name),
        },
        {
          key: 'when',
          header: t('dossiers:deadlines.when'),
          cell: day => <When day={day} />,
        },
        { key: 'basis', header: t('dossiers:deadlines.basis'), cell: day => <Basis day={day} /> },
        {
          key: 'state',
          header: t('dossiers:deadlines.state'),
          cell: day => <Standing day={day} mayManage={mayManage} />,
        },
      ]}
    />
  )
}

function When({ day }: { day: Day }) {
  const { format } = useWords()
  return (
    <>
      <LegalDate date={day.date} length="short" />
      {(day.kind === 'computed' || day.doneAt === null) && (
        <span className="block text-sm whitespace-nowrap text-soft">{format.relativeDay(day.date)}</span>
      )}
    </>
  )
}

function Basis({ day }: { day: Day }) {
  const { t } = useWords()
  if (day.kind === 'stated') return day.legalBasis
  return (
    <>
      {day.source}
      {!day.confirmed && <span className="block text-sm text-due">{t('procedure:unconfirmed')}</span>}
    </>
  )
}

function Standing({ day, mayManage }: { day: Day; mayManage: boolean }) {
  const { t, format } = useWords()
  if (day.kind === 'computed') return <Status>{t('dossiers:deadlines.computed')}</Status>
  if (day.doneAt !== null)
    return (
      <Status tone="kept">
        {t('dossiers:deadlines.doneOn', { date: format.date(day.doneAt, 'short') })}
      </Status>
    )
  const tone = toneOf(day.date, format)
  return (
    <div className="flex flex-wrap items-center gap-x-3 gap-y-2">
      <Status tone={tone}>
        {t(tone === 'late' ? 'dossiers:deadlines.late' : 'dossiers:deadlines.open')}
      </Status>
      {mayManage && (
        <Form intent="done" preventScrollReset>
          <Button
            look="quiet"
            icon={Check}
            name="deadline"
            value={day.id}
            aria-label={t('dossiers:deadlines.markDone', { title: day.title })}
          >
            {t('dossiers:deadlines.done')}
          </Button>
        </Form>
      )}
    </div>
  )
}

/** Amber in the last month before the day, red after it. */
function toneOf(date: string, format: Format): 'late' | 'due' | 'neutral' {
  const days = format.daysUntil(date)
  return days < 0 ? 'late' : days <= 30 ? 'due' : 'neutral'
}
