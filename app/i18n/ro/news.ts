/** Ce află fiecare om: câte o propoziție pentru fiecare fel de veste din `graphql/notifications/notify.ts`. */
export default {
  dossier_moved: 'Dosarul „{{title}}” a ajuns la etapa: {{stage}}',
  consultation_started: 'Poziția „{{title}}” a intrat în consultare: puteți citi și comenta.',
  consultation_moved: 'Consultarea poziției „{{title}}” se încheie în altă zi.',
  drafting_invited: 'Organizația dumneavoastră este invitată să scrie la poziția „{{title}}”.',
  poll_opened: 'S-a deschis votul „{{title}}”.',
  poll_closed: 'S-a închis votul „{{title}}”; rezultatul este afișat.',
  meeting_planned: 'Este planificată întâlnirea „{{title}}”.',
  meeting_moved: 'Întâlnirea „{{title}}” are altă dată, alt loc sau altă legătură.',
  action_item_given: 'Organizația dumneavoastră are un angajament nou, din întâlnirea „{{title}}”.',
  recommendation_followed: 'A apărut un răspuns la o recomandare din poziția „{{title}}”.',
} as const
