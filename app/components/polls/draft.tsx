import { useWords } from '../../i18n/use-words.ts'
import { Button, ButtonLink } from '../button.tsx'
import { Card } from '../card.tsx'
import { type Answer, Form } from '../form.tsx'
import { Section } from '../section.tsx'
import type { Poll } from './poll-part.ts'
import { Subject } from './subject.tsx'

/** A poll in preparation: its text and rule, and for those who hold it the button that opens it. */
export function Draft({ poll, answer }: { poll: Poll; answer: Answer | undefined }) {
  const { t } = useWords()
  return (
    <>
      <Subject poll={poll} />
      {poll.mayManage && (
        <Card tone="accent">
          <Section
            title={t('polls:manage.openTitle')}
            description={t('polls:manage.openHint')}
            actions={
              <ButtonLink look="quiet" to={`/polls/${poll.id}/edit`}>
                {t('polls:manage.edit')}
              </ButtonLink>
            }
          >
            <Form key={poll.revision} intent="open" answer={answer} revision={poll.revision}>
              <Button>{t('polls:manage.open')}</Button>
            </Form>
          </Section>
        </Card>
      )}
    </>
  )
}
