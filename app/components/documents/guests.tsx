import { UserPlus } from 'lucide-react'
import { graphql, type ResultOf } from '../../graphql.ts'
import { useWords } from '../../i18n/use-words.ts'
import { ButtonLink } from '../button.tsx'
import { Section } from '../section.tsx'
import { GuestLine } from './guest-line.tsx'

export const GuestsPart = graphql(`
  fragment GuestsPart on Document {
    id
    mayShare
    guests {
      id
      name
      email
      right
      until
      status
      withdrawnAt
    }
  }
`)

/** Who from outside has this text, for those who may share it. They invite and change on a page of its own. */
export function Guests({
  document: { id, mayShare, guests },
  compact = false,
}: {
  document: ResultOf<typeof GuestsPart>
  compact?: boolean
}) {
  const { t } = useWords()
  if (!mayShare) return null
  const none = guests.length === 0
  return (
    <Section title={t('guests:title')} description={t('guests:lede')} id="guests" compact={compact}>
      {none ? (
        <p className="text-sm text-soft">{t('guests:none')}</p>
      ) : (
        <ul className="divide-y divide-line border-y border-line">
          {guests.map(guest => (
            <li key={guest.id} className="py-3">
              <GuestLine guest={guest} />
            </li>
          ))}
        </ul>
      )}
      <p className="mt-4">
        <ButtonLink look="quiet" icon={UserPlus} to={`/texts/${id}/guests`}>
          {t(none ? 'guests:invite' : 'guests:manage')}
        </ButtonLink>
      </p>
    </Section>
  )
}
