import { useWords } from '../../i18n/use-words.ts'
import { ButtonLink } from '../button.tsx'
import { DataList } from '../data-list.tsx'
import { Page } from '../page.tsx'

/** What a stranger sees: what this is, and the way in. */
export function Welcome() {
  const { t } = useWords()
  return (
    <Page title={t('home:welcome.title')} lede={t('home:welcome.lede')} width="text">
      <DataList
        items={['dossiers', 'positions', 'polls', 'meetings'].map(concept => ({
          term: t(`common:nav.${concept}`),
          value: t(`home:welcome.${concept}`),
        }))}
      />
      <ButtonLink to="/sign-in">{t('home:welcome.signIn')}</ButtonLink>
    </Page>
  )
}
