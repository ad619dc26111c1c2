import { Form, Link, useLocation } from '@remix-run/react'
import { type ReactNode, useEffect, useId, useRef, useState } from 'react'
import { type MenuGroup, MenuLine, menuBox, menuLine } from './menu-line.tsx'
import { useReach } from './use-reach.ts'

const loadMenu = () => import('./aria/menu.tsx')

const menuPart = 'not-first:mt-1.5 not-first:border-t not-first:border-line not-first:pt-1.5'

/** The keys that open a menu, and the end at which they begin. */
const opening: Record<string, 'first' | 'last'> = {
  Enter: 'first',
  ' ': 'first',
  ArrowDown: 'first',
  ArrowUp: 'last',
}

/**
 * A button with a menu of pages and choices. Before React Aria's menu is here it is a popover of links and forms, which
 * opens before JavaScript; the menu presses those same links and buttons.
 */
export function Menu({
  label,
  button,
  buttonClass,
  up = false,
  head,
  groups,
}: {
  label: string
  button: ReactNode
  buttonClass: string
  /** Opens upwards, for a bar at the bottom of a phone. */
  up?: boolean
  /** What stands over the entries. */
  head?: ReactNode
  groups: readonly MenuGroup[]
}) {
  const id = useId()
  const trigger = useRef<HTMLButtonElement>(null)
  const plain = useRef<HTMLDivElement>(null)
  const { Part: AriaMenu, near } = useReach(loadMenu)
  const [open, setOpen] = useState<'first' | 'last' | null>(null)
  const { key } = useLocation()

  // Each navigation closes the menu; coming alive does not: somebody may have opened it before.
  const shown = useRef(key)
  useEffect(() => {
    if (shown.current === key) return
    shown.current = key
    setOpen(null)
    if (plain.current?.matches(':popover-open')) plain.current.hidePopover()
  }, [key])

  return (
    <>
      <button
        ref={trigger}
        type="button"
        aria-label={label}
        className={buttonClass}
        {...near}
        {...(AriaMenu
          ? {
              'aria-haspopup': 'menu',
              'aria-expanded': open !== null,
              onClick: () => setOpen('first'),
              onKeyDown: event => {
                const focus = opening[event.key]
                if (!focus) return
                event.preventDefault()
                setOpen(focus)
              },
            }
          : { popovertarget: id })}
      >
        {button}
      </button>
      <div
        ref={plain}
        id={id}
        popover="auto"
        className={`inset-auto m-0 ${up ? 'right-2 bottom-20' : 'top-13 right-4 sm:right-[max(1.5rem,calc((100vw-90rem)/2+1.5rem))]'} ${menuBox}`}
      >
        {head}
        <div>
          {groups.map(group => (
            <PlainGroup key={group.id} group={group} />
          ))}
        </div>
      </div>
      {AriaMenu && open && (
        <AriaMenu
          trigger={trigger}
          label={label}
          up={up}
          head={head}
          groups={groups}
          focus={open}
          press={entry => plain.current?.querySelector<HTMLElement>(`[data-entry="${entry}"]`)?.click()}
          onClose={() => setOpen(null)}
        />
      )}
    </>
  )
}

function PlainGroup({ group: { label, entries, sends } }: { group: MenuGroup }) {
  const lines = entries.map(entry =>
    entry.to === undefined ? (
      <button
        key={entry.id}
        type="submit"
        name={sends?.name}
        value={entry.id}
        lang={entry.lang}
        data-entry={entry.id}
        aria-pressed={sends?.name ? entry.current === true : undefined}
        className={menuLine}
      >
        <MenuLine entry={entry} choice={sends?.name !== undefined} />
      </button>
    ) : (
      <Link
        key={entry.id}
        to={entry.to}
        aria-current={entry.current ? 'page' : undefined}
        className={menuLine}
      >
        <MenuLine entry={entry} />
      </Link>
    ),
  )
  if (!sends) return <div className={menuPart}>{lines}</div>
  return (
    <Form
      method="post"
      action={sends.action}
      reloadDocument={sends.reloadDocument}
      preventScrollReset
      className={menuPart}
    >
      {Object.entries(sends.fields ?? {}).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      {label ? (
        <fieldset>
          <legend className="px-2.5 pt-1 text-xs text-soft">{label}</legend>
          {lines}
        </fieldset>
      ) : (
        lines
      )}
    </Form>
  )
}
