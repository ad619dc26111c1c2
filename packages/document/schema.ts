import { type Extensions, getSchema } from '@tiptap/core'
import { Link } from '@tiptap/extension-link'
import { TableKit } from '@tiptap/extension-table'
import type { Schema } from '@tiptap/pm/model'
import { StarterKit } from '@tiptap/starter-kit'
import { BlockIds } from './blockIds.ts'
import {
  AmendmentPresent,
  AmendmentProposed,
  AmendmentReasons,
  AmendmentRow,
  AmendmentTable,
  type BlockWords,
  noWords,
  Recommendation,
  Situation,
} from './blocks.ts'
import { Image } from './image.ts'
import { isAllowedHref } from './links.ts'
import { SafeTableCell, SafeTableHeader } from './tables.ts'
import { UnknownAttributes, UnknownBlock, UnknownInline, UnknownMark } from './unknown.ts'

/**
 * The version of everything below. Raise it with each node, mark or attribute that an older editor would not
 * know: the handshake of live editing then sends older pages to reload themselves, because Yjs lets an editor
 * delete what it does not know, for everyone. Types are never removed, only hidden from the toolbar.
 */
export const documentSchemaVersion = 2

/** The name of the Yjs fragment that holds the text. */
export const fragmentName = 'default'

const SafeLink = Link.extend({
  // Stock attributes let the author of a link choose its `class`, `target` and `rel`; here only the address.
  addAttributes() {
    return {
      href: {
        default: null,
        validate(value: unknown) {
          if (!isAllowedHref(value)) throw new RangeError('a link must be http, https or mailto')
        },
      },
    }
  },
})

/** Heading levels: 1 is the page's own title, so a document begins at 2. */
export const headingLevels = [2, 3, 4] as const

/**
 * The extensions that define a document, the same in every browser and on the server. Live editing, carets and
 * the placeholder come on top in the browser. Undo is Yjs' own, so that it never undoes someone else's words.
 *
 * @param words what blocks show around the text, in the reader's language
 */
export function documentExtensions(words: BlockWords = noWords): Extensions {
  return [
    StarterKit.configure({
      undoRedo: false,
      // Would write into every document that somebody merely opens.
      trailingNode: false,
      code: false,
      codeBlock: false,
      link: false,
      heading: { levels: [...headingLevels] },
    }),
    SafeLink.configure({
      openOnClick: 'whenNotEditable',
      autolink: true,
      defaultProtocol: 'https',
      isAllowedUri: isAllowedHref,
      HTMLAttributes: { rel: 'noopener noreferrer nofollow', target: '_blank' },
    }),
    TableKit.configure({ table: { resizable: false }, tableCell: false, tableHeader: false }),
    SafeTableCell,
    SafeTableHeader,
    Situation.configure({ words }),
    Recommendation.configure({ words }),
    AmendmentTable.configure({ words }),
    AmendmentRow,
    AmendmentPresent.configure({ words }),
    AmendmentProposed.configure({ words }),
    AmendmentReasons.configure({ words }),
    Image,
    UnknownBlock.configure({ words }),
    UnknownInline,
    UnknownMark,
    UnknownAttributes,
    BlockIds,
  ]
}

let schema: Schema | undefined

/** The ProseMirror schema of a document, without words. Built once. */
export function documentSchema(): Schema {
  schema ??= getSchema(documentExtensions())
  return schema
}
