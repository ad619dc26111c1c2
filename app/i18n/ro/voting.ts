/** Cuvintele regulilor de vot: alegeri, rezultate, firul numărării (`packages/voting`). */
export default {
  choice: {
    yes: 'Pentru',
    no: 'Împotrivă',
    abstain: 'Abținere',
    none: 'Nu a votat',
    recused: 'Recuzată',
  },
  outcome: {
    adopted: 'Adoptat',
    rejected: 'Respins',
    no_quorum: 'Fără cvorum',
  },
  quorum: {
    presence: 'Prezență la ședință',
    participation: 'Participare la vot',
  },
  base: {
    yes_no: 'voturile pentru și împotrivă',
    cast: 'toate voturile exprimate, cu abțineri',
    present: 'organizațiile prezente',
    entitled: 'toate organizațiile cu drept de vot',
  },
  describe: {
    quorum_none: 'Fără cvorum: votul este valabil oricâte organizații participă.',
    quorum_presence: 'Valabil dacă sunt prezente cel puțin {{needed}} din {{of}}.',
    quorum_participation: 'Valabil dacă votează cel puțin {{needed}} din {{of}}, abținerile incluse.',
    majority_yes_no:
      'Se adoptă, de pildă, cu cel puțin {{needed}} „pentru” din {{of}}, socotind doar voturile pentru și împotrivă, fără abțineri.',
    majority_cast:
      'Se adoptă, de pildă, cu cel puțin {{needed}} „pentru” din {{of}}, socotind toate voturile exprimate, cu abțineri.',
    majority_present: 'Se adoptă, de pildă, cu cel puțin {{needed}} „pentru” când sunt prezente {{of}}.',
    majority_entitled: 'Se adoptă cu cel puțin {{needed}} „pentru” din {{of}}.',
    tie: 'La egalitate, propunerea nu trece.',
  },
  cites: '[{{article}}]',
}
