/** De ce nu s-a schimbat nimic: o propoziție pentru fiecare cod din `graphql/refusal.ts`. */
export default {
  invalid: { default: 'Mai e ceva de îndreptat.' },
  stale: { default: 'Între timp, altcineva a salvat aici. Comparați cele două variante.' },
  not_found: { default: 'Nu am găsit ce căutați. Poate a fost mutat sau nu este pentru dumneavoastră.' },
  not_allowed: { default: 'Contul dumneavoastră nu are acest drept. Nu s-a schimbat nimic.' },
  sign_in_needed: { default: 'Intrați mai întâi în cont.' },
  wrong_credentials: {
    default: 'Adresa sau parola nu se potrivește. Verificați-le și încercați din nou.',
    old_password: 'Parola de acum nu se potrivește. Nu s-a schimbat nimic.',
  },
  too_many_attempts: {
    default_one: 'Prea multe încercări. Așteptați {{count}} minut și încercați din nou.',
    default_few: 'Prea multe încercări. Așteptați {{count}} minute și încercați din nou.',
    default_other: 'Prea multe încercări. Așteptați {{count}} de minute și încercați din nou.',
  },
  link_expired: {
    default: 'Legătura nu mai este valabilă. Cereți alta secretariatului.',
  },
  already_exists: { default: 'Există deja.' },
  wrong_state: { default: 'Acum nu se mai poate: între timp lucrurile au mers mai departe.' },
  not_entitled: { default: 'Organizația dumneavoastră nu are drept de vot aici.' },
  closed: { default: 'S-a încheiat. Nu s-a schimbat nimic.' },
  field: {
    required: 'Completați acest câmp.',
    too_long: 'Textul este prea lung.',
    email: 'Scrieți o adresă de e-mail, de pildă nume@organizatie.ro.',
    url: 'Scrieți o adresă web întreagă, care începe cu https://.',
    date: 'Scrieți o dată între 1990 și 2100.',
    number: 'Scrieți un număr întreg.',
    choice: 'Alegeți una dintre variante.',
    not_found: 'Alegeți din listă: ce ați ales nu mai există.',
    password_too_short: 'Parola are nevoie de cel puțin 12 caractere.',
    stale: 'Altcineva a salvat altceva aici.',
    taken: 'Este deja folosit.',
  },
} as const
