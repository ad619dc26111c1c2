import type { Editor } from '@tiptap/core'
import { useEditorState } from '@tiptap/react'
import { ArrowDown, ArrowUp, CaseSensitive, type LucideIcon, Replace, ReplaceAll, X } from 'lucide-react'
import { type KeyboardEvent, type RefObject, useEffect, useState } from 'react'
import type { FindOptions } from '../../../packages/document/find.ts'
import { useWords } from '../../i18n/use-words.ts'
import { find, findAgain, foundIn, replace, replaceAll } from './finding.ts'

/** Finds in the text and, for who writes, replaces. */
export function FindBar({
  editor,
  field,
  mayWrite,
  first,
  onClose,
  say,
}: {
  editor: Editor
  field: RefObject<HTMLInputElement>
  mayWrite: boolean
  /** What to look for from the start: the words that were selected. */
  first: string
  onClose: () => void
  say: (sentence: string) => void
}) {
  const { t } = useWords()
  const [query, setQuery] = useState(first)
  const [words, setWords] = useState('')
  const [options, setOptions] = useState<FindOptions>({ foldDiacritics: true, matchCase: false })
  const { count, current } = useEditorState({ editor, selector: ({ editor }) => foundIn(editor.state) })

  useEffect(() => find(editor.view, query, options), [editor, query, options])
  useEffect(() => {
    field.current?.focus()
    field.current?.select()
  }, [field])

  const again = (step: 1 | -1) => findAgain(editor.view, step)
  const standing =
    query === ''
      ? ''
      : count === 0
        ? t('editor:find.none')
        : current === 0
          ? t('editor:find.found', { count })
          : t('editor:find.place', { current, count })
  const onEnter = (act: (event: KeyboardEvent) => void) => (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || event.nativeEvent.isComposing) return
    event.preventDefault()
    act(event)
  }
  const option = (name: keyof FindOptions) => ({
    pressed: options[name],
    onPress: () => setOptions({ ...options, [name]: !options[name] }),
  })

  return (
    <search
      className="editor-find"
      aria-label={t('editor:find.label')}
      onKeyDown={event => {
        if (event.key !== 'Escape') return
        event.preventDefault()
        onClose()
      }}
    >
      <div className="editor-find-row">
        <input
          ref={field}
          aria-label={t('editor:command.find')}
          placeholder={t('editor:find.query')}
          autoComplete="off"
          spellCheck={false}
          enterKeyHint="search"
          className="editor-input"
          value={query}
          onChange={event => setQuery(event.target.value)}
          onKeyDown={onEnter(event => again(event.shiftKey ? -1 : 1))}
        />
        <p role="status" className="editor-found" data-none={(query !== '' && count === 0) || undefined}>
          {standing}
        </p>
        <BarButton
          name={t('editor:command.findPrevious')}
          icon={ArrowUp}
          off={count === 0}
          onPress={() => again(-1)}
        />
        <BarButton
          name={t('editor:command.findNext')}
          icon={ArrowDown}
          off={count === 0}
          onPress={() => again(1)}
        />
        <BarButton name={t('editor:find.close')} icon={X} onPress={onClose} />
      </div>
      <div className="editor-find-row">
        {mayWrite && (
          <>
            <input
              aria-label={t('editor:find.with')}
              placeholder={t('editor:find.with')}
              autoComplete="off"
              className="editor-input"
              value={words}
              onChange={event => setWords(event.target.value)}
              onKeyDown={onEnter(() => replace(editor.view, words))}
            />
            <BarButton
              name={t('editor:find.replace')}
              icon={Replace}
              spelled
              off={count === 0}
              onPress={() => replace(editor.view, words)}
            />
            <BarButton
              name={t('editor:find.replaceAll')}
              icon={ReplaceAll}
              spelled
              off={count === 0}
              onPress={() => say(t('editor:find.replaced', { count: replaceAll(editor.view, words) }))}
            />
          </>
        )}
        <BarButton name={t('editor:find.matchCase')} icon={CaseSensitive} {...option('matchCase')} />
        <BarButton name={t('editor:find.foldDiacritics')} sign="ă=a" {...option('foldDiacritics')} />
      </div>
    </search>
  )
}

function BarButton({
  name,
  icon: Icon,
  sign,
  spelled = false,
  pressed,
  off = false,
  onPress,
}: {
  name: string
  icon?: LucideIcon
  /** Shown in the place of an icon. */
  sign?: string
  /** Shows its name, where there is room. */
  spelled?: boolean
  pressed?: boolean
  off?: boolean
  onPress: () => void
}) {
  return (
    <button
      type="button"
      className="editor-tool"
      aria-label={name}
      title={name}
      aria-pressed={pressed}
      aria-disabled={off || undefined}
      onClick={() => !off && onPress()}
    >
      {Icon && <Icon aria-hidden className="size-4.5" />}
      {sign}
      {spelled && <span className="editor-tool-name">{name}</span>}
    </button>
  )
}
