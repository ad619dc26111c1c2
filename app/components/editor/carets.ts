import type { DecorationAttrs } from '@tiptap/pm/view'

/** What the server says of whoever writes here too (`packages/live/presence.ts`). */
type User = Record<string, unknown>

const colourOf = (user: User) =>
  typeof user.color === 'string' && /^#[0-9a-f]{6}$/i.test(user.color) ? user.color : '#475569'

/**
 * The caret of somebody else, with name and organisation, or for a guest the word `guestWord`. Read out with the list
 * of people, not within the text.
 */
export function drawCaret(user: User, guestWord: string): HTMLElement {
  const caret = document.createElement('span')
  caret.className = 'editor-caret'
  caret.setAttribute('aria-hidden', 'true')
  caret.style.setProperty('--caret', colourOf(user))
  const label = document.createElement('span')
  label.className = 'editor-caret-label'
  label.textContent = [user.name, user.guest === true ? guestWord : user.organisation]
    .filter(Boolean)
    .join(' · ')
  // Word joiners keep the caret from being the place where a line breaks.
  caret.append('\u2060', label, '\u2060')
  return caret
}

export function drawSelection(user: User): DecorationAttrs {
  return { class: 'editor-selection', style: `--caret: ${colourOf(user)}` }
}
