export default {
  title: 'Notifications',
  lede: 'What happened that concerns you. Unread ones are marked.',
  empty: 'No news yet',
  emptyHint: 'Here you learn of open votes, texts in consultation, meetings and promises.',
  unread: 'Unread',
  markAll: 'Mark all read',
  markOne: 'Mark read',
  markOneOf: 'Mark read: {{message}}',
  marked: 'All notifications are read.',
} as const
