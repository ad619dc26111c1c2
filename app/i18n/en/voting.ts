/** The words of the voting rules: choices, outcomes, the count trail (`packages/voting`). */
export default {
  choice: {
    yes: 'For',
    no: 'Against',
    abstain: 'Abstain',
    none: 'Did not vote',
    recused: 'Recused',
  },
  outcome: {
    adopted: 'Adopted',
    rejected: 'Rejected',
    no_quorum: 'No quorum',
  },
  quorum: {
    presence: 'Presence at the meeting',
    participation: 'Participation in the vote',
  },
  base: {
    yes_no: 'votes for and against',
    cast: 'all votes cast, with abstentions',
    present: 'organisations present',
    entitled: 'all organisations entitled to vote',
  },
  describe: {
    quorum_none: 'No quorum: the vote is valid however many take part.',
    quorum_presence: 'Valid when at least {{needed}} of {{of}} are present.',
    quorum_participation: 'Valid when at least {{needed}} of {{of}} vote, abstentions included.',
    majority_yes_no:
      'Adopted, for example, with at least {{needed}} for out of {{of}} votes for and against; abstentions are left out.',
    majority_cast:
      'Adopted, for example, with at least {{needed}} for out of {{of}} votes cast, abstentions included.',
    majority_present: 'Adopted, for example, with at least {{needed}} for when {{of}} are present.',
    majority_entitled: 'Adopted with at least {{needed}} for out of {{of}}.',
    tie: 'On a tie the motion fails.',
  },
  cites: '[{{article}}]',
}
