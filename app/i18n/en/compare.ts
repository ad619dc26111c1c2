/** What is said around two texts that are compared. The server puts it into the page; no browser loads it. */
export default {
  run: { inserted: 'inserted:', struck: 'struck:', styled: 'other formatting:', end: '(up to here)' },
  block: { inserted: 'New:', struck: 'Struck:', changed: 'Changed' },
  moved: { down: 'Moved here from above', up: 'Moved here from below' },
  note: {
    kind: 'another kind of paragraph',
    place: 'another place in the structure',
    style: 'other formatting',
    attributes: 'other properties',
  },
  left: { down: 'Moved further down: “{{quote}}”', up: 'Moved further up: “{{quote}}”' },
  folded_one: 'One unchanged paragraph',
  folded_other: '{{count}} unchanged paragraphs',
  side: { before: 'Before', after: 'After' },
} as const
