import type { Editor } from '@tiptap/core'
import { useEditorState } from '@tiptap/react'
import {
  BetweenHorizontalEnd,
  BetweenVerticalEnd,
  Bold,
  BookMarked,
  FileDiff,
  FoldHorizontal,
  FoldVertical,
  Heading2,
  Heading3,
  Heading4,
  Italic,
  Link,
  List,
  ListOrdered,
  type LucideIcon,
  Megaphone,
  Redo2,
  Table,
  Trash2,
  Undo2,
} from 'lucide-react'
import { type KeyboardEvent, useEffect, useRef, useState } from 'react'
import { useWords } from '../../i18n/use-words.ts'
import { LinkDialog } from './link-dialog.tsx'

interface Tool {
  name: string
  icon: LucideIcon
  /** Shows its word beside the icon: the blocks that only this product has. */
  spelled?: boolean
  /** Whether it is in force at the selection; left out for what only acts. */
  active?: boolean
  disabled?: boolean
  run: () => void
}

/**
 * The formatting bar: one stop of the Tab key, arrow keys within (ARIA Authoring Practices, toolbar). It scrolls
 * within itself where the screen is narrow.
 */
export function Toolbar({ editor }: { editor: Editor }) {
  const { t } = useWords()
  const bar = useRef<HTMLDivElement>(null)
  const [current, setCurrent] = useState('bold')
  const [linking, setLinking] = useState(false)
  const groups = useTools(editor, () => setLinking(true))
  const tools = groups.flat()
  const stop = tools.some(tool => tool.name === current) ? current : tools[0]?.name

  useEffect(() => {
    const element = editor.view.dom
    const toBar = (event: globalThis.KeyboardEvent) => {
      if (event.altKey && event.key === 'F10') {
        event.preventDefault()
        bar.current?.querySelector<HTMLElement>('[tabindex="0"]')?.focus()
      }
      if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 'k') {
        event.preventDefault()
        setLinking(true)
      }
    }
    element.addEventListener('keydown', toBar)
    return () => element.removeEventListener('keydown', toBar)
  }, [editor])

  function onKeyDown(event: KeyboardEvent) {
    if (event.key === 'Escape') {
      editor.commands.focus()
      return
    }
    const at = tools.findIndex(tool => tool.name === stop)
    const steps: Record<string, number> = {
      ArrowRight: at + 1,
      ArrowLeft: at - 1 + tools.length,
      Home: 0,
      End: tools.length - 1,
    }
    const step = steps[event.key]
    const next = step === undefined ? undefined : tools[step % tools.length]
    if (!next) return
    event.preventDefault()
    setCurrent(next.name)
    bar.current?.querySelector<HTMLElement>(`[data-tool="${next.name}"]`)?.focus()
  }

  return (
    <>
      <div
        ref={bar}
        role="toolbar"
        aria-label={t('editor:toolbar.label')}
        className="editor-toolbar"
        onKeyDown={onKeyDown}
      >
        {groups.map(group => (
          <div key={group.map(tool => tool.name).join()} className="editor-tools">
            {group.map(({ name, icon: Icon, spelled, active, disabled, run }) => {
              const word = t(`editor:toolbar.${name}`)
              return (
                <button
                  key={name}
                  type="button"
                  data-tool={name}
                  tabIndex={name === stop ? 0 : -1}
                  aria-label={spelled ? undefined : word}
                  aria-pressed={active}
                  aria-disabled={disabled || undefined}
                  title={spelled ? undefined : word}
                  className="editor-tool"
                  onFocus={() => setCurrent(name)}
                  // Keeps the selection in the text.
                  onMouseDown={event => event.preventDefault()}
                  onClick={() => !disabled && run()}
                >
                  <Icon aria-hidden className="size-4.5" />
                  {spelled && <span>{word}</span>}
                </button>
              )
            })}
          </div>
        ))}
      </div>
      {linking && <LinkDialog editor={editor} onClose={() => setLinking(false)} />}
    </>
  )
}

