import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { refused } from '../answered.server.ts'
import { MeetingChoices, MeetingForm } from '../components/meetings/meeting-form.tsx'
import { asInForm, meetingInput } from '../components/meetings/meeting-input.ts'
import { Page } from '../components/page.tsx'
import { redirectWithFlash } from '../flash.server.ts'
import { graphql } from '../graphql.ts'
import { titled } from '../i18n/page-title.ts'
import { useWords } from '../i18n/use-words.ts'
import { RefusalFields } from '../refused.ts'

export { RouteError as ErrorBoundary } from '../components/route-error.tsx'

export const meta = titled('meetings:form.newTitle')

const NewMeeting = graphql(
  `
    query NewMeeting {
      ...MeetingChoices
    }
  `,
  [MeetingChoices],
)

const CreateMeeting = graphql(
  `
    mutation CreateMeeting($input: MeetingInput!) {
      createMeeting(input: $input) {
        __typename
        ... on Meeting {
          id
        }
        ...RefusalFields
      }
    }
  `,
  [RefusalFields],
)

export async function loader({ request, context }: LoaderFunctionArgs) {
  const choices = await context.query(NewMeeting)
  const organiser = choices.meetingOrganisers[0]
  if (organiser === undefined) throw new Response(null, { status: 403 })
  const own = context.viewer?.mandates.map(mandate => mandate.organisationId) ?? []
  const organiserId = choices.meetingOrganisers.find(({ id }) => own.includes(id))?.id ?? organiser.id
  const wanted = new URL(request.url).searchParams.get('dossier')
  const dossier = choices.dossiers.nodes.find(({ id }) => id === wanted)
  return {
    choices,
    cancel: dossier ? `/dossiers/${dossier.id}` : '/meetings',
    values: {
      organiserId,
      audience: 'federation',
      organisationIds: [organiserId],
      ...(dossier && { 'agenda.0.title': dossier.title, 'agenda.0.dossierId': dossier.id }),
    },
  }
}

export async function action({ request, context }: ActionFunctionArgs) {
  const form = await request.formData()
  const { input, rows } = meetingInput(form)
  const { createMeeting } = await context.mutate(CreateMeeting, { input })
  if (createMeeting.__typename === 'Refusal') return refused(asInForm(createMeeting, rows), form)
  return redirectWithFlash(`/meetings/${createMeeting.id}`, 'meetings:form.created')
}

export default function NewMeetingPage() {
  const { t } = useWords()
  const { choices, values, cancel } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  return (
    <Page
      title={t('meetings:form.newTitle')}
      lede={t('meetings:form.newLede')}
      width="text"
      breadcrumb={[{ to: '/meetings', label: t('meetings:list.title') }]}
    >
      <MeetingForm
        choices={choices}
        values={values}
        answer={answer}
        submit={t('meetings:form.plan')}
        cancel={cancel}
      />
    </Page>
  )
}
