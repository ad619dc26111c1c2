import { Form, Link, useLocation, useNavigation, useSearchParams, useSubmit } from '@remix-run/react'
import { ChevronRight, Search } from 'lucide-react'
import { type ReactNode, useEffect, useRef } from 'react'
import { useWords } from '../i18n/use-words.ts'
import type { Option } from './field.tsx'

/**
 * Narrows a list by its address (`?q=…&stage=…`), so that what is shown can be shared and works without JavaScript.
 * With it, choosing from a list filters at once. `count`: how many there are now, read out when it changes.
 * More than three lists stand behind a disclosure on a phone, open while one of them narrows.
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
  const active = selects.filter(({ name }) => params.get(name)).length
  const many = selects.length > 3
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
        className="flex flex-wrap items-end gap-3 print:hidden"
        preventScrollReset
      >
        {others.map(([name, value]) => (
          <input key={`${name}=${value}`} type="hidden" name={name} value={value} />
        ))}
        {search && (
          <div className={`flex min-w-0 grow items-end gap-3 ${many ? 'basis-full' : 'basis-80'}`}>
            <label className="min-w-0 grow space-y-1">
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
                  className="block h-10.5 w-full rounded-md border border-edge bg-paper pr-3 pl-9 text-ellipsis placeholder:text-soft hover:border-ink"
                />
              </span>
            </label>
            <Submit>{t('common:action.search')}</Submit>
          </div>
        )}
        <Selects many={many} active={active}>
          {selects.map(({ name, label, options, all }) => (
            <label
              key={name}
              className={`min-w-0 space-y-1 ${many ? '' : 'max-w-full grow basis-36 sm:max-w-56'}`}
            >
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
          {search && selects.length > 0 ? (
            // Without JavaScript nothing is sent on choosing, and the button above is far from the lists.
            <noscript>
              <Submit>{t('common:action.filter')}</Submit>
            </noscript>
          ) : (
            !search && <Submit>{t('common:action.filter')}</Submit>
          )}
        </Selects>
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

function Selects({ many, active, children }: { many: boolean; active: number; children: ReactNode }) {
  const { t } = useWords()
  if (!many) return children
  return (
    // Where there is room, and the browser lets a closed disclosure show what it holds, the lists are always in sight.
    <details
      open={active > 0}
      className="group basis-full sm:[&::details-content]:[content-visibility:visible]"
    >
      <summary className="-ml-2 inline-flex supports-[selector(::details-content)]:sm:hidden min-h-10 items-center gap-2 rounded-md px-2 font-medium text-accent hover:bg-accent-soft">
        <ChevronRight aria-hidden className="size-4 transition-transform group-open:rotate-90" />
        {active > 0 ? t('common:filters.active', { count: active }) : t('common:filters.title')}
      </summary>
      <div className="grid grid-cols-2 items-end gap-3 pt-2 sm:grid-cols-[repeat(auto-fill,minmax(13rem,1fr))] sm:pt-0">
        {children}
      </div>
    </details>
  )
}

function Submit({ children }: { children: string }) {
  return (
    <button
      type="submit"
      className="h-10.5 shrink-0 rounded-md border border-edge bg-paper px-4 font-medium hover:border-accent hover:text-accent"
    >
      {children}
    </button>
  )
}

function without(kept: [string, string][]): string {
  const left = new URLSearchParams(kept).toString()
  return left ? `?${left}` : ''
}
