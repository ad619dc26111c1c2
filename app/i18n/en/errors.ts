/** Why nothing was changed: one sentence for each code of `graphql/refusal.ts`. */
export default {
  invalid: {
    default: 'There is still something to put right.',
    poll_incomplete: 'The poll cannot open yet: something is still missing.',
  },
  stale: { default: 'Somebody else saved here meanwhile. Compare the two versions.' },
  not_found: { default: 'We did not find it. It may have moved, or it is not for you.' },
  not_allowed: { default: 'Your account has no right to do this. Nothing was changed.' },
  sign_in_needed: { default: 'Please sign in first.' },
  wrong_credentials: {
    default: 'The address or the password does not fit. Check both and try again.',
    old_password: 'The present password does not fit. Nothing was changed.',
  },
  too_many_attempts: {
    default_one: 'Too many tries. Wait {{count}} minute, then try again.',
    default_other: 'Too many tries. Wait {{count}} minutes, then try again.',
  },
  link_expired: { default: 'This link no longer works. Ask the secretariat for another.' },
  already_exists: { default: 'It exists already.' },
  wrong_state: {
    default: 'Not any more: things have moved on meanwhile.',
    poll_draft: 'This poll has not opened yet.',
    poll_not_draft: 'This poll has opened: its question, text and rule no longer change.',
    poll_open: 'This poll is open already.',
  },
  not_entitled: {
    default: 'Your organisation has no vote here.',
    no_organisation:
      'You hold no mandate in a member organisation; each organisation’s delegate or deputy votes.',
    other_organisation: 'You can vote for your own organisation only.',
    not_elector: 'Your organisation was not a member when this poll opened.',
    not_delegate: 'For your organisation the delegate or the deputy votes.',
  },
  closed: {
    default: 'It is over. Nothing was changed.',
    poll_closed: 'Voting has ended.',
    poll_time_over: 'The time to vote is over; the result will be here in a moment.',
  },
  field: {
    required: 'Please fill this in.',
    too_long: 'The text is too long.',
    email: 'Write an e-mail address, such as name@organisation.org.',
    url: 'Write a whole web address that begins with https://.',
    date: 'Write a date between 1990 and 2100.',
    number: 'Write a whole number.',
    choice: 'Choose one of these.',
    not_found: 'Choose from the list: what you chose is no longer there.',
    password_too_short: 'A password needs at least 12 characters.',
    stale: 'Somebody else saved something else here.',
    taken: 'This is in use already.',
    not_ahead: 'Choose a moment in the future.',
    rule_not_in_force: 'This rule is not in force today.',
    rule_impossible: 'This rule cannot be applied: its fractions do not fit.',
    rule_needs_presence:
      'This rule needs the attendance list of a meeting; choose another one for a written vote.',
    no_electorate: 'No organisation is a member today.',
    ends_before_start: 'The end must come after the beginning.',
    too_many: 'There are too many.',
    owns_action_item: 'One of the organisations taken out owns a promise of this meeting.',
    not_participant: 'The meeting is for its participants only: choose one of them.',
  },
} as const
