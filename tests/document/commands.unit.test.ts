import { describe, expect, test } from 'vitest'
import { commandGroups, editorCommands } from '../../app/components/editor/commands.ts'
import { ariaKeys, keyLabel, keyNames } from '../../app/components/editor/shortcuts.ts'
import { createTranslator } from '../../app/i18n/translate.ts'

const nothing = () => {}
const commands = editorCommands({
  openLink: nothing,
  openFind: nothing,
  findAgain: nothing,
  openHelp: nothing,
  toToolbar: nothing,
  copyLink: nothing,
})

describe('the commands of the editor', () => {
  test('have one name each, in both languages, and a part of the help sheet', () => {
    const names = commands.map(command => command.name)
    expect(new Set(names).size).toBe(names.length)
    for (const t of [createTranslator('ro'), createTranslator('en')])
      for (const { name, group } of commands) {
        expect(t(`editor:command.${name}`)).not.toContain('command.')
        expect(commandGroups).toContain(group)
      }
  })

  test('share no keys, but for those that lists and tables take in turn', () => {
    const keys = commands.flatMap(command => command.keys ?? [])
    expect(keys.filter((key, place) => keys.indexOf(key) !== place)).toEqual(['Tab', 'Shift-Tab'])
  })

  test('take no letter with Ctrl+Alt: a Romanian keyboard writes ă, ș and „ with them', () => {
    const keys = commands.flatMap(command => command.keys ?? [])
    expect(keys.filter(key => /^Mod-Alt-\D/.test(key))).toEqual([])
  })
})

describe('keys are named', () => {
  test.each([
    ['Mod-Shift-8', ['Ctrl', 'Shift', '8'], ['⇧', '⌘', '8']],
    ['Mod-Alt-2', ['Ctrl', 'Alt', '2'], ['⌥', '⌘', '2']],
    ['Mod-b', ['Ctrl', 'B'], ['⌘', 'B']],
    ['Shift-F3', ['Shift', 'F3'], ['⇧', 'F3']],
    ['Mod-/', ['Ctrl', '/'], ['⌘', '/']],
    ['Mod--', ['Ctrl', '-'], ['⌘', '-']],
    ['Escape', ['Esc'], ['Esc']],
  ])('%s as on the keyboard at hand', (keys, other, mac) => {
    expect(keyNames(keys, false)).toEqual(other)
    expect(keyNames(keys, true)).toEqual(mac)
  })

  test('in a tooltip as people write them, for a screen reader as ARIA does', () => {
    expect([keyLabel('Mod-b', false), keyLabel('Mod-b', true)]).toEqual(['Ctrl+B', '⌘B'])
    expect([ariaKeys('Mod-Shift-8', false), ariaKeys('Mod-/', true)]).toEqual(['Control+Shift+8', 'Meta+/'])
  })
})
