import type { ReactNode } from 'react'

/** The title of a dialog, and beside it what closes it. */
export function DialogHead({ children }: { children: ReactNode }) {
  return <div className="mb-4 flex items-start justify-between gap-4">{children}</div>
}

/** The look of a dialog: the same before and with React Aria. */
export const dialogBox =
  'm-auto max-h-[calc(100dvh-2rem)] w-[min(34rem,calc(100vw-2rem))] overflow-y-auto rounded-lg border border-line bg-paper p-5 text-ink shadow-xl sm:p-6'
export const dialogTitle = 'text-lg font-semibold'
export const dialogClose = '-m-2 rounded-md p-2 text-soft hover:bg-shade hover:text-ink'