/** The tools for where the selection is, by group. */
function useTools(editor: Editor, openLink: () => void): Tool[][] {
  const at = useEditorState({
    editor,
    selector: ({ editor }) => ({
      heading2: editor.isActive('heading', { level: 2 }),
      heading3: editor.isActive('heading', { level: 3 }),
      heading4: editor.isActive('heading', { level: 4 }),
      bold: editor.isActive('bold'),
      italic: editor.isActive('italic'),
      bulletList: editor.isActive('bulletList'),
      orderedList: editor.isActive('orderedList'),
      link: editor.isActive('link'),
      situation: editor.isActive('situation'),
      recommendation: editor.isActive('recommendation'),
      table: editor.isActive('table'),
      amendments: editor.isActive('amendmentTable'),
      undo: editor.can().undo(),
      redo: editor.can().redo(),
    }),
  })
  const chain = () => editor.chain().focus()
  const heading = (level: 2 | 3 | 4) => chain().toggleHeading({ level }).run()
  const blocks: Tool[] = [
    {
      name: 'situation',
      icon: BookMarked,
      spelled: true,
      active: at.situation,
      run: () => chain().toggleSection('situation').run(),
    },
    {
      name: 'recommendation',
      icon: Megaphone,
      spelled: true,
      active: at.recommendation,
      run: () => chain().toggleSection('recommendation').run(),
    },
    {
      name: 'amendmentTable',
      icon: FileDiff,
      spelled: true,
      disabled: at.situation || at.recommendation,
      run: () => chain().insertAmendmentTable().run(),
    },
    {
      name: 'table',
      icon: Table,
      disabled: at.situation || at.recommendation,
      run: () => chain().insertTable({ rows: 3, cols: 2, withHeaderRow: true }).run(),
    },
  ]
  const table: Tool[] = [
    { name: 'addRow', icon: BetweenHorizontalEnd, run: () => chain().addRowAfter().run() },
    { name: 'addColumn', icon: BetweenVerticalEnd, run: () => chain().addColumnAfter().run() },
    { name: 'deleteRow', icon: FoldVertical, run: () => chain().deleteRow().run() },
    { name: 'deleteColumn', icon: FoldHorizontal, run: () => chain().deleteColumn().run() },
    { name: 'deleteTable', icon: Trash2, run: () => chain().deleteTable().run() },
  ]
  const amendments: Tool[] = [
    { name: 'addRow', icon: BetweenHorizontalEnd, spelled: true, run: () => chain().addAmendmentRow().run() },
    { name: 'deleteRow', icon: FoldVertical, spelled: true, run: () => chain().deleteAmendmentRow().run() },
  ]
  return [
    [
      { name: 'bold', icon: Bold, active: at.bold, run: () => chain().toggleBold().run() },
      { name: 'italic', icon: Italic, active: at.italic, run: () => chain().toggleItalic().run() },
      { name: 'link', icon: Link, active: at.link, run: openLink },
    ],
    [
      { name: 'heading2', icon: Heading2, active: at.heading2, run: () => heading(2) },
      { name: 'heading3', icon: Heading3, active: at.heading3, run: () => heading(3) },
      { name: 'heading4', icon: Heading4, active: at.heading4, run: () => heading(4) },
      { name: 'bulletList', icon: List, active: at.bulletList, run: () => chain().toggleBulletList().run() },
      {
        name: 'orderedList',
        icon: ListOrdered,
        active: at.orderedList,
        run: () => chain().toggleOrderedList().run(),
      },
    ],
    // In a table the blocks give their place to its rows and columns, so that the bar keeps its height.
    at.amendments ? amendments : at.table ? table : blocks,
    [
      { name: 'undo', icon: Undo2, disabled: !at.undo, run: () => chain().undo().run() },
      { name: 'redo', icon: Redo2, disabled: !at.redo, run: () => chain().redo().run() },
    ],
  ]
}
