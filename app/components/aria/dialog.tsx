import { X } from 'lucide-react'
import type { ReactNode } from 'react'
import { Dialog, Heading, Modal, ModalOverlay } from 'react-aria-components'
import { useWords } from '../../i18n/use-words.ts'
import { DialogHead, dialogBox, dialogClose, dialogTitle } from '../dialog-head.tsx'
import { AriaSetting } from './setting.tsx'

/** The open dialog of `../dialog.tsx`: it holds the focus, closes on Escape and beside it, and gives the focus back. */
export default function AriaDialog({
  title,
  onClose,
  children,
}: {
  title: string
  onClose: () => void
  children: ReactNode
}) {
  const { t } = useWords()
  return (
    <AriaSetting>
      <ModalOverlay isOpen onOpenChange={onClose} isDismissable className="fixed inset-0 z-40 flex bg-veil">
        <Modal className={dialogBox}>
          <Dialog className="outline-none">
            <DialogHead>
              <Heading slot="title" className={dialogTitle}>
                {title}
              </Heading>
              <button
                type="button"
                onClick={onClose}
                aria-label={t('common:action.close')}
                className={dialogClose}
              >
                <X aria-hidden className="size-5" />
              </button>
            </DialogHead>
            {children}
          </Dialog>
        </Modal>
      </ModalOverlay>
    </AriaSetting>
  )
}
