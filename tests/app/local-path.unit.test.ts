import { describe, expect, test } from 'vitest'
import { localPath } from '../../app/local-path.ts'

describe('a place to return to', () => {
  test.each(['/', '/dossiers?q=trafic%20de#stage', '/polls/12'])('%s is a path of this site', path => {
    expect(localPath(path)).toBe(path)
  })

  test.each([
    'https://elsewhere.example',
    '//elsewhere.example',
    '/\\elsewhere.example',
    '\\\\elsewhere.example',
    '/\t/elsewhere.example',
    '/\n/elsewhere.example',
    '/a/../..//elsewhere.example',
    'javascript:alert(1)',
    'dossiers',
    '',
    null,
    undefined,
    42,
  ])('%j is not', to => {
    expect(localPath(to)).toBeNull()
  })
})
