import type { Editor } from '@tiptap/core'
import { useEditorState } from '@tiptap/react'
import { Check, ChevronDown, Ellipsis, type LucideIcon, Plus, Table } from 'lucide-react'
import { type ReactNode, type RefObject, useMemo } from 'react'
import {
  Button,
  Group,
  Menu,
  MenuItem,
  MenuSection,
  MenuTrigger,
  Popover,
  Toolbar,
} from 'react-aria-components'
import { useWords } from '../../i18n/use-words.ts'
import type { Command } from './commands.ts'
import { ariaKeys, keyLabel, onMac } from './shortcuts.ts'

const tools = {
  text: ['bold', 'italic', 'link'],
  paragraphs: ['heading2', 'heading3', 'bulletList', 'orderedList'],
  history: ['undo', 'redo'],
} as const

const menus = {
  insert: ['situation', 'recommendation', 'amendmentTable', 'table', 'picture', 'quote', 'line'],
  inTable: ['addRow', 'deleteRow', 'addColumn', 'deleteColumn', 'deleteTable'],
  more: ['underline', 'strike', 'heading4', 'paragraph', 'copyLink'],
} as const

/** How each command stands at the selection. */
type Standing = Record<string, { on?: boolean; possible: boolean }>

/**
 * The bar of tools: one stop of the Tab key and arrow keys within (React Aria's `Toolbar`), Escape leads back to the
 * text. What is rarer is in menus, so that the bar has room beside a column; on a phone it scrolls within itself.
 */
export function ToolBar({
  editor,
  commands,
  mayWrite,
  bar,
  outline,
}: {
  editor: Editor
  commands: readonly Command[]
  mayWrite: boolean
  bar: RefObject<HTMLDivElement>
  /** The outline's button, which opens it. */
  outline: ReactNode
}) {
  const { t } = useWords()
  const byName = useMemo(() => new Map(commands.map(command => [command.name, command])), [commands])
  const { standing, inTable } = useEditorState({
    editor,
    selector: ({ editor }) => ({
      standing: standingOf(editor, commands),
      inTable: editor.isActive('table') || editor.isActive('amendmentTable'),
    }),
  })
  const pick = (names: readonly string[]) =>
    names.map(name => byName.get(name)).filter(command => command !== undefined)
  const one = (name: string) =>
    pick([name]).map(command => <Tool key={name} command={command} editor={editor} {...standing[name]} />)
  const group = (names: readonly string[]) => <Group className="editor-tools">{names.map(one)}</Group>
  const menu = (names: readonly string[]) => ({ editor, commands: pick(names), standing })
  return (
    <Toolbar
      ref={bar}
      aria-label={t(mayWrite ? 'editor:toolbar.label' : 'editor:toolbar.reading')}
      className="editor-toolbar"
    >
      {mayWrite && (
        <>
          {group(tools.text)}
          {group(tools.paragraphs)}
          <Group className="editor-tools">
            {inTable ? (
              <ToolMenu name={t('editor:toolbar.inTable')} icon={Table} {...menu(menus.inTable)} />
            ) : (
              <ToolMenu name={t('editor:toolbar.insert')} icon={Plus} {...menu(menus.insert)} />
            )}
          </Group>
          {group(tools.history)}
        </>
      )}
      <Group className="editor-tools">
        {one('find')}
        {outline}
        {mayWrite && <ToolMenu name={t('editor:toolbar.more')} icon={Ellipsis} bare {...menu(menus.more)} />}
        {one('help')}
      </Group>
    </Toolbar>
  )
}

function standingOf(editor: Editor, commands: readonly Command[]): Standing {
  return Object.fromEntries(
    commands.map(({ name, isOn, isPossible }) => [
      name,
      { on: isOn?.(editor), possible: isPossible?.(editor) ?? true },
    ]),
  )
}

function Tool({
  command: { name, icon: Icon, keys, run },
  editor,
  on,
  possible = true,
}: {
  command: Command
  editor: Editor
  on?: boolean
  possible?: boolean
}) {
  const { t } = useWords()
  const word = t(`editor:command.${name}`)
  const [key] = keys ?? []
  return (
    <button
      type="button"
      data-tool={name}
      aria-label={word}
      aria-pressed={on}
      aria-disabled={!possible || undefined}
      aria-keyshortcuts={key && ariaKeys(key, onMac())}
      title={key ? `${word} (${keyLabel(key, onMac())})` : word}
      className="editor-tool"
      // Keeps the selection in the text.
      onMouseDown={event => event.preventDefault()}
      onClick={() => possible && run(editor)}
    >
      <Icon aria-hidden className="size-4.5" />
    </button>
  )
}

/** A tool that opens a menu of commands. Those that are in force are checked; those that are not possible here are left out. */
function ToolMenu({
  name,
  icon: Icon,
  bare = false,
  editor,
  commands,
  standing,
}: {
  name: string
  icon: LucideIcon
  /** Shows the icon only. */
  bare?: boolean
  editor: Editor
  commands: readonly Command[]
  standing: Standing
}) {
  const possible = commands.filter(command => standing[command.name]?.possible)
  const toggles = possible.filter(command => command.isOn)
  const acts = possible.filter(command => !command.isOn)
  const items = (some: readonly Command[]) =>
    some.map(command => (
      <ToolMenuItem key={command.name} command={command} onAction={() => command.run(editor)} />
    ))
  return (
    <MenuTrigger>
      <Button
        className="editor-tool"
        aria-label={bare ? name : undefined}
        isDisabled={possible.length === 0}
        // Opened by mouse, a menu gives the focus back to the text.
        preventFocusOnPress
        render={props => <button {...props} title={name} />}
      >
        <Icon aria-hidden className="size-4.5" />
        {!bare && (
          <>
            {name}
            <ChevronDown aria-hidden className="size-3.5 text-soft" />
          </>
        )}
      </Button>
      <Popover className="editor-popover" placement="bottom start">
        <Menu className="editor-menu" shouldCloseOnSelect>
          {toggles.length > 0 && (
            <MenuSection
              aria-label={name}
              selectionMode="multiple"
              selectedKeys={toggles.filter(each => standing[each.name]?.on).map(each => each.name)}
            >
              {items(toggles)}
            </MenuSection>
          )}
          {items(acts)}
        </Menu>
      </Popover>
    </MenuTrigger>
  )
}

function ToolMenuItem({
  command: { name, icon: Icon, keys },
  onAction,
}: {
  command: Command
  onAction: () => void
}) {
  const { t } = useWords()
  const [key] = keys ?? []
  const word = t(`editor:command.${name}`)
  return (
    <MenuItem id={name} textValue={word} className="editor-menu-item" onAction={onAction}>
      {({ isSelected }) => (
        <>
          <Icon aria-hidden className="size-4.5 shrink-0" />
          <span className="grow">{word}</span>
          {isSelected && <Check aria-hidden className="size-4 text-accent" />}
          {key && <kbd>{keyLabel(key, onMac())}</kbd>}
        </>
      )}
    </MenuItem>
  )
}
