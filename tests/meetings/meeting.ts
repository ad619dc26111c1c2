/** A meeting to send: of Bacău, next month, with what a test changes of it. */
export function meetingInput(changes: Record<string, unknown> = {}) {
  return {
    titleRo: 'Consultare despre ghiduri',
    titleEn: 'Consultation on the guides',
    startsAt: '2031-03-06T08:00:00Z',
    endsAt: '2031-03-06T10:00:00Z',
    place: 'București',
    onlineUrl: '',
    institutionId: 'ins_anitp',
    organiserId: 'org_bacau',
    audience: 'federation',
    organisationIds: ['org_bacau', 'org_brasov'],
    outside: ['Director, ANITP'],
    agenda: [
      { title: 'Ghidurile', dossierId: 'dos_nirm', positionId: 'pos_nirm' },
      { title: 'Diverse', dossierId: null, positionId: null },
    ],
    ...changes,
  }
}

export const refusal = '... on Refusal { code message fields { field code message theirs } }'

export const createMeeting = `mutation ($input: MeetingInput!) { createMeeting(input: $input) { __typename
  ... on Meeting { id title startsAt endsAt place audience revision organiser { id } institution { id }
    participants { outsideName organisation { id } }
    agenda { number title dossier { id } position { id } }
    minutes { id mayWrite currentText } } ${refusal} } }`

export const changeMeeting = `mutation ($id: ID!, $revision: Int!, $input: MeetingInput!) {
  changeMeeting(id: $id, revision: $revision, input: $input) { __typename
  ... on Meeting { id title revision agenda { id number title position { id } }
    participants { outsideName organisation { id } } } ${refusal} } }`

export const recordDecision = `mutation ($input: DecisionInput!) { recordDecision(input: $input) { __typename
  ... on Meeting { decisions { text agendaItem { number } } } ${refusal} } }`

export const giveActionItem = `mutation ($input: ActionItemInput!) { giveActionItem(input: $input) { __typename
  ... on ActionItem { id text dueOn doneAt owner { id } } ${refusal} } }`

export const markDone = `mutation ($id: ID!) { markActionItemDone(id: $id) { __typename
  ... on ActionItem { id doneAt } ${refusal} } }`

export const reopen = `mutation ($id: ID!) { reopenActionItem(id: $id) { __typename
  ... on ActionItem { id doneAt } ${refusal} } }`
