import { inBucharest } from '../../i18n/format.ts'
import { useWords } from '../../i18n/use-words.ts'
import { dayTyped } from '../../typed-time.ts'
import { Field, type Option } from '../field.tsx'

/**
 * A stage that was reached: which one, when, how exactly that is known, where it is written. `prefix` stands before
 * the fields' names; `free` lets people name a stage that is not listed.
 */
export function StepFields({
  stages,
  free,
  prefix = '',
}: {
  stages: readonly Option[]
  free: boolean
  prefix?: string
}) {
  const { t, format } = useWords()
  const today = inBucharest(format.now).date
  return (
    <>
      <Field
        kind="select"
        name={`${prefix}stage`}
        label={t('dossiers:way.chosen')}
        required={!free}
        options={stages}
      />
      {free && (
        <Field
          name={`${prefix}other`}
          label={t('dossiers:way.other')}
          hint={t('dossiers:way.otherHint')}
          maxLength={120}
        />
      )}
      <div className="grid gap-6 sm:grid-cols-2">
        <Field kind="date" name={`${prefix}date`} label={t('dossiers:way.date')} required max={today} />
        <Field
          kind="select"
          name={`${prefix}precision`}
          label={t('dossiers:way.precision')}
          required
          empty={null}
          defaultValue="day"
          options={[
            { value: 'day', label: t('dossiers:way.precisionDay') },
            { value: 'month', label: t('dossiers:way.precisionMonth') },
            { value: 'year', label: t('dossiers:way.precisionYear') },
          ]}
        />
      </div>
      <Field
        name={`${prefix}source`}
        label={t('dossiers:way.source')}
        hint={t('dossiers:way.sourceHint')}
        maxLength={500}
      />
      <Field
        kind="textarea"
        name={`${prefix}note`}
        label={t('dossiers:way.note')}
        hint={t('dossiers:way.noteHint')}
        rows={2}
        maxLength={2_000}
      />
    </>
  )
}

/** The labels of these fields, for a refusal; under the names that `prefix` makes. */
export function useStepLabels(prefix = ''): Record<string, string> {
  const { t } = useWords()
  return {
    [`${prefix}stage`]: t('dossiers:way.chosen'),
    [`${prefix}other`]: t('dossiers:way.other'),
    [`${prefix}date`]: t('dossiers:way.date'),
    [`${prefix}precision`]: t('dossiers:way.precision'),
    [`${prefix}source`]: t('dossiers:way.source'),
    [`${prefix}note`]: t('dossiers:way.note'),
  }
}

const precisions = ['day', 'month', 'year'] as const

/** These fields as the API takes them. */
export function stepTyped(form: FormData, prefix = '') {
  const typed = (name: string) => String(form.get(`${prefix}${name}`) ?? '')
  return {
    stage: typed('other').trim() || typed('stage'),
    date: dayTyped(form.get(`${prefix}date`)),
    precision: precisions.find(known => known === typed('precision')) ?? 'day',
    source: typed('source'),
    note: typed('note'),
  }
}
