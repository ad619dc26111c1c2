/** Scrolls to something in the text, unless it stands well in sight: below the bars, above a phone's navigation. */
export function reveal(element: Element | null | undefined): void {
  if (!element) return
  const bar = element.closest('.editor')?.querySelector('.editor-bar')?.getBoundingClientRect().bottom ?? 0
  const { top, bottom } = element.getBoundingClientRect()
  if (top < Math.max(bar, 0) + 24 || bottom > window.innerHeight - 110)
    element.scrollIntoView({ block: 'center', inline: 'nearest' })
}
