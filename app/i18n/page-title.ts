import type { MetaFunction } from '@remix-run/react'
import { errorKind } from '../components/error-kind.ts'
import { isLocale, spoken, type Translate } from './index.ts'

const federation = 'ProTECT'

/** What `titled` may look at: this page's loader data and its words. */
interface Titled<Data> {
  data: Data | undefined
  t: Translate
}

/**
 * The `meta` of a page: its title in the page's language, then the federation's name.
 * `export const meta = titled('dossiers:list.title')`, or with the data of its loader
 * `titled<typeof loader>(({ data, t }) => data?.dossier.title ?? t('dossiers:one'))`.
 */
export function titled<Loader = unknown>(
  title:
    | string
    | ((page: Titled<Awaited<Loader extends (...args: never[]) => infer Data ? Data : Loader>>) => string),
): MetaFunction {
  return ({ data, matches, error }) => {
    const root = matches.find(match => match.id === 'root')?.data
    const locale = root && typeof root === 'object' && 'locale' in root ? root.locale : 'ro'
    const t = isLocale(locale) ? spoken(locale) : null
    if (!t) return [{ title: federation }]
    if (error) return [{ title: `${t(`common:error.${errorKind(error)}.title`)} · ${federation}` }]
    const words = typeof title === 'string' ? t(title) : title({ data: data as never, t })
    return [{ title: `${words} · ${federation}` }]
  }
}
