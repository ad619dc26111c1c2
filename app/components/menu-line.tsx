import { Check, type LucideIcon } from 'lucide-react'

/** One line of a menu: it goes `to` a page, or sends its group's form as the button `id`. */
export interface MenuEntry {
  id: string
  label: string
  icon?: LucideIcon
  lang?: string
  to?: string
  /** The page that people are on, or the choice that holds now. */
  current?: boolean
}

export interface MenuGroup {
  id: string
  label?: string
  entries: readonly MenuEntry[]
  /** The form that the entries send, each as `name`; with a name they are a choice of which one holds. */
  sends?: { action: string; name?: string; fields?: Record<string, string>; reloadDocument?: boolean }
}

/** What a line shows: a tick where it is a choice, otherwise its icon. */
export function MenuLine({ entry: { icon: Icon, current, label }, choice = false }: MenuLineProps) {
  return (
    <>
      {choice && <Check aria-hidden className={`size-4 text-accent ${current ? '' : 'invisible'}`} />}
      {Icon && <Icon aria-hidden className="size-4.5 text-soft" />}
      {label}
    </>
  )
}

interface MenuLineProps {
  entry: MenuEntry
  choice?: boolean
}

/** The look of a menu and of a line: the same before and with React Aria. */
export const menuBox =
  'max-h-[70dvh] w-64 overflow-y-auto rounded-lg border border-line bg-paper p-1.5 text-ink shadow-lg'
export const menuLine =
  'flex w-full min-h-10 items-center gap-2.5 rounded-md px-2.5 py-1.5 text-left -outline-offset-2 hover:bg-shade focus:bg-shade aria-[current=page]:font-medium aria-[current=page]:text-accent'
