import type { Editor } from '@tiptap/core'
import { useEditorState } from '@tiptap/react'
import { type MutableRefObject, useEffect, useId, useLayoutEffect, useRef, useState } from 'react'
import { locales } from '../../i18n/index.ts'
import { useWords } from '../../i18n/use-words.ts'
import type { Command } from './commands.ts'
import { keyLabel, onMac } from './shortcuts.ts'
import { closeSlash, named, slashAt, slashRange } from './slash.ts'
import { editorWords } from './words.ts'

const offered = [
  'heading2',
  'heading3',
  'heading4',
  'bulletList',
  'orderedList',
  'quote',
  'situation',
  'recommendation',
  'amendmentTable',
  'table',
  'image',
  'line',
]

/** A key of the menu; answers whether it was one. */
export type SlashKey = (event: KeyboardEvent) => boolean

/**
 * The blocks that can be put where a slash was typed, as a list that the text itself walks through: the focus stays in
 * the text, which says which line is meant (ARIA's `aria-activedescendant`).
 */
export function SlashMenu({
  editor,
  commands,
  onKey,
}: {
  editor: Editor
  commands: readonly Command[]
  /** Where the keys come from while it is open. */
  onKey: MutableRefObject<SlashKey>
}) {
  const { t } = useWords()
  const id = useId()
  const list = useRef<HTMLDivElement>(null)
  const [walked, setWalked] = useState({ query: '', index: 0 })
  const { slash, names } = useEditorState({
    editor,
    selector: ({ editor }) => {
      const slash = slashAt(editor.state)
      return { slash, names: slash ? blocksFor(editor, commands, slash.query) : [] }
    },
  })
  const open = slash !== null && names.length > 0
  // A menu that shows other blocks begins at the first one again.
  const index = open && walked.query === slash.query ? Math.min(walked.index, names.length - 1) : 0
  const optionId = (place: number) => `${id}-${place}`

  const choose = (name: string | undefined) => {
    const range = slashRange(editor.state)
    const command = commands.find(each => each.name === name)
    if (!range || !command) return
    editor.view.dispatch(editor.state.tr.delete(range.from, range.to))
    command.run(editor)
  }
  const keyed: SlashKey = event => {
    if (!open) return false
    const walk = (step: number) =>
      setWalked({ query: slash.query, index: (index + step + names.length) % names.length })
    if (event.key === 'ArrowDown') walk(1)
    else if (event.key === 'ArrowUp') walk(-1)
    else if (event.key === 'Enter' || event.key === 'Tab') choose(names[index])
    else if (event.key === 'Escape') closeSlash(editor.view)
    else return false
    return true
  }

  useLayoutEffect(() => {
    onKey.current = keyed
  })

  const active = open ? optionId(index) : null
  useEffect(() => {
    if (active === null) return
    const text = editor.view.dom
    const states = {
      'aria-autocomplete': 'list',
      'aria-haspopup': 'listbox',
      'aria-controls': id,
      'aria-activedescendant': active,
    }
    for (const [name, value] of Object.entries(states)) text.setAttribute(name, value)
    document.getElementById(active)?.scrollIntoView({ block: 'nearest' })
    return () => {
      for (const name of Object.keys(states)) text.removeAttribute(name)
    }
  }, [editor, id, active])
  useLayoutEffect(() => {
    const range = open && slashRange(editor.state)
    if (range && list.current) place(list.current, editor, range.from)
  })

  if (!open) return null
  return (
    <>
      <div
        ref={list}
        id={id}
        role="listbox"
        aria-label={t('editor:slash.label')}
        className="editor-slash"
        // It scrolls, so it can be reached; a finger or the mouse leaves the focus in the text.
        tabIndex={0}
        onMouseDown={event => event.preventDefault()}
      >
        {names.map((name, position) => (
          <SlashOption
            key={name}
            id={optionId(position)}
            command={commands.find(each => each.name === name)}
            selected={position === index}
            onPoint={() => setWalked({ query: slash.query, index: position })}
            onChoose={() => choose(name)}
          />
        ))}
      </div>
      <p role="status" className="sr-only">
        {t('editor:slash.count', { count: names.length })}
      </p>
    </>
  )
}

function SlashOption({
  id,
  command,
  selected,
  onPoint,
  onChoose,
}: {
  id: string
  command: Command | undefined
  selected: boolean
  onPoint: () => void
  onChoose: () => void
}) {
  const { t } = useWords()
  if (!command) return null
  const { name, icon: Icon, keys } = command
  const [key] = keys ?? []
  return (
    // The text has the focus and the keys; here the mouse and fingers choose.
    // biome-ignore lint/a11y/useKeyWithClickEvents: see above
    // biome-ignore lint/a11y/useFocusableInteractive: see above
    <div
      id={id}
      role="option"
      aria-selected={selected}
      className="editor-menu-item"
      data-focused={selected || undefined}
      onPointerMove={onPoint}
      onClick={onChoose}
    >
      <Icon aria-hidden className="size-4.5 shrink-0" />
      <span className="grow">{t(`editor:command.${name}`)}</span>
      {key && <kbd aria-hidden>{keyLabel(key, onMac())}</kbd>}
    </div>
  )
}

/** The blocks that can be put here and that a query means, by their names in either language. */
function blocksFor(editor: Editor, commands: readonly Command[], query: string): string[] {
  const possible = offered.filter(name =>
    commands.some(command => command.name === name && (command.isPossible?.(editor) ?? true)),
  )
  return named(
    possible,
    name => [...inBoth(`editor:command.${name}`), ...inBoth(`editor:synonyms.${name}`)],
    query,
  )
}

function inBoth(key: string): string[] {
  const path = key.replace('editor:', '').split('.')
  return locales.flatMap(locale => {
    let found: unknown = editorWords[locale]
    for (const step of path)
      found = typeof found === 'object' && found !== null ? Reflect.get(found, step) : undefined
    return typeof found === 'string' ? [found] : []
  })
}

/** A list that shows this much is of use, in pixels. */
const usefulHeight = 200
/** The places along the bottom of a phone. */
const phoneNavigation = 64

/** Below the slash, or above where there is more room; between the bars, and never over the edge of the sheet. */
function place(list: HTMLElement, editor: Editor, position: number): void {
  const sheet = list.offsetParent?.getBoundingClientRect()
  const bar = list.offsetParent?.querySelector('.editor-bar')?.getBoundingClientRect()
  if (!sheet || !bar) return
  const line = editor.view.coordsAtPos(position)
  const { innerHeight, innerWidth, visualViewport: seen } = window
  // A keyboard on the screen covers the lower part of what the page takes for its window.
  const floor = Math.min(
    seen ? seen.offsetTop + seen.height : innerHeight,
    innerWidth < 1024 ? innerHeight - phoneNavigation : innerHeight,
  )
  const below = floor - line.bottom - 14
  const above = line.top - bar.bottom - 14
  list.style.maxHeight = ''
  const wanted = Math.min(list.offsetHeight, usefulHeight)
  const isBelow = below >= wanted || below >= above
  list.style.maxHeight = `${Math.max(Math.min(list.offsetHeight, isBelow ? below : above), 96)}px`
  const top = isBelow ? line.bottom + 6 : line.top - list.offsetHeight - 6
  const left = Math.min(line.left, sheet.right - list.offsetWidth)
  list.style.top = `${top - sheet.top}px`
  list.style.left = `${Math.max(left - sheet.left, 0)}px`
}
