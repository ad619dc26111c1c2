/** Ce spun paginile fără scripturi, acolo unde cea a platformei nu se poate arăta. */
export default {
  signedOut: {
    title: 'Intrați mai întâi în cont',
    text: 'Sesiunea s-a încheiat, așa că nu s-a salvat nimic. Ce ați scris este mai jos: copiați-l, intrați în cont și lipiți-l la loc.',
    typed: 'Ce ați scris ({{number}})',
    signIn: 'Intră în cont',
  },
  tooLarge: {
    title: 'Prea mult pentru o singură trimitere',
    page: 'Un formular duce cel mult 1 MB. Nu s-a salvat nimic. Mergeți înapoi, scurtați ce ați scris și trimiteți din nou.',
    form: 'Este mai mult decât duce un formular (1 MB), așa că nu s-a salvat nimic. Ce ați scris rămâne aici: scurtați și trimiteți din nou.',
    request:
      'Cererea este mai mare decât se primește aici. Nu s-a schimbat nimic. Trimiteți mai puțin deodată.',
  },
} as const
