import { Circle, Minus, Plus } from 'lucide-react'
import { useWords } from '../../i18n/use-words.ts'
import { Button } from '../button.tsx'
import { type Answer, Form } from '../form.tsx'
import { useFormState } from '../form-state.ts'

const answers = [
  { choice: 'yes', icon: Plus },
  { choice: 'no', icon: Minus },
  { choice: 'abstain', icon: Circle },
] as const

/** Three large answers for one organisation. `voted`: its vote so far; then it is being changed. */
export function BallotForm({
  organisation,
  voted,
  answer,
}: {
  organisation: { id: string; shortName: string }
  voted: string | null
  answer: Answer | undefined
}) {
  const { t } = useWords()
  return (
    <Form
      intent={`cast ${organisation.id}`}
      answer={answer}
      values={{ choice: voted }}
      preventScrollReset
      labels={{ choice: t('polls:vote.title') }}
    >
      <Choices legend={t('polls:vote.legend', { organisation: organisation.shortName })} />
      <Button>{t(voted === null ? 'polls:vote.send' : 'polls:vote.changeSend')}</Button>
    </Form>
  )
}

function Choices({ legend }: { legend: string }) {
  const { t } = useWords()
  const form = useFormState()
  const chosen = form?.values.choice
  const refused = form?.refusal?.fields.find(({ field }) => field === 'choice')
  const id = `${form?.id}-choice`
  return (
    <fieldset id={id} tabIndex={-1} aria-describedby={refused && `${id}-refused`}>
      <legend className="mb-2 font-medium">{legend}</legend>
      {refused && (
        <p id={`${id}-refused`} className="mb-2 text-sm font-medium text-late">
          {refused.message}
        </p>
      )}
      <div className="grid gap-2 sm:grid-cols-3">
        {answers.map(({ choice, icon: Icon }) => (
          <label
            key={choice}
            className="flex min-h-16 cursor-pointer items-start gap-3 rounded-lg border border-edge bg-paper p-3 hover:border-accent has-checked:border-accent has-checked:bg-accent-soft has-checked:inset-ring has-checked:inset-ring-accent has-focus-visible:outline-2 has-focus-visible:outline-offset-2 has-focus-visible:outline-[var(--focus)] sm:flex-col sm:gap-1.5"
          >
            <span className="flex items-center gap-2.5">
              <input
                type="radio"
                name="choice"
                value={choice}
                defaultChecked={chosen === choice}
                aria-invalid={refused ? true : undefined}
                className="size-4.5 shrink-0 accent-accent"
              />
              <Icon aria-hidden strokeWidth={2.5} className="size-4 shrink-0" />
            </span>
            <span>
              <span className="block font-semibold">{t(`voting:choice.${choice}`)}</span>
              <span className="block text-sm text-soft">{t(`polls:vote.${choice}`)}</span>
            </span>
          </label>
        ))}
      </div>
    </fieldset>
  )
}
