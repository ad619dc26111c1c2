/** Invitarea cuiva din afara federației la un text. */
export default {
  page: {
    given: 'Cine este invitat',
    lede: 'Un invitat vede și, dacă vreți, scrie doar acest text: nimic altceva din federație.',
  },
  form: {
    name: 'Numele',
    email: 'Adresa de e-mail',
    right: 'Ce poate face',
    readHint: 'Vede textul și cine mai e în el.',
    writeHint: 'Modifică textul odată cu ceilalți.',
    until: 'Ultima zi',
    untilHint: 'Cel mult 90 de zile de acum. Se poate prelungi.',
    invite: 'Invită',
    change: 'Schimbă invitația',
    changeOf: 'Schimbă invitația: {{name}}',
    save: 'Salvează',
    withdraw: 'Retrage invitația',
    withdrawHint: 'Textul i se închide imediat. Ce a scris rămâne.',
    link: 'Fă altă legătură',
    linkHint: 'Cea dinainte nu va mai merge.',
  },
  said: {
    changed: 'Am schimbat invitația.',
    withdrawn: 'Am retras invitația; textul i s-a închis.',
  },
  known: {
    title: '{{name}} are deja cont',
    lede: 'Textul i s-a deschis. Trimiteți-i adresa; intră cu parola pe care o are.',
    address: 'Adresa textului',
  },
} as const
