import { useWords } from '../../i18n/use-words.ts'
import { type Command, commandGroups } from './commands.ts'
import { EditorDialog } from './editor-dialog.tsx'
import { keyNames, onMac } from './shortcuts.ts'

/** What is no command: a sign that opens a menu, and the way out of every bar. */
const besides = [
  { name: 'slash', group: 'blocks', keys: ['/'] },
  { name: 'toText', group: 'reading', keys: ['Escape'], reading: true },
] as const

/** All keys of the editor, from the table that registers them. */
export function HelpSheet({
  commands,
  mayWrite,
  onClose,
}: {
  commands: readonly Command[]
  mayWrite: boolean
  onClose: () => void
}) {
  const { t } = useWords()
  const mac = onMac()
  const lines = [...commands, ...besides].filter(
    line => line.keys?.length && (mayWrite || ('reading' in line && line.reading)),
  )
  return (
    <EditorDialog title={t('editor:help.title')} onClose={onClose} wide>
      <div className="editor-help">
        {commandGroups.map(group => {
          const its = lines.filter(line => line.group === group)
          return (
            its.length > 0 && (
              <section key={group}>
                <h3>{t(`editor:help.${group}`)}</h3>
                <dl>
                  {its.map(({ name, keys }) => (
                    <div key={name}>
                      <dt>{t(`editor:command.${name}`)}</dt>
                      <dd>
                        {keyNames(keys?.[0] ?? '', mac).map(key => (
                          <kbd key={key}>{key}</kbd>
                        ))}
                      </dd>
                    </div>
                  ))}
                </dl>
              </section>
            )
          )
        })}
      </div>
    </EditorDialog>
  )
}
