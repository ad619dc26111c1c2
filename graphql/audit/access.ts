import { isSecretariat, type Viewer } from '../people/viewer.ts'

/** The trail is for the secretariat and the auditor (cenzor). */
export function readsAudit(viewer: Viewer): boolean {
  return isSecretariat(viewer) || viewer.person?.federationRole === 'auditor'
}
