/** The pages of a guest: the texts that are open to them. */
export default {
  list: {
    title: 'Texts that are open to you',
    lede: 'Each text belongs to the ProTECT federation and is open to you until the day shown.',
    mayRead: 'You can read until the end of {{date}}',
    mayWrite: 'You can write until the end of {{date}}',
    none: 'No text is open to you now',
    noneHint:
      'If you have work left on a text, ask the person who invited you to prolong the invitation. Members of the federation need a mandate: the secretariat gives it.',
  },
  one: {
    position: 'Text of a position',
    minutes: 'Minutes of a meeting',
    mayRead: 'You can read this text until the end of {{date}}.',
    mayWrite: 'You can write in this text until the end of {{date}}.',
    final: 'The text has been adopted and no longer changes.',
    nowRead: 'Your invitation has changed: from now on you can only read.',
    nowWrite: 'Your invitation has changed: from now on you can write, too.',
  },
  ended: {
    title: 'The text is no longer open to you',
    lede: 'Your access to this text ended on {{since}}. What you wrote has stayed in it.',
    hint: 'If you have work left, ask the person who invited you to invite you again.',
    home: 'My texts',
  },
} as const
