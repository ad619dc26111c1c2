import { graphql, type ResultOf } from '../../graphql.ts'
import { useWords } from '../../i18n/use-words.ts'
import { Button } from '../button.tsx'
import { Disclosure } from '../disclosure.tsx'
import type { Option } from '../field.tsx'
import { type Answer, Form } from '../form.tsx'
import { Section } from '../section.tsx'
import { Table } from '../table.tsx'
import { useSaved } from '../use-saved.ts'
import { Known } from './known-date.tsx'
import { StageLine, StageLineMark } from './stage-line.tsx'
import { StepFields, useStepLabels } from './step-fields.tsx'

export const DossierWayPart = graphql(
  `
    fragment DossierWayPart on Dossier {
      mayManage
      procedure {
        free
        stages {
          key
          name
        }
      }
      stageLine {
        ...StageLineMark
      }
      nextStages {
        how
        stage {
          key
          name
        }
      }
      steps {
        id
        date
        precision
        source
        note
        recordedAt
        stage {
          name
        }
        recordedBy {
          name
        }
      }
    }
  `,
  [StageLineMark],
)

type Dossier = ResultOf<typeof DossierWayPart>

/** The stage line, the recorded steps as its table, and the form that moves the dossier on. */
export function DossierWay({ dossier, answer }: { dossier: Dossier; answer?: Answer | null }) {
  const { t } = useWords()
  const saved = useSaved('step', answer)
  return (
    <Section title={t('dossiers:way.title')} id="way" description={t('dossiers:way.lede')}>
      <div className="space-y-8">
        <StageLine marks={dossier.stageLine} label={t('dossiers:way.line')} />
        <Steps steps={dossier.steps} />
        {dossier.mayManage && <RecordStep key={saved} dossier={dossier} answer={answer} />}
      </div>
    </Section>
  )
}

function Steps({ steps }: Pick<Dossier, 'steps'>) {
  const { t, format } = useWords()
  return (
    <Table
      caption={t('dossiers:way.steps')}
      captionShown
      rows={steps.toReversed()}
      rowKey={({ id }) => id}
      columns={[
        { key: 'stage', header: t('dossiers:way.stage'), cell: ({ stage }) => stage.name },
        { key: 'date', header: t('dossiers:way.date'), cell: step => <Known {...step} length="short" /> },
        {
          key: 'source',
          header: t('dossiers:way.source'),
          cell: ({ source }) =>
            source === '' ? (
              <span className="text-soft">{t('dossiers:way.noSource')}</span>
            ) : /^https?:\/\//.test(source) ? (
              <a href={source} rel="noreferrer" className="link wrap-anywhere">
                {source}
              </a>
            ) : (
              source
            ),
        },
        {
          key: 'note',
          header: t('dossiers:way.note'),
          cell: ({ note, recordedAt, recordedBy }) => (
            // Sentences begin at the left, also on a phone, where a table's cells stand at the right.
            <span className="block text-left">
              {note && <span className="block">{note}</span>}
              <span className="block text-sm text-soft">
                {t(recordedBy ? 'dossiers:way.recordedBy' : 'dossiers:way.recorded', {
                  date: format.date(recordedAt, 'short'),
                  name: recordedBy?.name ?? '',
                })}
              </span>
            </span>
          ),
        },
      ]}
    />
  )
}

function RecordStep({ dossier, answer }: { dossier: Dossier; answer?: Answer | null }) {
  const { t } = useWords()
  return (
    <Disclosure summary={t('dossiers:way.record')} open={answer?.values?.intent === 'step'}>
      <Form intent="step" answer={answer} labels={useStepLabels()}>
        <p className="text-sm text-soft">{t('dossiers:way.recordHint')}</p>
        <StepFields stages={useStageOptions(dossier)} free={dossier.procedure.free} />
        <Button>{t('dossiers:way.save')}</Button>
      </Form>
    </Disclosure>
  )
}

/** The stages that may come next, the usual first; then all others, because a step that happened is never refused. */
function useStageOptions({ nextStages, procedure }: Dossier): Option[] {
  const { t } = useWords()
  const likely = nextStages.map(({ how, stage: { key, name } }) => ({
    value: key,
    label: how === 'forward' || how === 'end' ? name : `${name} (${t(`procedure:how.${how}`).toLowerCase()})`,
  }))
  const others = procedure.stages
    .filter(({ key }) => !likely.some(({ value }) => value === key))
    .map(({ key, name }) => ({ value: key, label: name }))
  if (likely.length === 0 || others.length === 0) return [...likely, ...others]
  return [...likely, { value: '-', label: t('dossiers:way.others'), disabled: true }, ...others]
}
