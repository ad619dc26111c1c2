import 'react'

/** The browser's own popovers (HTML Living Standard, 6.12); React 18 knows them not yet, and passes them on as they are. */
declare module 'react' {
  interface HTMLAttributes<T> {
    popover?: 'auto' | undefined
  }
  interface ButtonHTMLAttributes<T> {
    popovertarget?: string | undefined
    popovertargetaction?: 'show' | 'hide' | undefined
  }
}
