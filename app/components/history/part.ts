import { graphql, type ResultOf } from '../../graphql.ts'
import { RefusalFields } from '../../refused.ts'

/** Sessions on one page of the list. */
export const sessionsOnPage = 60

const AuthorFields = graphql(`
  fragment AuthorFields on TextAuthor {
    personId
    name
    organisation
    gone
  }
`)

/** What a history page asks of a text: the list of its moments, or two of them compared. */
export const HistoryPart = graphql(
  `
    fragment HistoryPart on Document {
      id
      mayWrite
      mayReadHistory
      versions {
        number
        name
        hash
        frozenAt
        frozenBy {
          name
        }
      }
      sessions(first: 60, before: $before) @skip(if: $compares) {
        firstEdit
        lastEdit
        beganAt
        endedAt
        wordsAdded
        wordsStruck
        author {
          ...AuthorFields
        }
      }
      restorations @skip(if: $compares) {
        edit
        point
        at
        author {
          ...AuthorFields
        }
      }
      comparison(from: $from, to: $to) @include(if: $compares) {
        inserted
        struck
        changed
        moved
        html(sideBySide: $sideBySide)
        from {
          name
          at
          version
          versionName
        }
        to {
          name
          at
          version
          versionName
        }
      }
    }
  `,
  [AuthorFields],
)

export type History = ResultOf<typeof HistoryPart>
export type Author = ResultOf<typeof AuthorFields>

export const RestoreText = graphql(
  `
    mutation RestoreText($input: RestoreTextInput!) {
      restoreText(input: $input) {
        __typename
        ...RefusalFields
      }
    }
  `,
  [RefusalFields],
)
