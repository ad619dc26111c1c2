import { X } from 'lucide-react'
import type { ReactNode } from 'react'
import { Button, Dialog, Heading, Modal, ModalOverlay } from 'react-aria-components'
import { useWords } from '../../i18n/use-words.ts'

/** A dialog over the text. It holds the focus; Escape and a click beside it close it. */
export function EditorDialog({
  title,
  onClose,
  wide = false,
  children,
}: {
  title: string
  onClose: () => void
  wide?: boolean
  children: ReactNode
}) {
  const { t } = useWords()
  return (
    <ModalOverlay isOpen isDismissable onOpenChange={open => !open && onClose()} className="editor-veil">
      <Modal className="editor-modal" data-wide={wide || undefined}>
        <Dialog className="editor-dialog">
          <div className="mb-4 flex items-start justify-between gap-4">
            <Heading slot="title" className="text-lg font-semibold">
              {title}
            </Heading>
            <Button slot="close" className="editor-tool -mt-2 -mr-2" aria-label={t('common:action.close')}>
              <X aria-hidden className="size-5" />
            </Button>
          </div>
          {children}
        </Dialog>
      </Modal>
    </ModalOverlay>
  )
}
