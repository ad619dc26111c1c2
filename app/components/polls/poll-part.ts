import { graphql, type ResultOf } from '../../graphql.ts'

/** All that a poll's page shows, in preparation, open and closed. */
export const PollPart = graphql(`
  fragment PollPart on Poll {
    id
    revision
    question
    status
    outcome
    closesAt
    openedAt
    closedAt
    mayManage
    whyNotVote
    openedBy {
      name
    }
    closedBy {
      name
    }
    position {
      id
      title
    }
    version {
      number
      name
      hash
      frozenAt
    }
    rule {
      name
      article
      quorumWords
      majorityWords
    }
    turnout {
      entitled
      cast
      quorumNeeded
      quorumMet
    }
    electors {
      organisation {
        id
        shortName
      }
      ours
      mayCast
      hasVoted
      ballot {
        id
        choice
        number
        castAt
        castBy {
          name
        }
      }
    }
    result {
      trail {
        key
        sentence
        article
      }
    }
  }
`)

export type Poll = ResultOf<typeof PollPart>
export type Elector = Poll['electors'][number]
