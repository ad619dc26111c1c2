import type { TrailStatement } from '../../packages/voting/index.ts'
import type { Context } from '../context.ts'

/**
 * One sentence of a count trail, in the viewer's language. `nameOf` gives the words of an option, which the trail
 * knows by its id only; a motion has none.
 */
export function sentenceOf(
  { key, values, options = [] }: TrailStatement,
  { t, locale }: Pick<Context, 't' | 'locale'>,
  nameOf: (option: string) => string = option => option,
): string {
  const named = options.map(option => t('trail:option', { option: nameOf(option) }))
  return t(`trail:${key}`, { ...values, options: new Intl.ListFormat(locale).format(named) })
}
