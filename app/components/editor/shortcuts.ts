import { type Editor, Extension } from '@tiptap/core'
import { keydownHandler } from '@tiptap/pm/keymap'
import { Plugin, PluginKey } from '@tiptap/pm/state'
import type { Command } from './commands.ts'

/**
 * The keys of the commands, before those of the extensions that may know them too. What a person types with AltGr is a
 * letter: on Windows it arrives as Ctrl+Alt, which the letters of a Romanian keyboard (ă, ș, „) must not pay for.
 */
export const Shortcuts = Extension.create<{ commands: readonly Command[] }>({
  name: 'shortcuts',
  priority: 1001,
  addOptions: () => ({ commands: [] }),
  addKeyboardShortcuts() {
    return bindings(this.options.commands, this.editor)
  },
  addProseMirrorPlugins() {
    const letters = new Plugin({
      key: new PluginKey('altGr'),
      props: {
        handleDOMEvents: {
          keydown: (_, event) => event.ctrlKey && event.altKey && event.getModifierState('AltGraph'),
        },
      },
    })
    return [letters]
  },
})

function bindings(commands: readonly Command[], editor: Editor): Record<string, () => boolean> {
  const keys = new Set(commands.flatMap(command => command.keys ?? []))
  const act = (key: string) => () =>
    commands.some(command => command.keys?.includes(key) && command.run(editor))
  return Object.fromEntries([...keys].map(key => [key, act(key)]))
}

/** Runs the command for reading that a key stands for, wherever the focus is in the editor; false when there is none. */
export function runReadingKey(commands: readonly Command[], editor: Editor, event: KeyboardEvent): boolean {
  const known = bindings(
    commands.filter(command => command.reading),
    editor,
  )
  return keydownHandler(known)(editor.view, event)
}

/** Whether keys are named as on a Mac, as ProseMirror tells it. */
export const onMac = () => /Mac|iP(hone|[oa]d)/.test(navigator.platform)

const macKeys: Record<string, string> = {
  Mod: '⌘',
  Alt: '⌥',
  Shift: '⇧',
  Ctrl: '⌃',
  Enter: '↩',
  Escape: 'Esc',
}
const otherKeys: Record<string, string> = { Mod: 'Ctrl', Escape: 'Esc' }

/** The names on the keys of a shortcut, in the order in which people say them: `Mod-Shift-8` is Ctrl, Shift, 8. */
export function keyNames(keys: string, mac: boolean): string[] {
  // A minus at the end is the key itself.
  const parts = keys.split(/-(?!$)/)
  const key = parts.pop() ?? ''
  const order = mac ? ['Ctrl', 'Alt', 'Shift', 'Mod'] : ['Mod', 'Ctrl', 'Alt', 'Shift']
  const names = mac ? macKeys : otherKeys
  const held = order.filter(each => parts.includes(each)).map(each => names[each] ?? each)
  return [...held, names[key] ?? (key.length === 1 ? key.toUpperCase() : key)]
}

/** A shortcut as one word, for a tooltip: „Ctrl+B”, „⌘B”. */
export const keyLabel = (keys: string, mac: boolean) => keyNames(keys, mac).join(mac ? '' : '+')

/** The same in the form of `aria-keyshortcuts`. */
export function ariaKeys(keys: string, mac: boolean): string {
  const names: Record<string, string> = { Mod: mac ? 'Meta' : 'Control', Ctrl: 'Control' }
  return keys
    .split(/-(?!$)/)
    .map(part => names[part] ?? part)
    .join('+')
}
