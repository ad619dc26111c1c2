/** People and accounts: the way in, one’s own account, invitations. */
export default {
  signIn: {
    title: 'Sign in',
    lede: 'Where the organisations of the ProTECT federation work together.',
    email: 'E-mail address',
    password: 'Password',
    enter: 'Sign in',
    forgotten: 'Forgotten your password? The secretariat will send you a link to choose another.',
  },
  demonstration: {
    title: 'Demonstration accounts',
    lede: 'The data is for trying out. Choose who you want to be; you can change at any time.',
    enterAs: 'Sign in as',
  },
} as const
