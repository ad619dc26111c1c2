import { newBlockId } from './blockIds.ts'
import type { NodeJson } from './json.ts'

/** The headings of a new position, in the language that it is written in. */
export interface PositionWords {
  context: string
  findings: string
  amendments: string
  contact: string
}

/** The headings of new minutes, in the language that they are written in. */
export interface MinutesWords {
  discussion: string
  decisions: string
  commitments: string
}

const block = (type: string, content?: NodeJson[], attrs: Record<string, unknown> = {}): NodeJson => ({
  type,
  attrs: { ...attrs, blockId: newBlockId() },
  ...(content ? { content } : {}),
})

const paragraph = () => block('paragraph')
const heading = (text: string) => block('heading', [{ type: 'text', text }], { level: 2 })
const cell = (type: string): NodeJson => ({ type, content: [paragraph()] })

/**
 * A new position: context, one situation with its recommendation, the amendment table for a bill, and whom an
 * institution may answer.
 *
 * @param words the headings, in the language of the position
 * @param options `amendmentTable`: whether there is an act to amend
 */
export function positionTemplate(words: PositionWords, options: { amendmentTable: boolean }): NodeJson {
  const amendments = block('amendmentTable', [
    block('amendmentRow', [cell('amendmentPresent'), cell('amendmentProposed'), cell('amendmentReasons')]),
  ])
  return {
    type: 'doc',
    content: [
      heading(words.context),
      paragraph(),
      heading(words.findings),
      block('situation', [paragraph()]),
      block('recommendation', [paragraph()]),
      ...(options.amendmentTable ? [heading(words.amendments), amendments] : []),
      heading(words.contact),
      paragraph(),
    ],
  }
}

/** New minutes of a meeting: what was discussed, decided and promised. */
export function minutesTemplate(words: MinutesWords): NodeJson {
  const section = (title: string) => [heading(title), paragraph()]
  return {
    type: 'doc',
    content: [words.discussion, words.decisions, words.commitments].flatMap(section),
  }
}
