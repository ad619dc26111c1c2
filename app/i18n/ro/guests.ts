/** Cine din afara federației are un text: ce spun paginile poziției și întâlnirii. */
export default {
  title: 'Invitați la text',
  lede: 'Oameni din afara federației care au doar acest text, până la o zi anume.',
  none: 'Nimeni din afara federației nu are acest text.',
  invite: 'Invită pe cineva din afară',
  manage: 'Invită sau schimbă',
  right: { read: 'Citește', write: 'Scrie' },
  status: { invited: 'Invitat', active: 'Activ', ended: 'Încheiat' },
  until: '{{right}}, până la {{date}} inclusiv',
  over: 'S-a încheiat la {{date}}',
  withdrawn: 'Retrasă la {{date}}',
} as const
