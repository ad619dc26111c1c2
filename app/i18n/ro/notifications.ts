export default {
  title: 'Notificări',
  lede: 'Ce s-a întâmplat și vă privește. Cele necitite sunt marcate.',
  empty: 'Nicio veste încă',
  emptyHint: 'Aici aflați de voturi deschise, texte în consultare, întâlniri și angajamente.',
  unread: 'Necitită',
  markAll: 'Marchează toate citite',
  markOne: 'Marchează citită',
  markOneOf: 'Marchează citită: {{message}}',
  marked: 'Toate notificările sunt citite.',
} as const
