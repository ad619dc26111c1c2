/** Oameni și conturi: intrarea, contul propriu, invitațiile. */
export default {
  signIn: {
    title: 'Intrați în cont',
    lede: 'Locul de lucru al organizațiilor din federația ProTECT.',
    email: 'Adresa de e-mail',
    password: 'Parola',
    enter: 'Intră în cont',
    forgotten: 'Ați uitat parola? Secretariatul vă trimite o legătură cu care alegeți alta.',
  },
  demonstration: {
    title: 'Conturi demonstrative',
    lede: 'Datele sunt de probă. Alegeți cine doriți să fiți; puteți schimba oricând.',
    enterAs: 'Intră ca',
  },
} as const
