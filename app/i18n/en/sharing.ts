/** Inviting somebody from outside of the federation to a text. */
export default {
  page: {
    given: 'Who is invited',
    lede: 'A guest sees this text and, if you want, writes in it: nothing else of the federation.',
  },
  form: {
    name: 'Name',
    email: 'E-mail address',
    right: 'What they may do',
    readHint: 'Sees the text, and who else is in it.',
    writeHint: 'Changes the text together with the others.',
    until: 'Last day',
    untilHint: 'At most 90 days from now. It can be prolonged.',
    invite: 'Invite',
    change: 'Change the invitation',
    changeOf: 'Change the invitation: {{name}}',
    save: 'Save',
    withdraw: 'Withdraw the invitation',
    withdrawHint: 'The text closes to them at once. What they wrote stays.',
    link: 'Make another link',
    linkHint: 'The one before will no longer work.',
  },
  said: {
    changed: 'The invitation is changed.',
    withdrawn: 'The invitation is withdrawn; the text is closed to them.',
  },
  known: {
    title: '{{name}} has an account already',
    lede: 'The text is open to them. Send them the address; they sign in with the password they have.',
    address: 'Address of the text',
  },
} as const
