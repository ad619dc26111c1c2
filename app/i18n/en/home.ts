/** Home: what does my organisation need now? */
export default {
  title: 'Home',
  greeting: 'Welcome',
  lede: 'What {{organisation}} needs now.',
  ledeFederation: 'What the federation needs now.',
  ledeMember: 'What is going on in the federation now.',
  polls: {
    title: 'Votes that wait for us',
    empty: 'No open vote without our ballot.',
    closes: 'Closes {{when}}',
    forDelegate: 'The delegate or the deputy votes.',
  },
  managed: {
    title: 'The federation’s votes',
    empty: 'No vote in preparation or open.',
    draft: 'In preparation',
    open: 'Open',
    turnout: 'Voted',
  },
  deadlines: {
    title: 'Deadlines',
    description: 'Those that have passed and those of the next 30 days.',
    empty: 'No deadline has passed or comes in the next 30 days.',
    late: 'Late, {{when}}',
  },
  consultations: {
    title: 'Texts in consultation',
    empty: 'No text is in consultation.',
    open: 'In consultation',
    ends: 'Ends {{when}}',
    ended: 'Ended {{when}}',
  },
  drafts: {
    title: 'Our drafts',
    titleFederation: 'Drafts',
    empty: 'No draft in work.',
    lead: 'Led by {{organisation}}',
  },
  meetings: {
    title: 'Meetings ahead',
    empty: 'No meeting is planned.',
  },
  promises: {
    title: 'What we promised',
    titleFederation: 'What was promised',
    empty: 'No open promise.',
    late: 'Late, {{when}}',
    due: 'Due {{when}}',
  },
  welcome: {
    title: 'The platform of the ProTECT federation',
    lede: 'Here the federation follows laws and policies against human trafficking, writes positions together, votes on them and sees what becomes of them.',
    signIn: 'Sign in',
    dossiers: 'Laws, decisions, strategies and directives, with their stages and deadlines.',
    positions: 'Texts written together, commented and voted on as a fixed version.',
    polls: 'One organisation, one vote, with the count in plain sight.',
    meetings: 'What was said, what was decided, who promised what.',
  },
  nobody: {
    title: 'This account belongs to no organisation',
    hint: 'Ask the secretariat for a mandate; until then there is nothing to see here.',
  },
} as const
