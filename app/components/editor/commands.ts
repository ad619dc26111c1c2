import type { Editor } from '@tiptap/core'
import {
  ArrowLeft,
  ArrowRight,
  BetweenHorizontalEnd,
  BetweenVerticalEnd,
  Bold,
  BookMarked,
  CircleQuestionMark,
  CornerDownLeft,
  FileDiff,
  FoldHorizontal,
  FoldVertical,
  Heading2,
  Heading3,
  Heading4,
  Image,
  IndentDecrease,
  IndentIncrease,
  Italic,
  Keyboard,
  Link,
  Link2,
  List,
  ListOrdered,
  type LucideIcon,
  Megaphone,
  Minus,
  Pilcrow,
  Quote,
  Redo2,
  Search,
  Strikethrough,
  Table,
  Trash2,
  Underline,
  Undo2,
} from 'lucide-react'

/** Parts of the help sheet, in its order. */
export const commandGroups = ['text', 'paragraphs', 'blocks', 'tables', 'history', 'reading'] as const
export type CommandGroup = (typeof commandGroups)[number]

/**
 * One thing that the editor can do. The toolbar, the slash menu, the keyboard and the help sheet are all made of this
 * one table, so that none of them knows something that another does not.
 */
export interface Command {
  /** Its words are `editor:command.<name>`. */
  name: string
  group: CommandGroup
  icon: LucideIcon
  /** As ProseMirror names keys; the help sheet shows the first. Two commands may share keys: the first that can, acts. */
  keys?: readonly string[]
  /** Also for who only reads, and also when the focus is in a bar beside the text. */
  reading?: true
  /** Whether it is in force at the selection; left out for what only acts. */
  isOn?: (editor: Editor) => boolean
  /** Left out where it is always possible. */
  isPossible?: (editor: Editor) => boolean
  /** False when there was nothing to do, so that a key keeps its usual meaning. */
  run: (editor: Editor) => boolean
}

/** What lies beside the text. */
export interface Beside {
  openLink: () => void
  openFind: (editor: Editor) => void
  /** Goes to the next match (1) or the one before (-1). */
  findAgain: (editor: Editor, step: 1 | -1) => void
  openHelp: () => void
  toToolbar: () => void
  /** Of the paragraph that the caret is in. */
  copyLink: (editor: Editor) => void
}

const opens = (act: (editor: Editor) => void) => (editor: Editor) => {
  act(editor)
  return true
}

const isIn =
  (...names: string[]) =>
  (editor: Editor) =>
    names.some(name => editor.isActive(name))

/** Sections and tables stand in the text itself, not within one another. */
const inContainer = isIn('situation', 'recommendation', 'table', 'amendmentTable')

function heading(level: 2 | 3 | 4, icon: LucideIcon): Command {
  return {
    name: `heading${level}`,
    group: 'paragraphs',
    icon,
    keys: [`Mod-Alt-${level}`],
    isOn: editor => editor.isActive('heading', { level }),
    isPossible: editor => editor.can().toggleHeading({ level }),
    run: editor => editor.chain().focus().toggleHeading({ level }).run(),
  }
}

function section(name: 'situation' | 'recommendation', icon: LucideIcon, key: string): Command {
  return {
    name,
    group: 'blocks',
    icon,
    keys: [key],
    isOn: isIn(name),
    isPossible: editor => editor.isActive(name) || !inContainer(editor),
    run: editor => editor.chain().focus().toggleSection(name).run(),
  }
}

const inAmendments = isIn('amendmentTable')

