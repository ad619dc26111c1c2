import { useWords } from '../../i18n/use-words.ts'
import { Tabs } from '../tabs.tsx'

/** The four sides of the federation's register. */
export function FederationParts() {
  const { t } = useWords()
  return (
    <Tabs
      label={t('organisations:parts.label')}
      items={[
        { to: '/organisations', label: t('organisations:parts.organisations'), end: true },
        { to: '/people', label: t('organisations:parts.people') },
        { to: '/organisations/groups', label: t('organisations:parts.groups') },
        { to: '/organisations/statute', label: t('organisations:parts.statute') },
      ]}
    />
  )
}
