/** What people are told: a sentence for each kind of news in `graphql/notifications/notify.ts`. */
export default {
  dossier_moved: 'The dossier “{{title}}” has reached: {{stage}}',
  consultation_started: 'The position “{{title}}” is open for consultation: you can read and comment.',
  consultation_moved: 'The consultation on the position “{{title}}” ends on another day.',
  drafting_invited: 'Your organisation is invited to write the position “{{title}}”.',
  poll_opened: 'The vote “{{title}}” is open.',
  poll_closed: 'The vote “{{title}}” is closed; its result is shown.',
  meeting_planned: 'The meeting “{{title}}” is planned.',
  meeting_moved: 'The meeting “{{title}}” has another date, place or link.',
  action_item_given: 'Your organisation has a new promise, from the meeting “{{title}}”.',
  recommendation_followed: 'There is an answer to a recommendation of the position “{{title}}”.',
} as const
