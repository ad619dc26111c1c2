/** Why nothing was changed: one sentence for each code of `graphql/refusal.ts`. */
export default {
  invalid: { default: 'There is still something to put right.' },
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
  wrong_state: { default: 'Not any more: things have moved on meanwhile.' },
  not_entitled: { default: 'Your organisation has no vote here.' },
  closed: { default: 'It is over. Nothing was changed.' },
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
  },
} as const
