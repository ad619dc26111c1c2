/** Ce se spune în jurul a două texte comparate. Serverul le pune în pagină; niciun browser nu le încarcă. */
export default {
  run: { inserted: 'inserat:', struck: 'tăiat:', styled: 'altă formatare:', end: '(până aici)' },
  block: { inserted: 'Nou:', struck: 'Tăiat:', changed: 'Schimbat' },
  moved: { down: 'Mutat aici de mai sus', up: 'Mutat aici de mai jos' },
  note: {
    kind: 'alt fel de paragraf',
    place: 'alt loc în structură',
    style: 'altă formatare',
    attributes: 'alte însușiri',
  },
  left: { down: 'Mutat mai jos: „{{quote}}”', up: 'Mutat mai sus: „{{quote}}”' },
  folded_one: 'Un paragraf neschimbat',
  folded_few: '{{count}} paragrafe neschimbate',
  folded_other: '{{count}} de paragrafe neschimbate',
  side: { before: 'Înainte', after: 'După' },
} as const
