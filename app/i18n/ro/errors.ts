/** De ce nu s-a schimbat nimic: o propoziție pentru fiecare cod din `graphql/refusal.ts`. */
export default {
  invalid: {
    default: 'Mai e ceva de îndreptat.',
    poll_incomplete: 'Votul nu poate fi deschis încă: mai lipsește ceva.',
  },
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
  wrong_state: {
    default: 'Acum nu se mai poate: între timp lucrurile au mers mai departe.',
    poll_draft: 'Votul nu a fost deschis încă.',
    poll_not_draft: 'Votul a fost deschis: întrebarea, textul și regula lui nu se mai schimbă.',
    poll_open: 'Votul este deja deschis.',
  },
  not_entitled: {
    default: 'Organizația dumneavoastră nu are drept de vot aici.',
    no_organisation:
      'Nu aveți mandat într-o organizație membră; votează delegatul sau supleantul fiecărei organizații.',
    other_organisation: 'Puteți vota doar pentru organizația dumneavoastră.',
    not_elector: 'Organizația dumneavoastră nu era membră când s-a deschis votul.',
    not_delegate: 'Pentru organizația dumneavoastră votează delegatul sau supleantul.',
  },
  closed: {
    default: 'S-a încheiat. Nu s-a schimbat nimic.',
    poll_closed: 'Votul s-a încheiat.',
    poll_time_over: 'Timpul de vot a trecut; rezultatul apare îndată.',
  },
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
    not_ahead: 'Alegeți un moment din viitor.',
    rule_not_in_force: 'Regula nu este în vigoare astăzi.',
    rule_impossible: 'Regula nu poate fi aplicată: fracțiile ei nu se potrivesc.',
    rule_needs_presence: 'Regula cere lista de prezență a unei ședințe; pentru un vot în scris alegeți alta.',
    no_electorate: 'Nicio organizație nu este membră astăzi.',
    ends_before_start: 'Sfârșitul trebuie să fie după început.',
    too_many: 'Sunt prea multe.',
    owns_action_item: 'Una dintre organizațiile scoase răspunde de un angajament din această întâlnire.',
    not_participant:
      'Întâlnirea este doar pentru participanți: alegeți una dintre organizațiile participante.',
  },
} as const
