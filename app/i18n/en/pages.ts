import audit from './audit.ts'
import common from './common.ts'
import documents from './documents.ts'
import dossiers from './dossiers.ts'
import guests from './guests.ts'
import history from './history.ts'
import home from './home.ts'
import meetings from './meetings.ts'
import notifications from './notifications.ts'
import organisations from './organisations.ts'
import people from './people.ts'
import polls from './polls.ts'
import positions from './positions.ts'
import procedure from './procedure.ts'
import sharing from './sharing.ts'
import texts from './texts.ts'
import voting from './voting.ts'

/** The words that pages say themselves, one namespace a concept: what a browser loads. */
export default {
  common,
  voting,
  procedure,
  documents,
  dossiers,
  positions,
  guests,
  sharing,
  texts,
  polls,
  meetings,
  organisations,
  people,
  notifications,
  audit,
  history,
  home,
}
