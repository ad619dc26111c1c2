/** Who from outside of the federation has a text: what the pages of a position and a meeting say. */
export default {
  title: 'Guests of the text',
  lede: 'People from outside of the federation who have this text alone, until a day.',
  none: 'Nobody from outside of the federation has this text.',
  invite: 'Invite somebody from outside',
  manage: 'Invite or change',
  right: { read: 'Reads', write: 'Writes' },
  status: { invited: 'Invited', active: 'Active', ended: 'Ended' },
  until: '{{right}}, until the end of {{date}}',
  over: 'Ended on {{date}}',
  withdrawn: 'Withdrawn on {{date}}',
} as const
