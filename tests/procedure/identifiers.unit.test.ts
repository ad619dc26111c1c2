import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  fold,
  identifierKinds,
  normaliseIdentifier,
  parseIdentifier,
  printIdentifier,
  searchKey,
} from '../../packages/procedure/index.ts'

/** How each is cited, its kind, and ways in which people write it. */
const written: readonly (readonly [cited: string, kind: string, ...ways: string[]])[] = [
  [
    'PL-x 123/2023',
    'pl_x',
    'PLx 123/2023',
    'pl-x nr. 123/2023',
    'PL x123 / 2023',
    'Pl–x 123/2023',
    'plx123/2023',
  ],
  ['L 45/2023', 'senate', 'L45/2023', 'l nr. 45/2023', 'L.45/2023'],
  ['BPI 12/2023', 'bpi', 'bpi12/2023', 'B.P.I. nr. 12/2023'],
  [
    'HG 88/2023',
    'hg',
    'H.G. nr. 88/2023',
    'Hotărârea Guvernului nr. 88/2023',
    'hotarare de guvern 88 din 2023',
  ],
  ['HG 88/31.01.2023', 'hg', 'hg 88 / 31.01.2023', 'HG nr. 88 din 31 ianuarie 2023', 'HG 88/31.1.2023'],
  ['HG 1064/2021', 'hg', 'HG 1.064/2021', 'hg1064/2021', 'Government Decision no. 1064/2021'],
  ['OG 26/2000', 'og', 'O.G. nr. 26/2000', 'Ordonanța Guvernului nr. 26/2000', 'ordonanţa 26/2000'],
  ['OUG 78/2000', 'oug', 'O.U.G. 78/2000', 'Ordonanța de urgență a Guvernului nr. 78/2000', 'oug78/2000'],
  ['Legea 217/2023', 'law', 'Lege 217/2023', 'legea nr.217/2023', 'Law no. 217/2023'],
  ['Legea 217/10.07.2023', 'law', 'Legea nr. 217 din 10 iulie 2023', 'Law 217 of 10 July 2023'],
  ['OMAI 12/2024', 'om', 'O.M.A.I. nr. 12/2024', 'omai12/2024'],
  ['OM 1205/2024', 'om', 'Ordinul nr. 1.205/2024', 'O.M. 1205/2024'],
  [
    'Monitorul Oficial 634/11.07.2023',
    'gazette',
    'MO 634/11.07.2023',
    'M.Of. nr. 634/11.07.2023',
    'Monitorul Oficial al României, Partea I, nr. 634 din 11 iulie 2023',
    'mo634/11.7.2023',
  ],
  [
    'Monitorul Oficial 467 bis/21.05.2024',
    'gazette',
    'MO 467bis/21.05.2024',
    'M. Of. 467 bis din 21.05.2024',
  ],
  ['COM(2022) 732', 'com', 'COM (2022) 732 final', 'com/2022/732', 'COM 2022 732', 'com(2022)732'],
  ['2022/0426(COD)', 'eu_procedure', '2022/0426 (COD)', '2022/426(cod)', 'procedura 2022/0426 COD'],
  ['2010/0065A(COD)', 'eu_procedure', '2010/0065a(cod)'],
  [
    'Directiva (UE) 2024/1712',
    'eu_act',
    'Directive (EU) 2024/1712',
    'directiva 2024/1712',
    'Directiva (UE) nr. 2024/1712',
  ],
  ['Directiva 2004/81/CE', 'eu_act', 'Directive 2004/81/EC'],
  ['Directiva 2011/36/UE', 'eu_act', 'Directive 2011/36/EU', 'directiva 2011/36'],
  ['32024L1712', 'celex', '32024l1712', 'CELEX:32024L1712', 'celex 3 2024 L 1712'],
  ['02011L0036-20240714', 'celex', '02011l0036-20240714'],
  ['32011L0036R(01)', 'celex', '32011l0036r(01)'],
  ['52022PC0732', 'celex', '52022pc0732'],
  [
    'data.europa.eu/eli/dir/2024/1712/oj',
    'eli',
    'http://data.europa.eu/eli/dir/2024/1712/oj',
    'https://data.europa.eu/eli/dir/2024/1712/oj//',
    'eli/dir/2024/1712/oj',
  ],
  ['data.europa.eu/eli/dir/2011/36/2024-07-14', 'eli', 'ELI/dir/2011/36/2024-07-14'],
]

const cases = written.flatMap(([cited, kind, ...ways]) =>
  [cited, ...ways].map(way => [way, cited, kind] as const),
)

