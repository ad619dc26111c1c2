import { type SelectHTMLAttributes, useEffect, useRef, useState } from 'react'
import type { Option } from './field.tsx'
import { useReach } from './use-reach.ts'

const loadComboBox = () => import('./aria/combo-box.tsx')

/** From how many choices on a list is searched instead of read through. */
const many = 10

/**
 * A choice from a list. A long one becomes a field to search in as soon as somebody reaches for it; the `<select>` then
 * stands behind it and keeps the value, so that whoever reads or sets it finds it where it was.
 */
export function Select(props: SelectProps) {
  return props.options.length < many ? <PlainSelect {...props} /> : <LongSelect {...props} />
}

export interface SelectProps {
  wiring: SelectHTMLAttributes<HTMLSelectElement> & { id: string }
  /** The id of the label. */
  labelId: string
  /** The words of choosing nothing; null where something must be chosen. */
  empty: string | null
  options: readonly Option[]
  value: string
  className: string
}

function PlainSelect({ wiring, empty, options, value, className }: SelectProps) {
  return (
    <select {...wiring} defaultValue={value} className={className}>
      <Options empty={empty} options={options} />
    </select>
  )
}

function LongSelect(props: SelectProps) {
  const { wiring, empty, options, value, className } = props
  const select = useRef<HTMLSelectElement>(null)
  const { Part: ComboBox, near } = useReach(loadComboBox)
  const pressed = useRef(false)
  const [place, take] = useState<'select' | 'search' | 'focused search'>('select')

  // Whoever has opened the select itself goes on with it; the field takes its place when they leave.
  useEffect(() => {
    const element = select.current
    if (!ComboBox || !element) return
    if (document.activeElement !== element) return take('search')
    if (!pressed.current) return take('focused search')
    const leave = () => take('search')
    element.addEventListener('blur', leave, { once: true })
    return () => element.removeEventListener('blur', leave)
  }, [ComboBox])

  const taken = ComboBox !== null && place !== 'select'
  return (
    <>
      <select
        {...wiring}
        ref={select}
        id={taken ? undefined : wiring.id}
        hidden={taken}
        defaultValue={value}
        className={taken ? undefined : className}
        {...near}
        onPointerDown={() => {
          pressed.current = true
        }}
      >
        <Options empty={empty} options={options} />
      </select>
      {taken && <ComboBox {...props} select={select} autoFocus={place === 'focused search'} />}
    </>
  )
}

function Options({ empty, options }: Pick<SelectProps, 'empty' | 'options'>) {
  return (
    <>
      {empty !== null && <option value="">{empty}</option>}
      {options.map(option => (
        <option key={option.value} value={option.value} disabled={option.disabled}>
          {option.label}
        </option>
      ))}
    </>
  )
}
