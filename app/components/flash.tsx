import { Check } from 'lucide-react'
import { useWords } from '../i18n/use-words.ts'

/** What has just been done, said once at the top of the next page and read out. */
export function FlashMessage({
  message,
}: {
  message: { key: string; values?: Record<string, string | number> }
}) {
  const { t } = useWords()
  return (
    <p
      role="status"
      className="mb-6 flex items-start gap-2 rounded-md bg-kept-soft px-4 py-2.5 font-medium text-kept motion-safe:animate-[appear_200ms_ease-out]"
    >
      <Check aria-hidden strokeWidth={2.5} className="mt-1 size-4 shrink-0" />
      <span>{t(message.key, message.values)}</span>
    </p>
  )
}
