import {
  CircleAlert,
  CloudCheck,
  CloudOff,
  CloudUpload,
  Eye,
  HardDrive,
  LoaderCircle,
  type LucideIcon,
  Server,
} from 'lucide-react'
import { useWords } from '../../i18n/use-words.ts'
import type { SessionState } from './session.ts'

/**
 * How the text stands, in a word with an icon: on this device, sent, received, saved. "Saved" means written in the
 * server's log. Who else is here stands beside it.
 */
export function Standing({ state, readOnly }: { state: SessionState; readOnly: boolean }) {
  const { t } = useWords()
  const { key, icon: Icon, tone } = look(state)
  const word = t(`documents:state.${key}`)
  const hint = [
    state.trouble && !state.online ? t(`documents:closed.${state.trouble}`) : '',
    key === 'device' ? t('documents:state.deviceHint') : '',
  ]
    .join(' ')
    .trim()
  // Read out when it stays: letters that are being sent would interrupt whoever writes them.
  const said = key === 'sending' || (readOnly && key === 'stored') ? '' : `${word} ${hint}`
  return (
    <div className="editor-standing">
      {/* A reader has nothing to save; only trouble matters. */}
      {!(readOnly && key === 'stored') && (
        <p className="editor-whereabouts" data-state={key} data-tone={tone}>
          <Icon aria-hidden className={`size-4 shrink-0 ${key === 'connecting' ? 'animate-spin' : ''}`} />
          <span>{word}</span>
        </p>
      )}
      {readOnly && (
        <p className="editor-whereabouts">
          <Eye aria-hidden className="size-4 shrink-0" />
          <span>{t('documents:editor.readOnly')}</span>
        </p>
      )}
      {state.people.length > 0 && (
        <p className="editor-people">
          <span>{t('documents:editor.people')}</span>
          {state.people.map(({ name, organisation, guest, color }) => (
            <span key={`${name} ${organisation}`} className="editor-person">
              <span aria-hidden className="editor-dot" style={{ background: color }} />
              {[name, guest ? t('editor:guest') : organisation].filter(Boolean).join(', ')}
            </span>
          ))}
        </p>
      )}
      {hint !== '' && <p className="basis-full text-sm text-soft">{hint}</p>}
      <p role="status" className="sr-only">
        {said}
      </p>
    </div>
  )
}

function look(state: SessionState): { key: string; icon: LucideIcon; tone?: 'kept' | 'due' | 'late' } {
  if (state.closed) return { key: 'refused', icon: CircleAlert, tone: 'late' }
  switch (state.words) {
    case 'connecting':
      return { key: 'connecting', icon: LoaderCircle }
    case 'unreachable':
      return { key: 'unreachable', icon: CloudOff, tone: 'due' }
    case 'device':
      return { key: 'device', icon: HardDrive, tone: 'due' }
    case 'sending':
      return { key: 'sending', icon: CloudUpload }
    case 'received':
      return { key: 'received', icon: Server }
    case 'stored':
      return { key: state.online ? 'stored' : 'storedOffline', icon: CloudCheck, tone: 'kept' }
  }
}
