/**
 * Parts of a whole, compared by cross-multiplication so that no count is ever rounded.
 * `strict` tells "more than a half" (12 of 22) from "at least a half" (11 of 22); rounding `n / 2` up
 * would take the second for the first.
 */
export interface Fraction {
  readonly numerator: number
  readonly denominator: number
  readonly strict: boolean
}

/** Whether `count` of `whole` reaches the fraction. Counts are non-negative integers. */
export function reaches(count: number, whole: number, fraction: Fraction): boolean {
  const have = count * fraction.denominator
  const need = whole * fraction.numerator
  return fraction.strict ? have > need : have >= need
}

/** The smallest count that reaches the fraction of `whole`: two thirds of 23 is 16. */
export function smallestReaching(whole: number, fraction: Fraction): number {
  const need = whole * fraction.numerator
  const below = (need - (need % fraction.denominator)) / fraction.denominator
  return reaches(below, whole, fraction) ? below : below + 1
}
