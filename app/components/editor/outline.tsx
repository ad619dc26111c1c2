import { type MouseEvent, type ReactNode, useEffect, useId, useState } from 'react'
import { blockAnchor } from '../../../packages/document/anchors.ts'
import type { OutlineEntry } from '../../../packages/document/outline.ts'
import { graphql } from '../../graphql.ts'
import { useWords } from '../../i18n/use-words.ts'
import { Disclosure } from '../disclosure.tsx'

/** What a page asks of a text that it shows as it was frozen. */
export const OutlinePart = graphql(`
  fragment OutlinePart on OutlineEntry {
    blockId
    kind
    depth
    text
  }
`)

/** The headings and blocks of the text on this page, each a link to it. The one being read is marked. */
export function Outline({
  entries,
  onGo,
}: {
  entries: readonly OutlineEntry[]
  /** Goes to a block instead of the link. */
  onGo?: (blockId: string) => void
}) {
  const { t } = useWords()
  const here = useHere(entries)
  if (entries.length === 0) return <p className="text-sm text-soft">{t('documents:outline.none')}</p>
  const go = (blockId: string) => (event: MouseEvent) => {
    if (!onGo) return
    event.preventDefault()
    onGo(blockId)
  }
  return (
    <ul className="outline-entries">
      {entries.map(({ blockId, kind, depth, text }, place) => (
        <li key={blockId ?? place} data-depth={Math.min(depth, 3)} data-kind={kind}>
          {blockId === null ? (
            <span>{text}</span>
          ) : (
            <a
              href={`#${blockAnchor(blockId)}`}
              aria-current={blockId === here ? 'location' : undefined}
              onClick={go(blockId)}
            >
              {kind !== 'heading' && <span className="outline-kind">{t(`documents:block.${kind}`)}</span>}
              {text}
            </a>
          )}
        </li>
      ))}
    </ul>
  )
}

/** Where a page has room beside its text: there the outline stays in sight. */
const slotId = 'document-outline'

/** The place of the outline in the column beside a text. Empty, it is where the editor puts its own (`OutlineBeside`). */
export function OutlineSlot({ children }: { children?: ReactNode }) {
  return (
    <div id={slotId} className="outline-slot">
      {children}
    </div>
  )
}

export const outlineSlot = () => document.getElementById(slotId)

/** The outline beside a text, under its heading. */
export function OutlineBeside(props: Parameters<typeof Outline>[0]) {
  const { t } = useWords()
  const titleId = useId()
  return (
    <nav aria-labelledby={titleId}>
      <h2 id={titleId} className="mb-2 text-lg font-semibold">
        {t('documents:outline.title')}
      </h2>
      <Outline {...props} />
    </nav>
  )
}

/** The outline above a text that is only read, where there is no room beside it. */
export function OutlineAbove({ entries }: { entries: readonly OutlineEntry[] }) {
  const { t } = useWords()
  return (
    <nav aria-label={t('documents:outline.title')} className="mb-4 lg:hidden">
      <Disclosure summary={t('documents:outline.title')}>
        <Outline entries={entries} />
      </Disclosure>
    </nav>
  )
}

/** Which entry stands last above the place of the window where people read. */
function useHere(entries: readonly OutlineEntry[]): string | null {
  const [here, setHere] = useState<string | null>(null)
  useEffect(() => {
    let frame = 0
    const look = () => {
      frame = 0
      const { scrollY, innerHeight } = window
      const atEnd = scrollY + innerHeight >= document.documentElement.scrollHeight - 2
      const line = atEnd ? innerHeight : innerHeight / 3
      const passed = entries.filter(({ blockId }) => {
        const block = blockId === null ? null : document.getElementById(blockAnchor(blockId))
        return block !== null && block.getBoundingClientRect().top < line
      })
      setHere(passed.at(-1)?.blockId ?? null)
    }
    const ask = () => {
      frame ||= requestAnimationFrame(look)
    }
    ask()
    window.addEventListener('scroll', ask, { passive: true })
    window.addEventListener('resize', ask)
    return () => {
      cancelAnimationFrame(frame)
      window.removeEventListener('scroll', ask)
      window.removeEventListener('resize', ask)
    }
  }, [entries])
  return here
}
