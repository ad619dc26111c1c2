import { type ComponentType, useCallback, useState } from 'react'
import { brought } from '../i18n/index.ts'

/**
 * What has keyboard behaviour is React Aria's, and is loaded when somebody first reaches for it
 * (`docs/decisions/006-react-aria-on-reach.md`). Until then the page shows the browser's own element, which works
 * before JavaScript and serves whoever is faster: no click waits, none is lost.
 *
 * `load` imports the part; `near` goes on what people reach for it through. `Part` is null until it is here.
 */
export function useReach<Props>(load: () => Promise<{ default: ComponentType<Props> }>) {
  const [Part, setPart] = useState<ComponentType<Props> | null>(null)
  const reach = useCallback(async () => {
    const { default: part } = await load()
    await brought()
    setPart(() => part)
  }, [load])
  return { Part, near: Part ? {} : { onPointerEnter: reach, onTouchStart: reach, onFocus: reach } }
}
