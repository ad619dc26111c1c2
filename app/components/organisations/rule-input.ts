import { majorityBases, quorumKinds } from '../../../packages/voting/index.ts'
import { dayTyped } from '../../typed-time.ts'
import type { RuleNumbers } from './rule-words.tsx'

export const decisionKinds = ['position', 'membership', 'statute_change', 'budget', 'procedural'] as const

/** A whole number that was typed; NaN for anything else. */
function whole(value: FormDataEntryValue | null): number {
  const text = String(value ?? '').trim()
  return /^-?\d{1,9}$/.test(text) ? Number(text) : Number.NaN
}

const oneOf = <Value extends string>(
  values: readonly Value[],
  typed: FormDataEntryValue | null,
  usual: Value,
) => values.find(value => value === typed) ?? usual

/** The arithmetic of a rule as it was typed; what is no whole number is NaN. */
export function ruleNumbersTyped(form: FormData): RuleNumbers {
  return {
    article: String(form.get('article') ?? ''),
    quorumKind: oneOf(quorumKinds, form.get('quorumKind'), 'participation'),
    quorumNumerator: whole(form.get('quorumNumerator')),
    quorumDenominator: whole(form.get('quorumDenominator')),
    quorumStrict: form.has('quorumStrict'),
    majorityNumerator: whole(form.get('majorityNumerator')),
    majorityDenominator: whole(form.get('majorityDenominator')),
    majorityStrict: form.has('majorityStrict'),
    majorityBase: oneOf(majorityBases, form.get('majorityBase'), 'yes_no'),
  }
}

/** A rule as it was typed, for the API: null where a number or a day is missing, so that it says so. */
export function ruleTyped(form: FormData) {
  const numbers = ruleNumbersTyped(form)
  const given = (value: number) => (Number.isNaN(value) ? null : value)
  return {
    ...numbers,
    quorumNumerator: given(numbers.quorumNumerator),
    quorumDenominator: given(numbers.quorumDenominator),
    majorityNumerator: given(numbers.majorityNumerator),
    majorityDenominator: given(numbers.majorityDenominator),
    nameRo: String(form.get('nameRo') ?? ''),
    nameEn: String(form.get('nameEn') ?? ''),
    decisionKind: oneOf(decisionKinds, form.get('decisionKind'), 'position'),
    validFrom: dayTyped(form.get('validFrom')),
    validUntil: dayTyped(form.get('validUntil')),
  }
}
