/** Acasă: de ce are nevoie organizația mea acum? */
export default {
  title: 'Acasă',
  greeting: 'Bine ați venit',
  lede: 'De ce are nevoie {{organisation}} acum.',
  ledeFederation: 'De ce are nevoie federația acum.',
  ledeMember: 'Ce se întâmplă în federație acum.',
  polls: {
    title: 'Voturi care ne așteaptă',
    empty: 'Niciun vot deschis fără buletinul nostru.',
    closes: 'Se închide {{when}}',
    forDelegate: 'Votează delegatul sau supleantul.',
  },
  managed: {
    title: 'Voturile federației',
    empty: 'Niciun vot în pregătire sau deschis.',
    draft: 'În pregătire',
    open: 'Deschis',
    turnout: 'Au votat',
  },
  deadlines: {
    title: 'Termene',
    description: 'Cele trecute și cele din următoarele 30 de zile.',
    empty: 'Niciun termen trecut sau în următoarele 30 de zile.',
    late: 'Întârziat, {{when}}',
  },
  consultations: {
    title: 'Texte în consultare',
    empty: 'Niciun text în consultare.',
    open: 'În consultare',
    ends: 'Se încheie {{when}}',
    ended: 'S-a încheiat {{when}}',
  },
  drafts: {
    title: 'Textele noastre în lucru',
    titleFederation: 'Texte în lucru',
    empty: 'Niciun text în lucru.',
    lead: 'Coordonează {{organisation}}',
  },
  meetings: {
    title: 'Întâlniri care urmează',
    empty: 'Nicio întâlnire planificată.',
  },
  promises: {
    title: 'Ce am promis',
    titleFederation: 'Ce s-a promis',
    empty: 'Niciun angajament deschis.',
    late: 'Întârziat, {{when}}',
    due: 'Termen {{when}}',
  },
  welcome: {
    title: 'Platforma federației ProTECT',
    lede: 'Aici federația urmărește legi și politici împotriva traficului de persoane, scrie poziții împreună, le votează și vede ce devin.',
    signIn: 'Intră în cont',
    dossiers: 'Legi, hotărâri, strategii și directive, cu etapele și termenele lor.',
    positions: 'Texte scrise împreună, comentate și votate pe o versiune fixă.',
    polls: 'O organizație, un vot, cu numărătoarea la vedere.',
    meetings: 'Ce s-a spus, ce s-a hotărât, cine ce a promis.',
  },
  nobody: {
    title: 'Contul nu e legat de nicio organizație',
    hint: 'Cereți secretariatului un mandat; până atunci aici nu e nimic de văzut.',
  },
} as const
