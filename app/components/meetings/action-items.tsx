import { useFetcher } from '@remix-run/react'
import { graphql, type ResultOf } from '../../graphql.ts'
import { useWords } from '../../i18n/use-words.ts'
import { RefusalFields } from '../../refused.ts'
import { Button } from '../button.tsx'
import { Disclosure } from '../disclosure.tsx'
import { EmptyState } from '../empty-state.tsx'
import { Field } from '../field.tsx'
import { type Answer, Form } from '../form.tsx'
import { Section } from '../section.tsx'
import { Status } from '../status.tsx'
import { LegalDate } from '../time.tsx'
import { useSaved } from '../use-saved.ts'

export const ActionItemsPart = graphql(`
  fragment ActionItemsPart on Meeting {
    mayManage
    actionItems {
      id
      text
      dueOn
      doneAt
      mayReport
      owner {
        shortName
      }
    }
  }
`)

export const GiveActionItem = graphql(
  `
    mutation GiveActionItem($input: ActionItemInput!) {
      giveActionItem(input: $input) {
        __typename
        ...RefusalFields
      }
    }
  `,
  [RefusalFields],
)

export const MarkActionItemDone = graphql(
  `
    mutation MarkActionItemDone($id: ID!) {
      markActionItemDone(id: $id) {
        __typename
        ...RefusalFields
      }
    }
  `,
  [RefusalFields],
)

export const ReopenActionItem = graphql(
  `
    mutation ReopenActionItem($id: ID!) {
      reopenActionItem(id: $id) {
        __typename
        ...RefusalFields
      }
    }
  `,
  [RefusalFields],
)

type ActionItem = ResultOf<typeof ActionItemsPart>['actionItems'][number]

/** What was promised, by whom and by when; kept ones stay, marked. `owners`: who can be given one. */
export function ActionItems({
  meeting: { actionItems: items, mayManage },
  owners,
  answer,
}: {
  meeting: ResultOf<typeof ActionItemsPart>
  owners: readonly { id: string; shortName: string }[]
  answer?: Answer | null
}) {
  const { t } = useWords()
  const saved = useSaved('actionItem', answer)
  return (
    <Section title={t('meetings:actionItems.title')} id="promises">
      <div className="space-y-4">
        {items.length === 0 ? (
          <EmptyState
            title={t('meetings:actionItems.empty')}
            hint={mayManage && t('meetings:actionItems.emptyHint')}
          />
        ) : (
          <ul className="divide-y divide-line border-y border-line">
            {items.map(item => (
              <li key={item.id} id={item.id} className="scroll-mt-20 py-4 target:bg-accent-soft">
                <Item {...item} />
              </li>
            ))}
          </ul>
        )}
        {mayManage && (
          <Disclosure
            summary={t('meetings:actionItems.new')}
            open={answer?.values?.intent === 'actionItem' && Boolean(answer.refusal)}
          >
            <Form
              key={saved}
              intent="actionItem"
              answer={answer}
              labels={{
                text: t('meetings:actionItems.text'),
                ownerId: t('meetings:actionItems.owner'),
                dueOn: t('meetings:actionItems.dueOn'),
              }}
            >
              <Field
                kind="textarea"
                name="text"
                label={t('meetings:actionItems.text')}
                maxLength={2000}
                required
              />
              <div className="grid gap-6 sm:grid-cols-2">
                <Field
                  kind="select"
                  name="ownerId"
                  label={t('meetings:actionItems.owner')}
                  options={owners.map(({ id, shortName }) => ({ value: id, label: shortName }))}
                  required
                />
                <Field kind="date" name="dueOn" label={t('meetings:actionItems.dueOn')} required />
              </div>
              <Button>{t('meetings:actionItems.add')}</Button>
            </Form>
          </Disclosure>
        )}
      </div>
    </Section>
  )
}

function Item({ id, text, dueOn, doneAt, mayReport, owner }: ActionItem) {
  const { t, format } = useWords()
  const fetcher = useFetcher<Answer>()
  const late = doneAt === null && format.daysUntil(dueOn) < 0
  const word = doneAt === null ? 'markDone' : 'reopen'
  return (
    <div className="flex flex-wrap items-start justify-between gap-x-6 gap-y-3">
      <div className="min-w-0 grow basis-72">
        <p className="max-w-[68ch] whitespace-pre-line">{text}</p>
        <p className="mt-1.5 flex flex-wrap items-center gap-x-3 gap-y-1 text-sm text-soft">
          <Status tone={doneAt !== null ? 'kept' : late ? 'late' : 'due'}>
            {doneAt !== null
              ? t('meetings:actionItems.done')
              : t(late ? 'meetings:actionItems.late' : 'meetings:actionItems.open')}
          </Status>
          <span>{owner.shortName}</span>
          <span>
            {doneAt === null ? (
              <LegalDate date={dueOn} relative />
            ) : (
              t('meetings:actionItems.doneOn', { day: format.date(doneAt) })
            )}
          </span>
        </p>
      </div>
      {mayReport && (
        <Form fetcher={fetcher} intent={doneAt === null ? 'done' : 'reopen'} answer={fetcher.data}>
          <input type="hidden" name="item" value={id} />
          <Button
            look={doneAt === null ? 'quiet' : 'plain'}
            aria-label={t(`meetings:actionItems.${word}Of`, { text })}
          >
            {t(`meetings:actionItems.${word}`)}
          </Button>
        </Form>
      )}
    </div>
  )
}