/** Everything, in the order of the help sheet and of the slash menu. */
export function editorCommands(beside: Beside): Command[] {
  return [
    {
      name: 'bold',
      group: 'text',
      icon: Bold,
      keys: ['Mod-b', 'Mod-B'],
      isOn: isIn('bold'),
      run: editor => editor.chain().focus().toggleBold().run(),
    },
    {
      name: 'italic',
      group: 'text',
      icon: Italic,
      keys: ['Mod-i', 'Mod-I'],
      isOn: isIn('italic'),
      run: editor => editor.chain().focus().toggleItalic().run(),
    },
    {
      name: 'underline',
      group: 'text',
      icon: Underline,
      keys: ['Mod-u', 'Mod-U'],
      isOn: isIn('underline'),
      run: editor => editor.chain().focus().toggleUnderline().run(),
    },
    {
      name: 'strike',
      group: 'text',
      icon: Strikethrough,
      keys: ['Mod-Shift-s'],
      isOn: isIn('strike'),
      run: editor => editor.chain().focus().toggleStrike().run(),
    },
    {
      name: 'link',
      group: 'text',
      icon: Link,
      keys: ['Mod-k'],
      isOn: isIn('link'),
      run: opens(beside.openLink),
    },
    {
      name: 'newLine',
      group: 'text',
      icon: CornerDownLeft,
      keys: ['Shift-Enter'],
      run: editor => editor.commands.setHardBreak(),
    },
    {
      name: 'paragraph',
      group: 'paragraphs',
      icon: Pilcrow,
      keys: ['Mod-Alt-0'],
      run: editor => editor.chain().focus().setParagraph().run(),
    },
    heading(2, Heading2),
    heading(3, Heading3),
    heading(4, Heading4),
    {
      name: 'bulletList',
      group: 'paragraphs',
      icon: List,
      keys: ['Mod-Shift-8'],
      isOn: isIn('bulletList'),
      isPossible: editor => editor.can().toggleBulletList(),
      run: editor => editor.chain().focus().toggleBulletList().run(),
    },
    {
      name: 'orderedList',
      group: 'paragraphs',
      icon: ListOrdered,
      keys: ['Mod-Shift-7'],
      isOn: isIn('orderedList'),
      isPossible: editor => editor.can().toggleOrderedList(),
      run: editor => editor.chain().focus().toggleOrderedList().run(),
    },
    {
      name: 'quote',
      group: 'paragraphs',
      icon: Quote,
      keys: ['Mod-Shift-b'],
      isOn: isIn('blockquote'),
      isPossible: editor => editor.can().toggleBlockquote(),
      run: editor => editor.chain().focus().toggleBlockquote().run(),
    },
    {
      name: 'deeper',
      group: 'paragraphs',
      icon: IndentIncrease,
      keys: ['Tab'],
      run: editor => editor.commands.sinkListItem('listItem'),
    },
    {
      name: 'higher',
      group: 'paragraphs',
      icon: IndentDecrease,
      keys: ['Shift-Tab'],
      run: editor => editor.commands.liftListItem('listItem'),
    },
    section('situation', BookMarked, 'Mod-Alt-5'),
    section('recommendation', Megaphone, 'Mod-Alt-6'),
    {
      name: 'amendmentTable',
      group: 'blocks',
      icon: FileDiff,
      keys: ['Mod-Alt-7'],
      isPossible: editor => !inContainer(editor),
      run: editor => !inContainer(editor) && editor.chain().focus().insertAmendmentTable().run(),
    },
    {
      name: 'table',
      group: 'blocks',
      icon: Table,
      isPossible: editor => !inContainer(editor),
      run: editor => editor.chain().focus().insertTable({ rows: 3, cols: 2, withHeaderRow: true }).run(),
    },
    {
      name: 'picture',
      group: 'blocks',
      icon: Image,
      run: editor => editor.commands.askForPicture(),
    },
    {
      name: 'line',
      group: 'blocks',
      icon: Minus,
      isPossible: editor => !inContainer(editor),
      run: editor => editor.chain().focus().setHorizontalRule().run(),
    },
    {
      name: 'nextCell',
      group: 'tables',
      icon: ArrowRight,
      keys: ['Tab'],
      run: editor => editor.commands.goToNextCell(),
    },
    {
      name: 'previousCell',
      group: 'tables',
      icon: ArrowLeft,
      keys: ['Shift-Tab'],
      run: editor => editor.commands.goToPreviousCell(),
    },
    {
      name: 'addRow',
      group: 'tables',
      icon: BetweenHorizontalEnd,
      isPossible: isIn('table', 'amendmentTable'),
      run: editor =>
        inAmendments(editor)
          ? editor.chain().focus().addAmendmentRow().run()
          : editor.chain().focus().addRowAfter().run(),
    },
    {
      name: 'deleteRow',
      group: 'tables',
      icon: FoldVertical,
      isPossible: isIn('table', 'amendmentTable'),
      run: editor =>
        inAmendments(editor)
          ? editor.chain().focus().deleteAmendmentRow().run()
          : editor.chain().focus().deleteRow().run(),
    },
    {
      name: 'addColumn',
      group: 'tables',
      icon: BetweenVerticalEnd,
      isPossible: isIn('table'),
      run: editor => editor.chain().focus().addColumnAfter().run(),
    },
    {
      name: 'deleteColumn',
      group: 'tables',
      icon: FoldHorizontal,
      isPossible: isIn('table'),
      run: editor => editor.chain().focus().deleteColumn().run(),
    },
    {
      name: 'deleteTable',
      group: 'tables',
      icon: Trash2,
      isPossible: isIn('table'),
      run: editor => editor.chain().focus().deleteTable().run(),
    },
    {
      name: 'undo',
      group: 'history',
      icon: Undo2,
      keys: ['Mod-z'],
      isPossible: editor => editor.can().undo(),
      run: editor => editor.chain().focus().undo().run(),
    },
    {
      name: 'redo',
      group: 'history',
      icon: Redo2,
      keys: ['Mod-Shift-z', 'Mod-y'],
      isPossible: editor => editor.can().redo(),
      run: editor => editor.chain().focus().redo().run(),
    },
    {
      name: 'find',
      group: 'reading',
      icon: Search,
      keys: ['Mod-f'],
      reading: true,
      run: opens(beside.openFind),
    },
    {
      name: 'findNext',
      group: 'reading',
      icon: Search,
      keys: ['F3', 'Mod-g'],
      reading: true,
      run: opens(editor => beside.findAgain(editor, 1)),
    },
    {
      name: 'findPrevious',
      group: 'reading',
      icon: Search,
      keys: ['Shift-F3', 'Mod-Shift-g'],
      reading: true,
      run: opens(editor => beside.findAgain(editor, -1)),
    },
    {
      name: 'copyLink',
      group: 'reading',
      icon: Link2,
      keys: ['Mod-Shift-l'],
      run: opens(beside.copyLink),
    },
    {
      name: 'toToolbar',
      group: 'reading',
      icon: Keyboard,
      keys: ['Alt-F10'],
      reading: true,
      run: opens(beside.toToolbar),
    },
    {
      name: 'help',
      group: 'reading',
      icon: CircleQuestionMark,
      keys: ['Mod-/'],
      reading: true,
      run: opens(beside.openHelp),
    },
  ]
}
