import { type LucideIcon, X } from 'lucide-react'
import { type ReactNode, useId, useRef } from 'react'
import { useWords } from '../i18n/use-words.ts'
import { Button, type Look } from './button.tsx'

/**
 * A question or a short form over the page, opened by its own button. The browser's `<dialog>` holds the focus,
 * closes on Escape and gives the focus back (`docs/decisions/`: why it is not React Aria's). For what must also work
 * without JavaScript, link to a page of its own instead.
 * `children` may be a function that is given `close`.
 */
export function Dialog({
  trigger,
  look = 'quiet',
  icon,
  title,
  children,
}: {
  trigger: ReactNode
  look?: Look
  icon?: LucideIcon
  title: string
  children: ReactNode | ((close: () => void) => ReactNode)
}) {
  const { t } = useWords()
  const dialog = useRef<HTMLDialogElement>(null)
  const titleId = useId()
  const close = () => dialog.current?.close()
  return (
    <>
      <Button
        type="button"
        look={look}
        icon={icon}
        aria-haspopup="dialog"
        onClick={() => dialog.current?.showModal()}
      >
        {trigger}
      </Button>
      {/* biome-ignore lint/a11y/useKeyWithClickEvents: Escape closes a dialog already; the click is the one beside it */}
      <dialog
        ref={dialog}
        aria-labelledby={titleId}
        className="m-auto w-[min(34rem,calc(100vw-2rem))] rounded-lg border border-line bg-paper p-0 shadow-xl backdrop:bg-veil"
        onClick={event => event.target === event.currentTarget && close()}
      >
        <div className="p-5 sm:p-6">
          <div className="mb-4 flex items-start justify-between gap-4">
            <h2 id={titleId} className="text-lg font-semibold">
              {title}
            </h2>
            <button
              type="button"
              onClick={close}
              aria-label={t('common:action.close')}
              className="-m-2 rounded-md p-2 text-soft hover:bg-shade hover:text-ink"
            >
              <X aria-hidden className="size-5" />
            </button>
          </div>
          {typeof children === 'function' ? children(close) : children}
        </div>
      </dialog>
    </>
  )
}
