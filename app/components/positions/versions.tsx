import { Link } from '@remix-run/react'
import { graphql, type ResultOf } from '../../graphql.ts'
import { useWords } from '../../i18n/use-words.ts'
import { RefusalFields } from '../../refused.ts'
import { Button } from '../button.tsx'
import { Disclosure } from '../disclosure.tsx'
import { Field } from '../field.tsx'
import { type Answer, Form } from '../form.tsx'
import { Section } from '../section.tsx'
import { Time } from '../time.tsx'
import { useSaved } from '../use-saved.ts'

export const VersionsPart = graphql(`
  fragment VersionsPart on Position {
    id
    document {
      id
      mayFreeze
      versions {
        id
        number
        name
        frozenAt
      }
    }
  }
`)

export const FreezeVersion = graphql(
  `
    mutation FreezeVersion($input: FreezeVersionInput!) {
      freezeVersion(input: $input) {
        __typename
        ... on DocumentVersion {
          number
        }
        ...RefusalFields
      }
    }
  `,
  [RefusalFields],
)

/** The frozen versions of a position's text, and for those who lead it the form that freezes the next. */
export function Versions({
  position: { id: positionId, document },
  answer,
}: {
  position: ResultOf<typeof VersionsPart>
  answer?: Answer | null
}) {
  const { t } = useWords()
  const { versions } = document
  const saved = useSaved('freeze', answer)
  return (
    <Section
      title={t('positions:versions.title')}
      compact
      id="versions"
      actions={
        <Link to={`/positions/${positionId}/history`} prefetch="intent" className="link text-sm">
          {t('positions:versions.history')}
        </Link>
      }
    >
      {versions.length === 0 ? (
        <p className="text-sm text-soft">{t('positions:versions.none')}</p>
      ) : (
        <ol className="divide-y divide-line border-y border-line">
          {versions.map(({ id, number, name, frozenAt }) => (
            <li key={id} className="py-2.5">
              <Link to={`/positions/${positionId}/versions/${number}`} prefetch="intent" className="link">
                {t('positions:versions.number', { number })}
              </Link>
              {name !== '' && <span> · {name}</span>}
              <span className="block text-sm text-soft">
                <Time at={frozenAt} length="short" />
              </span>
            </li>
          ))}
        </ol>
      )}
      {document.mayFreeze && (
        <div className="mt-2">
          <Disclosure
            key={saved}
            summary={t('positions:versions.freeze')}
            open={answer?.values?.intent === 'freeze' && Boolean(answer.refusal)}
          >
            <Form intent="freeze" answer={answer} preventScrollReset>
              <p className="text-sm text-soft">{t('positions:versions.freezeHint')}</p>
              <input type="hidden" name="documentId" value={document.id} />
              <Field
                name="name"
                label={t('positions:versions.name')}
                hint={t('positions:versions.nameHint')}
                maxLength={120}
              />
              <Button>{t('positions:versions.freeze')}</Button>
            </Form>
          </Disclosure>
        </div>
      )}
    </Section>
  )
}
