import { Fragment, type ReactNode, type RefObject } from 'react'
import { Header, Menu, MenuItem, MenuSection, Popover, Separator } from 'react-aria-components'
import { type MenuGroup, MenuLine, menuBox, menuLine } from '../menu-line.tsx'
import { AriaSetting } from './setting.tsx'

/** The open menu of `../menu.tsx`: arrow keys, letters, Home and End, Escape, and the focus back on its button. */
export default function AriaMenu({
  trigger,
  label,
  up,
  head,
  groups,
  focus,
  press,
  onClose,
}: {
  trigger: RefObject<HTMLButtonElement>
  label: string
  up: boolean
  head?: ReactNode
  groups: readonly MenuGroup[]
  /** The entry that takes the focus. */
  focus: 'first' | 'last'
  /** Presses the button of this entry in its form. */
  press: (entry: string) => void
  onClose: () => void
}) {
  return (
    <AriaSetting>
      <Popover
        isOpen
        onOpenChange={onClose}
        triggerRef={trigger}
        aria-label={label}
        placement={up ? 'top end' : 'bottom end'}
        offset={4}
        className={menuBox}
      >
        {head}
        <Menu aria-label={label} autoFocus={focus} onClose={onClose} className="outline-none">
          {groups.map((group, index) => (
            <Fragment key={group.id}>
              {index > 0 && <Separator className="my-1.5 border-t border-line" />}
              {group.label ? (
                <MenuSection
                  {...(group.sends?.name && {
                    selectionMode: 'single',
                    selectedKeys: group.entries.flatMap(({ id, current }) => (current ? [id] : [])),
                  })}
                >
                  <Header className="px-2.5 pt-1 text-xs text-soft">{group.label}</Header>
                  <Entries group={group} press={press} />
                </MenuSection>
              ) : (
                <Entries group={group} press={press} />
              )}
            </Fragment>
          ))}
        </Menu>
      </Popover>
    </AriaSetting>
  )
}

function Entries({ group: { entries, sends }, press }: { group: MenuGroup; press: (entry: string) => void }) {
  return entries.map(entry => (
    <MenuItem
      key={entry.id}
      id={entry.id}
      href={entry.to}
      textValue={entry.label}
      lang={entry.lang}
      onAction={entry.to === undefined ? () => press(entry.id) : undefined}
      className={`${menuLine} ${entry.to && entry.current ? 'font-medium text-accent' : ''}`}
    >
      <MenuLine entry={entry} choice={sends?.name !== undefined} />
    </MenuItem>
  ))
}
