import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { useEffect, useRef } from 'react'
import { answered, refused } from '../answered.server.ts'
import { Card } from '../components/card.tsx'
import { CopyField } from '../components/copy-field.tsx'
import {
  ChangeForm,
  ChangeGuest,
  RenewGuestLink,
  WithdrawGuest,
} from '../components/documents/change-form.tsx'
import { GuestLine } from '../components/documents/guest-line.tsx'
import { InviteForm, InviteGuest } from '../components/documents/invite-form.tsx'
import { Page } from '../components/page.tsx'
import { OneTimeLink } from '../components/people/one-time-link.tsx'
import { Section } from '../components/section.tsx'
import { graphql } from '../graphql.ts'
import { titled } from '../i18n/page-title.ts'
import { useWords } from '../i18n/use-words.ts'
import { revisionTyped } from '../revision-typed.ts'
import { dayTyped } from '../typed-time.ts'

export { RouteError as ErrorBoundary } from '../components/route-error.tsx'

export const meta = titled<typeof loader>(({ data, t }) =>
  data ? `${t('guests:title')}: ${data.title}` : t('guests:title'),
)

const GuestsPage = graphql(`
  query GuestsPage($id: ID!) {
    document(id: $id) {
      title
      mayShare
      position {
        id
      }
      meeting {
        id
      }
      guests {
        id
        name
        email
        right
        until
        status
        withdrawnAt
        revision
      }
    }
  }
`)

export async function loader({ params, context }: LoaderFunctionArgs) {
  const { document } = await context.query(GuestsPage, { id: params.id ?? '' })
  if (document === null) throw new Response(null, { status: 404 })
  const { title, mayShare, guests, position, meeting } = document
  if (!mayShare) throw new Response(null, { status: 403 })
  const text = position ? `/positions/${position.id}` : `/meetings/${meeting?.id}#minutes`
  return { title, guests, text }
}

/** An invitation is answered without going anywhere: its link is shown this once, and stored nowhere. */
export async function action({ request, params, context }: ActionFunctionArgs) {
  const form = await request.formData()
  const documentId = params.id ?? ''
  const here = `/texts/${documentId}/guests`
  const [intent, id = ''] = String(form.get('intent')).split(' ')
  const typed = (name: string) => String(form.get(name) ?? '')
  const right = form.get('right') === 'write' ? ('write' as const) : ('read' as const)
  const until = dayTyped(form.get('until'))
  switch (intent) {
    case 'invite': {
      const input = { documentId, name: typed('name'), email: typed('email'), right, until }
      const { inviteGuest } = await context.mutate(InviteGuest, { input })
      if (inviteGuest.__typename === 'Refusal') return refused(inviteGuest, form)
      return { refusal: null, invitation: inviteGuest }
    }
    case 'link': {
      const { renewGuestLink } = await context.mutate(RenewGuestLink, { id })
      if (renewGuestLink.__typename === 'Refusal') return refused(renewGuestLink, form)
      return { refusal: null, invitation: renewGuestLink }
    }
    case 'change': {
      const input = { id, revision: revisionTyped(form), right, until }
      const { changeGuest } = await context.mutate(ChangeGuest, { input })
      return answered(form, changeGuest, here, 'sharing:said.changed')
    }
    case 'withdraw': {
      const { withdrawGuest } = await context.mutate(WithdrawGuest, { id })
      return answered(form, withdrawGuest, here, 'sharing:said.withdrawn')
    }
    default:
      throw new Response(null, { status: 400 })
  }
}

export default function GuestsRoute() {
  const { t } = useWords()
  const { title, guests, text } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const invitation = answer && 'invitation' in answer ? answer.invitation : null
  return (
    <Page
      kicker={t('guests:title')}
      title={title}
      lede={t('sharing:page.lede')}
      width="text"
      breadcrumb={[{ to: text, label: title }]}
    >
      {invitation && <Invitation {...invitation} />}
      <Section title={t('sharing:page.given')}>
        {guests.length === 0 ? (
          <p className="border-y border-dashed border-line py-4 text-soft">{t('guests:none')}</p>
        ) : (
          <ul className="divide-y divide-line border-y border-line">
            {guests.map(guest => (
              <li key={guest.id} className="py-3">
                <GuestLine guest={guest} />
                {guest.withdrawnAt === null && <ChangeForm guest={guest} answer={answer} />}
              </li>
            ))}
          </ul>
        )}
      </Section>
      <Section title={t('guests:invite')}>
        <InviteForm answer={answer} />
      </Section>
    </Page>
  )
}

/** The one-time link, or for somebody who signs in already the address of the text. */
function Invitation({
  guest: { name },
  url,
  expiresAt,
  address,
}: {
  guest: { name: string }
  url: string | null
  expiresAt: string | null
  address: string
}) {
  const { t } = useWords()
  // The form that made it may stand far below.
  const card = useRef<HTMLDivElement>(null)
  // biome-ignore lint/correctness/useExhaustiveDependencies: each new invitation takes the focus, the same one does not
  useEffect(() => card.current?.focus(), [name, url])
  return (
    <div ref={card} tabIndex={-1} className="scroll-mt-20 rounded-lg">
      {url !== null && expiresAt !== null ? (
        <OneTimeLink name={name} url={url} expiresAt={expiresAt} />
      ) : (
        <Card tone="accent">
          <h2 className="text-lg font-semibold">{t('sharing:known.title', { name })}</h2>
          <p className="mt-1 max-w-[65ch] text-soft">{t('sharing:known.lede')}</p>
          <CopyField label={t('sharing:known.address')} value={address} />
        </Card>
      )}
    </div>
  )
}
