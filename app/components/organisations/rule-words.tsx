import { describe, findRuleProblem, type Rule, unsaid } from '../../../packages/voting/index.ts'
import { useWords } from '../../i18n/use-words.ts'

/** A rule as it is stored and typed: two fractions with their kinds. */
export interface RuleNumbers {
  article: string
  quorumKind: Rule['quorum']['kind']
  quorumNumerator: number
  quorumDenominator: number
  quorumStrict: boolean
  majorityNumerator: number
  majorityDenominator: number
  majorityStrict: boolean
  majorityBase: Rule['majority']['base']
}

function asRule(numbers: RuleNumbers): Rule {
  return {
    article: numbers.article,
    quorum: {
      kind: numbers.quorumKind,
      numerator: numbers.quorumNumerator,
      denominator: numbers.quorumDenominator,
      strict: numbers.quorumStrict,
      article: '',
    },
    majority: {
      base: numbers.majorityBase,
      numerator: numbers.majorityNumerator,
      denominator: numbers.majorityDenominator,
      strict: numbers.majorityStrict,
    },
    ...unsaid,
  }
}

/** What a rule asks of `entitled` organisations: "adopted with at least 12 yes out of 23". Nothing for a rule that cannot be. */
export function RuleInWords({ numbers, entitled }: { numbers: RuleNumbers; entitled: number }) {
  const { t } = useWords()
  const rule = asRule(numbers)
  // The article is words, not arithmetic: a form without one can still show what its numbers come to.
  if (findRuleProblem({ ...rule, article: '-' }) !== undefined)
    return <p className="text-soft">{t('organisations:statute.previewBad')}</p>
  const { quorum, majority } = describe(rule, entitled)
  return (
    <div className="max-w-[65ch] space-y-1">
      <p>
        {quorum.needed === 0
          ? t('voting:describe.quorum_none')
          : t(`voting:describe.quorum_${quorum.kind}`, { needed: quorum.needed, of: quorum.of })}
      </p>
      <p>{t(`voting:describe.majority_${majority.base}`, { needed: majority.needed, of: majority.of })}</p>
      <p className="text-sm text-soft">{t('voting:describe.tie')}</p>
    </div>
  )
}
