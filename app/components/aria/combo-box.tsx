import { ChevronDown } from 'lucide-react'
import { type RefObject, useContext, useEffect, useState } from 'react'
import {
  Button,
  ComboBox,
  ComboBoxStateContext,
  Input,
  ListBox,
  ListBoxItem,
  Popover,
} from 'react-aria-components'
import { fold } from '../../../packages/procedure/fold.ts'
import { useWords } from '../../i18n/use-words.ts'
import type { Option } from '../field.tsx'
import { menuLine } from '../menu-line.tsx'
import type { SelectProps } from '../select.tsx'
import { AriaSetting } from './setting.tsx'

/** The key of choosing nothing: React Aria has no empty key. */
const nothing = 'nothing'

/**
 * The field to search in over a long `<select>`: what is typed finds each choice that holds it, without regard to
 * diacritics. What is chosen is written into the select, and what somebody else writes there is shown here.
 */
export default function AriaComboBox({
  wiring,
  labelId,
  empty,
  options,
  className,
  select,
  autoFocus,
}: SelectProps & { select: RefObject<HTMLSelectElement>; autoFocus: boolean }) {
  const { t } = useWords()
  const [chosen, setChosen] = useState(select.current?.value ?? '')

  useEffect(() => {
    const element = select.current
    const follow = () => setChosen(element?.value ?? '')
    element?.addEventListener('input', follow)
    return () => element?.removeEventListener('input', follow)
  }, [select])

  const choose = (value: string) => {
    if (!select.current || select.current.value === value) return
    select.current.value = value
    select.current.dispatchEvent(new Event('input', { bubbles: true }))
    select.current.dispatchEvent(new Event('change', { bubbles: true }))
  }

  // Where something must be chosen, choosing nothing again is no choice.
  const none: Option[] =
    empty === null || wiring['aria-required'] === true ? [] : [{ value: nothing, label: empty }]
  const rows = [...none, ...options]
  return (
    <AriaSetting>
      <ComboBox
        id={wiring.id}
        aria-labelledby={labelId}
        aria-describedby={wiring['aria-describedby']}
        isInvalid={wiring['aria-invalid'] === true}
        isDisabled={wiring.disabled}
        isRequired={wiring['aria-required'] === true}
        validationBehavior="aria"
        autoFocus={autoFocus}
        value={chosen === '' ? null : chosen}
        onChange={key => choose(key === null || key === nothing ? '' : String(key))}
        defaultFilter={(label, typed) => fold(label).includes(fold(typed.trim()))}
        allowsEmptyCollection
        className="relative"
      >
        <SearchInput className={className} placeholder={empty ?? undefined} />
        <Button className="absolute inset-y-0 right-0 flex w-10 items-center justify-center text-soft">
          <ChevronDown aria-hidden className="size-4" />
        </Button>
        <Popover
          offset={4}
          className="w-(--trigger-width) rounded-lg border border-line bg-paper p-1.5 text-ink shadow-lg"
        >
          <ListBox
            items={rows}
            className="max-h-72 overflow-y-auto outline-none"
            renderEmptyState={() => <p className="px-2.5 py-2 text-soft">{t('common:form.noneFound')}</p>}
          >
            {({ value, label, disabled }) => (
              <ListBoxItem
                id={value}
                textValue={label}
                isDisabled={disabled}
                className={`${menuLine} data-focused:bg-shade data-selected:font-medium data-selected:text-accent`}
              >
                {label}
              </ListBoxItem>
            )}
          </ListBox>
        </Popover>
      </ComboBox>
    </AriaSetting>
  )
}

/** Typing, the arrow keys and a click open the list; passing by with Tab does not. */
function SearchInput({ className, placeholder }: { className: string; placeholder?: string }) {
  const list = useContext(ComboBoxStateContext)
  return (
    <Input
      className={`${className} pr-10`}
      placeholder={placeholder}
      onClick={() => list?.open(null, 'manual')}
      // What stood there gives way to what is typed.
      onFocus={event => event.currentTarget.select()}
    />
  )
}
