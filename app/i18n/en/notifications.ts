/** What people are told: `kind` has a sentence for each kind of `graphql/notifications/notify.ts`. */
export default {
  title: 'Notifications',
  lede: 'What happened that concerns you. Unread ones are marked.',
  empty: 'No news yet',
  emptyHint: 'Here you learn of open votes, texts in consultation, meetings and promises.',
  unread: 'Unread',
  markAll: 'Mark all read',
  markOne: 'Mark read',
  markOneOf: 'Mark read: {{message}}',
  marked: 'All notifications are read.',
  kind: {
    dossier_moved: 'The dossier “{{title}}” has reached: {{stage}}',
    consultation_started: 'The position “{{title}}” is open for consultation: you can read and comment.',
    drafting_invited: 'Your organisation is invited to write the position “{{title}}”.',
    poll_opened: 'The vote “{{title}}” is open.',
    poll_closed: 'The vote “{{title}}” is closed; its result is shown.',
    meeting_planned: 'The meeting “{{title}}” is planned.',
    action_item_given: 'Your organisation has a new promise, from the meeting “{{title}}”.',
    recommendation_followed: 'There is an answer to a recommendation of the position “{{title}}”.',
  },
} as const
