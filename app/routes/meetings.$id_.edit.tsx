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

export const meta = titled('meetings:form.editTitle')

const EditMeeting = graphql(
  `
    query EditMeeting($id: ID!) {
      meeting(id: $id) {
        id
        title
        titleRo
        titleEn
        startsAt
        endsAt
        place
        onlineUrl
        audience
        revision
        mayManage
        institution {
          id
        }
        organiser {
          id
        }
        participants {
          outsideName
          organisation {
            id
          }
        }
        agenda {
          id
          title
          dossier {
            id
          }
          position {
            id
          }
        }
      }
      ...MeetingChoices
    }
  `,
  [MeetingChoices],
)

const ChangeMeeting = graphql(
  `
    mutation ChangeMeeting($id: ID!, $revision: Int!, $input: MeetingInput!) {
      changeMeeting(id: $id, revision: $revision, input: $input) {
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

export async function loader({ params, context }: LoaderFunctionArgs) {
  const { meeting, ...choices } = await context.query(EditMeeting, { id: params.id ?? '' })
  if (meeting === null) throw new Response(null, { status: 404 })
  if (!meeting.mayManage) throw new Response(null, { status: 403 })
  const {
    id,
    title,
    revision,
    institution,
    organiser,
    participants,
    agenda,
    mayManage: _may,
    ...plain
  } = meeting
  const items = agenda.flatMap((item, row) => [
    [`agenda.${row}.id`, item.id],
    [`agenda.${row}.title`, item.title],
    [`agenda.${row}.dossierId`, item.dossier?.id ?? ''],
    [`agenda.${row}.positionId`, item.position?.id ?? ''],
  ])
  return {
    choices,
    id,
    title,
    revision,
    values: {
      ...plain,
      institutionId: institution?.id ?? '',
      organiserId: organiser.id,
      organisationIds: participants.flatMap(each => each.organisation?.id ?? []),
      outside: participants
        .map(each => each.outsideName)
        .filter(Boolean)
        .join('\n'),
      ...Object.fromEntries(items),
    },
  }
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const form = await request.formData()
  const id = params.id ?? ''
  const { input, rows } = meetingInput(form)
  const revision = Number.parseInt(String(form.get('revision') ?? ''), 10)
  const { changeMeeting } = await context.mutate(ChangeMeeting, {
    id,
    // A form without its revision is treated as older than any.
    revision: Number.isSafeInteger(revision) && Math.abs(revision) < 2 ** 31 ? revision : -1,
    input,
  })
  if (changeMeeting.__typename === 'Refusal') return refused(asInForm(changeMeeting, rows), form)
  return redirectWithFlash(`/meetings/${id}`, 'meetings:form.changed')
}

export default function EditMeetingPage() {
  const { t } = useWords()
  const { choices, id, title, revision, values } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  return (
    <Page
      title={t('meetings:form.editTitle')}
      width="text"
      breadcrumb={[
        { to: '/meetings', label: t('meetings:list.title') },
        { to: `/meetings/${id}`, label: title },
      ]}
    >
      <MeetingForm
        choices={choices}
        values={values}
        answer={answer}
        revision={revision}
        submit={t('meetings:form.save')}
        cancel={`/meetings/${id}`}
      />
    </Page>
  )
}
