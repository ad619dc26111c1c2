import { Link } from '@remix-run/react'
import { useWords } from '../../i18n/use-words.ts'
import { Status } from '../status.tsx'
import { type Column, Table } from '../table.tsx'
import { Term } from './term.tsx'

export type Role = 'delegate' | 'deputy' | 'drafter' | 'observer'

export interface MandateRow {
  id: string
  role: Role
  startsOn: string
  endsOn: string | null
  inForce: boolean
  over: boolean
  /** Who holds it, or whom it is for: what the page is not about. */
  other: { id: string; name: string; to: string; note?: string }
}

/** Mandates of an organisation (`other` is a person) or of a person (`other` is an organisation). */
export function MandateTable({
  rows,
  otherHeader,
  mayEnd,
}: {
  rows: readonly MandateRow[]
  otherHeader: string
  mayEnd: boolean
}) {
  const { t } = useWords()
  const columns: Column<MandateRow>[] = [
    {
      key: 'other',
      header: otherHeader,
      cell: ({ other }) => (
        <>
          <Link to={other.to} prefetch="intent" className="link">
            {other.name}
          </Link>
          {other.note && <span className="block text-sm font-normal text-soft">{other.note}</span>}
        </>
      ),
    },
    {
      key: 'role',
      header: t('organisations:mandate.role'),
      cell: row => t(`organisations:role.${row.role}`),
    },
    {
      key: 'term',
      header: t('organisations:mandate.term'),
      cell: row => (
        <>
          <Term from={row.startsOn} to={row.endsOn} />
          {!row.inForce && !row.over && (
            <span className="block">
              <Status>{t('organisations:mandate.future')}</Status>
            </span>
          )}
        </>
      ),
    },
  ]
  if (mayEnd)
    columns.push({
      key: 'end',
      header: t('organisations:mandate.change'),
      align: 'end',
      cell: row =>
        row.over ? null : (
          <Link
            to={`/mandates/${row.id}/end`}
            className="link"
            aria-label={t('organisations:mandate.endOf', {
              name: row.other.name,
              role: t(`organisations:role.${row.role}`),
            })}
          >
            {t('organisations:mandate.end')}
          </Link>
        ),
    })
  return (
    <Table
      caption={t('organisations:mandate.caption')}
      columns={columns}
      rows={rows}
      rowKey={row => row.id}
    />
  )
}
