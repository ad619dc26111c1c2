import { Form, Link, useLocation, useNavigation, useSearchParams, useSubmit } from '@remix-run/react'
import { Search } from 'lucide-react'
import { useEffect, useRef } from 'react'
import { useWords } from '../i18n/use-words.ts'
import type { Option } from './field.tsx'

/**
 * Narrows a list by its address (`?q=…&stage=…`), so that what is shown can be shared and works without JavaScript.
 * With it, choosing from a list filters at once. `count`: how many there are now, read out when it changes.
 */
export function FilterBar({
  search,
  selects = [],
  count,
}: {
  search?: { name?: string; label: string; placeholder?: string }
  selects?: { name: string; label: string; options: readonly Option[]; all?: string }[]
  count?: number
}) {
  const { t } = useWords()
  const [params] = useSearchParams()
  const { pathname } = useLocation()
  const navigation = useNavigation()
  const submit = useSubmit()
  const form = useRef<HTMLFormElement>(null)
  const searchName = search?.name ?? 'q'
  const names = [...(search ? [searchName] : []), ...selects.map(({ name }) => name)]
  const filtered = names.some(name => params.get(name))
  // Parameters that are not filters (a tab) survive; where a page begins (`after`) does not.
  const others = [...params].filter(([name]) => !names.includes(name) && !['after', 'before'].includes(name))
  const address = params.toString()

  // The fields follow the address when people go back.
  useEffect(() => {
    const asked = new URLSearchParams(address)
    for (const field of form.current?.elements ?? []) {
      if (!(field instanceof HTMLInputElement || field instanceof HTMLSelectElement) || !field.name) continue
      if (document.activeElement !== field) field.value = asked.get(field.name) ?? ''
    }
  }, [address])

  return (
    <div className="space-y-3">
      <Form
        ref={form}
        method="get"
        role="search"
        className="flex flex-wrap items-end gap-3"
        preventScrollReset
      >
        {others.map(([name, value]) => (
          <input key={`${name}=${value}`} type="hidden" name={name} value={value} />
        ))}
        {search && (
          <label className={`min-w-0 grow space-y-1 ${selects.length > 3 ? 'basis-full' : 'basis-64'}`}>
            <span className="block text-sm text-soft">{search.label}</span>
            <span className="relative block">
              <Search
                aria-hidden
                className="pointer-events-none absolute top-1/2 left-3 size-4 -translate-y-1/2 text-soft"
              />
              <input
                type="search"
                name={searchName}
                defaultValue={params.get(searchName) ?? ''}
                placeholder={search.placeholder}
                className="block h-10.5 w-full rounded-md border border-edge bg-paper pr-3 pl-9 placeholder:text-soft hover:border-ink"
              />
            </span>
          </label>
        )}
        {selects.map(({ name, label, options, all }) => (
          <label key={name} className="min-w-0 max-w-full grow basis-36 space-y-1 sm:max-w-56">
            <span className="block text-sm text-soft">{label}</span>
            <select
              name={name}
              defaultValue={params.get(name) ?? ''}
              onChange={event =>
                submit(event.currentTarget.form, { preventScrollReset: true, replace: true })
              }
              className="block h-10.5 w-full truncate rounded-md border border-edge bg-paper px-3 hover:border-ink"
            >
              <option value="">{all ?? t('common:action.all')}</option>
              {options.map(option => (
                <option key={option.value} value={option.value}>
                  {option.label}
                </option>
              ))}
            </select>
          </label>
        ))}
        <button
          type="submit"
          className="h-10.5 rounded-md border border-edge bg-paper px-4 font-medium hover:border-accent hover:text-accent"
        >
          {t(search ? 'common:action.search' : 'common:action.filter')}
        </button>
      </Form>
      <div className="flex min-h-6 flex-wrap items-baseline gap-x-4 text-sm text-soft">
        {count !== undefined && (
          <p role="status" className={`tabular-nums ${navigation.state === 'loading' ? 'opacity-60' : ''}`}>
            {t('common:results', { count })}
          </p>
        )}
        {filtered && (
          <Link to={`${pathname}${without(others)}`} className="link" preventScrollReset>
            {t('common:action.clear')}
          </Link>
        )}
      </div>
    </div>
  )
}

function without(kept: [string, string][]): string {
  const left = new URLSearchParams(kept).toString()
  return left ? `?${left}` : ''
}
