import { useWords } from '../../i18n/use-words.ts'
import { Button, ButtonLink } from '../button.tsx'
import { Field } from '../field.tsx'
import { type Answer, Form } from '../form.tsx'
import { Page } from '../page.tsx'

/** The page of a one-time link that still works: whose account it is, and one field. */
export function ChoosePassword({
  title,
  lede,
  email,
  answer,
}: {
  title: string
  lede: string
  email: string
  answer?: Answer
}) {
  const { t } = useWords()
  return (
    <Page title={title} lede={lede} width="text">
      {/* The whole document is loaded anew: the person's language may be another one. */}
      <Form answer={answer} reloadDocument>
        <p>{t('people:join.account', { email })}</p>
        {/* For password managers, which keep a password with its name. */}
        <input type="hidden" name="email" autoComplete="username" value={email} />
        <Field
          kind="password"
          name="password"
          label={t('people:choose.password')}
          hint={t('people:choose.hint')}
          required
          autoComplete="new-password"
          autoFocus
        />
        <Button>{t('people:join.button')}</Button>
      </Form>
    </Page>
  )
}

/** What somebody sees whose link was used, is too old or was replaced. */
export function ExpiredLink({ lede }: { lede: string }) {
  const { t } = useWords()
  return (
    <Page title={t('people:expired.title')} lede={lede} width="text">
      <ButtonLink to="/sign-in" look="quiet">
        {t('people:expired.signIn')}
      </ButtonLink>
    </Page>
  )
}
