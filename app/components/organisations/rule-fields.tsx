import { useEffect, useState } from 'react'
import { useWords } from '../../i18n/use-words.ts'
import { Card } from '../card.tsx'
import { Field } from '../field.tsx'
import { useFormState } from '../form-state.ts'
import { decisionKinds, ruleNumbersTyped } from './rule-input.ts'
import { RuleInWords, type RuleNumbers } from './rule-words.tsx'

const quorumKinds = ['participation', 'presence'] as const
const bases = ['yes_no', 'cast', 'present', 'entitled'] as const

/** A rule of the statute, with what it comes to for `entitled` organisations while it is being typed. */
export function RuleFields({ entitled, stored }: { entitled: number; stored: RuleNumbers }) {
  const { t } = useWords()
  return (
    <>
      <Field name="nameRo" label={t('organisations:statute.nameRo')} required maxLength={200} />
      <Field name="nameEn" label={t('organisations:statute.nameEn')} required maxLength={200} />
      <Field
        kind="select"
        name="decisionKind"
        label={t('organisations:statute.decisionKind')}
        required
        empty={null}
        options={decisionKinds.map(value => ({ value, label: t(`organisations:statute.kind.${value}`) }))}
      />
      <Field
        name="article"
        label={t('organisations:statute.article')}
        hint={t('organisations:statute.articleHint')}
        required
        maxLength={200}
      />
      <fieldset className="space-y-4">
        <legend className="mb-3 text-lg font-semibold">{t('organisations:statute.quorum')}</legend>
        <Field
          kind="select"
          name="quorumKind"
          label={t('organisations:statute.quorumKind')}
          required
          empty={null}
          options={quorumKinds.map(value => ({ value, label: t(`voting:quorum.${value}`) }))}
        />
        <Fraction part="quorum" hint={t('organisations:statute.quorumNone')} />
      </fieldset>
      <fieldset className="space-y-4">
        <legend className="mb-3 text-lg font-semibold">{t('organisations:statute.majority')}</legend>
        <Field
          kind="select"
          name="majorityBase"
          label={t('organisations:statute.majorityBase')}
          required
          empty={null}
          options={bases.map(value => ({ value, label: t(`voting:base.${value}`) }))}
        />
        <Fraction part="majority" />
      </fieldset>
      <Preview entitled={entitled} stored={stored} />
      <div className="grid gap-6 sm:grid-cols-2 sm:items-end">
        <Field kind="date" name="validFrom" label={t('organisations:statute.validFrom')} required />
        <Field
          kind="date"
          name="validUntil"
          label={t('organisations:statute.validUntilField')}
          hint={t('organisations:statute.validUntilHint')}
        />
      </div>
    </>
  )
}

function Fraction({ part, hint }: { part: 'quorum' | 'majority'; hint?: string }) {
  const { t } = useWords()
  return (
    <>
      <div className="grid gap-4 sm:grid-cols-2 sm:items-end">
        <Field
          kind="number"
          name={`${part}Numerator`}
          label={t('organisations:statute.numerator')}
          hint={hint}
          required
          min={0}
          step={1}
        />
        <Field
          kind="number"
          name={`${part}Denominator`}
          label={t('organisations:statute.denominator')}
          required
          min={1}
          step={1}
        />
      </div>
      <Field kind="checkbox" name={`${part}Strict`} label={t('organisations:statute.strict')} />
    </>
  )
}

/** Follows the fields as they are typed; before JavaScript it shows what is stored. */
function Preview({ entitled, stored }: { entitled: number; stored: RuleNumbers }) {
  const { t } = useWords()
  const formId = useFormState()?.id
  const [numbers, setNumbers] = useState(stored)
  useEffect(() => {
    const form = formId === undefined ? null : document.getElementById(formId)
    if (!(form instanceof HTMLFormElement)) return
    const follow = () => setNumbers(ruleNumbersTyped(new FormData(form)))
    follow()
    form.addEventListener('input', follow)
    return () => form.removeEventListener('input', follow)
  }, [formId])
  return (
    <Card>
      <h2 className="font-semibold">{t('organisations:statute.preview')}</h2>
      <p className="mt-1 mb-3 text-sm text-soft">{t('organisations:statute.ofToday', { count: entitled })}</p>
      <div aria-live="polite">
        <RuleInWords numbers={numbers} entitled={entitled} />
      </div>
    </Card>
  )
}

/** The labels of the fields by name, for the comparison after a stale edit. */
export function useRuleLabels(): Record<string, string> {
  const { t } = useWords()
  return {
    nameRo: t('organisations:statute.nameRo'),
    nameEn: t('organisations:statute.nameEn'),
    decisionKind: t('organisations:statute.decisionKind'),
    article: t('organisations:statute.article'),
    quorumKind: t('organisations:statute.quorumKind'),
    quorumNumerator: t('organisations:statute.quorumNumerator'),
    quorumDenominator: t('organisations:statute.quorumDenominator'),
    quorumStrict: t('organisations:statute.quorumStrict'),
    majorityBase: t('organisations:statute.majorityBase'),
    majorityNumerator: t('organisations:statute.majorityNumerator'),
    majorityDenominator: t('organisations:statute.majorityDenominator'),
    majorityStrict: t('organisations:statute.majorityStrict'),
    validFrom: t('organisations:statute.validFrom'),
    validUntil: t('organisations:statute.validUntilField'),
  }
}

/** The value of a field in words, for the comparison after a stale edit. */
export function useRuleValues(): (field: string, value: string) => string {
  const { t, format } = useWords()
  return (field, value) => {
    // A box that is not ticked sends nothing.
    if (field.endsWith('Strict')) return t(`common:answer.${value === 'true' ? 'yes' : 'no'}`)
    if (value === '') return value
    if (field === 'decisionKind') return t(`organisations:statute.kind.${value}`)
    if (field === 'quorumKind') return t(`voting:quorum.${value}`)
    if (field === 'majorityBase') return t(`voting:base.${value}`)
    return field.startsWith('valid') ? format.legalDate(value) : value
  }
}
