/** Paginile unui invitat: textele care îi sunt deschise. */
export default {
  list: {
    title: 'Textele deschise pentru dumneavoastră',
    lede: 'Fiecare text e al federației ProTECT și vă este deschis până în ziua arătată.',
    mayRead: 'Puteți citi până la {{date}} inclusiv',
    mayWrite: 'Puteți scrie până la {{date}} inclusiv',
    none: 'Acum nu aveți niciun text deschis',
    noneHint:
      'Dacă mai aveți de lucrat la un text, rugați persoana care v-a invitat să prelungească invitația. Membrii federației au nevoie de un mandat: îl dă secretariatul.',
  },
  one: {
    position: 'Text de poziție',
    minutes: 'Minuta unei întâlniri',
    mayRead: 'Puteți citi acest text până la {{date}} inclusiv.',
    mayWrite: 'Puteți scrie în acest text până la {{date}} inclusiv.',
    final: 'Textul a fost adoptat și nu se mai schimbă.',
    nowRead: 'Invitația dumneavoastră s-a schimbat: de acum puteți doar citi.',
    nowWrite: 'Invitația dumneavoastră s-a schimbat: de acum puteți și scrie.',
  },
  ended: {
    title: 'Textul nu vă mai este deschis',
    lede: 'Accesul dumneavoastră la acest text s-a încheiat la {{since}}. Ce ați scris a rămas în el.',
    hint: 'Dacă mai aveți de lucrat, rugați persoana care v-a invitat să vă invite din nou.',
    home: 'Textele mele',
  },
} as const
