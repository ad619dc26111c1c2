/** What pages without scripts say, where the platform's own cannot be shown. */
export default {
  signedOut: {
    title: 'Sign in first',
    text: 'Your session had ended, so nothing was saved. What you wrote is below: copy it, sign in, and paste it back.',
    typed: 'What you wrote ({{number}})',
    signIn: 'Sign in',
  },
  tooLarge: {
    title: 'Too much to send at once',
    page: 'A form carries at most 1 MB. Nothing was saved. Go back, shorten what you wrote and send it again.',
    form: 'This is more than a form carries (1 MB), so nothing was saved. What you wrote is still here: shorten it and send it again.',
    request: 'This request is larger than what is taken here. Nothing was changed. Send less at once.',
  },
} as const
