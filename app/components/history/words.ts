import type { Format } from '../../i18n/format.ts'
import type { Translate } from '../../i18n/index.ts'

export interface PointShown {
  name: string
  at: string | null
  version: number | null
  versionName: string
}

/** A moment of a text in words: „Versiunea 2, „Pentru vot””, „21 noiembrie 2026, 14:05”. */
export function pointWords(
  { name, at, version, versionName }: PointShown,
  t: Translate,
  format: Format,
): string {
  if (version !== null)
    return versionName === ''
      ? t('history:version', { number: version })
      : t('history:versionNamed', { number: version, name: versionName })
  if (at !== null) return format.dateTime(at)
  return name === 'now' ? t('history:now') : t('history:start')
}
