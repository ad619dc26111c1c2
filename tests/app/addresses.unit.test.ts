import { expect, test } from 'vitest'
import { pageAsked } from '../../app/page-asked.ts'
import { subjectPath } from '../../app/subject-path.ts'

const asked = (search: string) => pageAsked(new Request(`https://protect.example/meetings${search}`), 20)
const cursor = btoa('GPC:S:mee_predeal')

test('a page of a list begins at the beginning, after a row or before one', () => {
  expect(asked('')).toEqual({ first: 20, last: null, after: null, before: null })
  expect(asked(`?after=${cursor}`)).toEqual({ first: 20, last: null, after: cursor, before: null })
  expect(asked(`?before=${cursor}`)).toEqual({ first: null, last: 20, after: null, before: cursor })
})

test.each(['zzz', '%00', btoa('GPC:S:'), btoa('GPC:N:1'), 'A'.repeat(500)])(
  'a cursor that is none of ours is no cursor: %s',
  text => expect(asked(`?after=${encodeURIComponent(text)}`).after).toBeNull(),
)

test('what a notification is about is read on the page of its kind', () => {
  expect(['dos_nirm', 'pos_nirm', 'pol_nirm', 'mee_predeal'].map(subjectPath)).toEqual([
    '/dossiers/dos_nirm',
    '/positions/pos_nirm',
    '/polls/pol_nirm',
    '/meetings/mee_predeal',
  ])
  expect(['bal_1', 'nonsense', ''].map(subjectPath)).toEqual(['/', '/', '/'])
})
