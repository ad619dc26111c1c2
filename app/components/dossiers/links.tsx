import { ExternalLink } from 'lucide-react'
import { graphql, type ResultOf } from '../../graphql.ts'
import { useWords } from '../../i18n/use-words.ts'
import { Button } from '../button.tsx'
import { Disclosure } from '../disclosure.tsx'
import { EmptyState } from '../empty-state.tsx'
import { Field } from '../field.tsx'
import { type Answer, Form } from '../form.tsx'
import { Section } from '../section.tsx'
import { useSaved } from '../use-saved.ts'

export const DossierLinksPart = graphql(`
  fragment DossierLinksPart on Dossier {
    mayManage
    links {
      id
      title
      url
      seenOn
    }
  }
`)

/** Where its texts are published, with the day on which somebody found them there. */
export function DossierLinks({
  dossier,
  answer,
}: {
  dossier: ResultOf<typeof DossierLinksPart>
  answer?: Answer | null
}) {
  const { t, format } = useWords()
  const { links, mayManage } = dossier
  const saved = useSaved('link', answer)
  return (
    <Section title={t('dossiers:links.title')} id="links">
      <div className="space-y-4">
        {links.length === 0 ? (
          <EmptyState
            icon={ExternalLink}
            title={t('dossiers:links.empty')}
            hint={t('dossiers:links.emptyHint')}
          />
        ) : (
          <ul className="divide-y divide-line border-y border-line">
            {links.map(({ id, title, url, seenOn }) => (
              <li key={id} className="flex flex-wrap items-baseline justify-between gap-x-6 gap-y-0.5 py-3">
                <a href={url} rel="noreferrer" className="link">
                  {title} <ExternalLink aria-hidden className="inline size-3.5 align-baseline" />
                </a>
                <span className="text-sm text-soft">
                  {new URL(url).hostname.replace(/^www\./, '')},{' '}
                  {t('dossiers:links.seen', { date: format.legalDate(seenOn, 'short') })}
                </span>
              </li>
            ))}
          </ul>
        )}
        {mayManage && (
          <Disclosure key={saved} summary={t('dossiers:links.add')} open={answer?.values?.intent === 'link'}>
            <Form
              intent="link"
              answer={answer}
              labels={{
                title: t('dossiers:links.name'),
                url: t('dossiers:links.url'),
              }}
            >
              <Field name="title" label={t('dossiers:links.name')} required maxLength={200} />
              <Field kind="url" name="url" label={t('dossiers:links.url')} required placeholder="https://" />
              <Button>{t('dossiers:links.save')}</Button>
            </Form>
          </Disclosure>
        )}
      </div>
    </Section>
  )
}