describe('an identifier', () => {
  it.each(cases)('written %s is cited %s', (way, cited, kind) => {
    expect(parseIdentifier(way)?.kind).toBe(kind)
    expect(normaliseIdentifier(way)).toBe(cited)
    expect(normaliseIdentifier(`  ${way.toUpperCase()} `)).toBe(cited)
  })

  it('of every kind is tried above', () => {
    expect([...new Set(written.map(([, kind]) => kind))].sort()).toEqual([...identifierKinds].sort())
  })

  it.each([
    '',
    'Strategia națională 2024-2028',
    'HG',
    'HG 88',
    'HG 0/2023',
    'HG 10.64/2021',
    'HG 88/31.02.2023',
    'Legea 217 din 10 cireșar 2023',
    'PL-x 123/23',
    'L 45/0001',
    'MO 634',
    'COM(2022)',
    '32024L17',
    '32011L0036R(00)',
    '02011L0036',
    '02011L0036-20240231',
    '32024L1712-20240714',
    'https://example.org/eli/dir/2024/1712/oj',
  ])('is not found in %j', text => {
    expect(parseIdentifier(text)).toBeUndefined()
  })

  it('keeps the day and the issuer where they were given', () => {
    expect(parseIdentifier('HG 88/31.01.2023')).toEqual({
      kind: 'hg',
      number: 88,
      year: 2023,
      date: '2023-01-31',
    })
    expect(parseIdentifier('OMAI 12/2024')).toEqual({ kind: 'om', issuer: 'AI', number: 12, year: 2024 })
    expect(parseIdentifier('02011L0036-20240714')).toMatchObject({ sector: '0', consolidated: '2024-07-14' })
  })

  it('printed and read again is the same', () => {
    for (const [cited] of written) {
      const identifier = parseIdentifier(cited)
      expect(identifier && parseIdentifier(printIdentifier(identifier))).toEqual(identifier)
    }
  })

  it('however mangled, is read as nothing or as what prints and reads the same', () => {
    const pieces = [
      ...written.flat(),
      ...'0123456789./-()&: Rr',
      '00',
      'bis',
      'nr.',
      'din',
      'final',
      '2023',
      '/oj',
    ]
    const mangled = fc
      .array(fc.constantFrom(...pieces), { minLength: 1, maxLength: 3 })
      .chain(parts => fc.tuple(fc.constant(parts.join('')), fc.nat(40), fc.nat(40)))
      .map(([text, from, length]) => text.slice(0, from) + text.slice(from + (length % 3)))
    fc.assert(
      fc.property(fc.oneof(mangled, fc.string({ unit: 'binary', maxLength: 40 })), text => {
        const identifier = parseIdentifier(text)
        if (identifier) expect(parseIdentifier(printIdentifier(identifier))).toEqual(identifier)
        expect(searchKey(searchKey(text))).toMatch(/^[a-z0-9/]*$/)
      }),
      { numRuns: 2_000 },
    )
  })

  it('that is none is kept as typed, spaces tidied', () => {
    expect(normaliseIdentifier('  Apelul  de la Bruxelles ')).toBe('Apelul de la Bruxelles')
  })
})

describe('a search key', () => {
  it.each(cases)('of %s is that of %s', (way, cited) => {
    expect(searchKey(way)).toBe(searchKey(cited))
  })

  it('leaves the day of an act out, so that either citation finds the other', () => {
    expect(searchKey('HG 88/31.01.2023')).toBe(searchKey('HG 88/2023'))
    expect(searchKey('MO 634/11.07.2023')).toBe('mo634/2023')
  })

  it.each([
    ['HG 1.064', 'HG 1064/2021'],
    ['hotărârea guvernului 1064', 'HG 1064/2021'],
    ['plx 123', 'PL-x 123/2023'],
    ['PL-x123', 'PL-x 123/2023'],
    ['monitorul oficial 634', 'Monitorul Oficial 634/11.07.2023'],
    ['m.of. nr. 634', 'Monitorul Oficial 634/11.07.2023'],
    ['com(2022)', 'COM(2022) 732'],
    ['2024/1712', 'Directiva (UE) 2024/1712'],
    ['2022/0426', '2022/0426(COD)'],
    ['02011L0036', '02011L0036-20240714'],
    ['eli/dir/2024', 'data.europa.eu/eli/dir/2024/1712/oj'],
    ['1712', '32024L1712'],
  ])('of %s is found within that of %s', (typed, whole) => {
    expect(searchKey(whole)).toContain(searchKey(typed))
  })

  it('tells different acts apart', () => {
    const keys = written.map(([cited]) => searchKey(cited))
    // One act is cited with its year and with its day; all others differ.
    expect(new Set(keys).size).toBe(written.length - 2)
  })

  it('of other words is folded', () => {
    expect(searchKey('Strategia națională')).toBe('strategianationala')
  })
})

describe('folding', () => {
  it('makes comma-below, cedilla, composed and bare letters one', () => {
    const ways = [
      'Țară și şcoală',
      'Ţară şi școală',
      'tara si scoala',
      'ȚARĂ ȘI ȘCOALĂ',
      'Țară și școală'.normalize('NFD'),
    ]
    expect(new Set(ways.map(fold))).toEqual(new Set(['tara si scoala']))
  })

  it('folds the other letters of Romanian and its neighbours', () => {
    expect(fold('ĂÂÎ ăâî éöő')).toBe('aai aai eoo')
  })
})
