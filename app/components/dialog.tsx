import type { LucideIcon } from 'lucide-react'
import { X } from 'lucide-react'
import { type ReactNode, useId, useState } from 'react'
import { useWords } from '../i18n/use-words.ts'
import { Button, type Look } from './button.tsx'
import { DialogHead, dialogBox, dialogClose, dialogTitle } from './dialog-head.tsx'
import { useReach } from './use-reach.ts'

const loadDialog = () => import('./aria/dialog.tsx')

/**
 * A question or a short form over the page, opened by its own button. Before React Aria's dialog is here it is a
 * popover, which opens before JavaScript. Both hold the same `children`; `refused` shows them in the page, for a form
 * that was refused without JavaScript. A form that was sent takes the dialog with it, or its `key` does (`useSaved`).
 */
export function Dialog({
  trigger,
  look = 'quiet',
  icon,
  title,
  refused = false,
  children,
}: {
  trigger: ReactNode
  look?: Look
  icon?: LucideIcon
  title: string
  refused?: boolean
  children: ReactNode
}) {
  const { t } = useWords()
  const id = useId()
  const { Part: AriaDialog, near } = useReach(loadDialog)
  const [open, setOpen] = useState(false)
  // Without JavaScript nothing can open it again to show what was refused.
  const inPage = refused && !AriaDialog
  return (
    <>
      <Button
        type="button"
        look={look}
        icon={icon}
        {...near}
        {...(AriaDialog
          ? { 'aria-haspopup': 'dialog', onClick: () => setOpen(true) }
          : { popovertarget: inPage ? undefined : id })}
      >
        {trigger}
      </Button>
      {AriaDialog && open ? (
        <AriaDialog title={title} onClose={() => setOpen(false)}>
          {children}
        </AriaDialog>
      ) : (
        <div
          id={id}
          popover={inPage ? undefined : 'auto'}
          role="dialog"
          aria-labelledby={`${id}-title`}
          className={inPage ? 'mt-4' : `${dialogBox} backdrop:bg-veil`}
        >
          <DialogHead>
            <h2 id={`${id}-title`} className={dialogTitle}>
              {title}
            </h2>
            {!inPage && (
              <button
                type="button"
                popovertarget={id}
                popovertargetaction="hide"
                aria-label={t('common:action.close')}
                className={dialogClose}
              >
                <X aria-hidden className="size-5" />
              </button>
            )}
          </DialogHead>
          {children}
        </div>
      )}
    </>
  )
}
