import type { Prisma, Transaction } from '../../prisma/client.ts'
import type { Context } from '../context.ts'

/** Everything that is written into the audit trail: the concept and what happened to it. */
export type AuditAction =
  | `federation.${'set_up'}`
  | `person.${'signed_in' | 'signed_out' | 'created' | 'changed' | 'disabled' | 'enabled' | 'invited' | 'joined' | 'password_changed' | 'sessions_ended'}`
  | `organisation.${'created' | 'changed' | 'left' | 'stayed'}`
  | `mandate.${'given' | 'ended'}`
  | `working_group.${'created' | 'changed'}`
  | `statute_rule.${'created' | 'changed'}`
  | `institution.${'created'}`
  | `dossier.${'created' | 'changed' | 'step_recorded' | 'deadline_added' | 'deadline_done' | 'link_added'}`
  | `position.${'created' | 'changed' | 'consultation_started' | 'consultation_moved' | 'drafters_changed' | 'adopted' | 'rejected' | 'submitted'}`
  | `document.${'version_frozen' | 'restored' | 'image_added' | 'guest_invited' | 'guest_changed' | 'guest_withdrawn' | 'guest_link_made'}`
  | `poll.${'created' | 'changed' | 'opened' | 'closed'}`
  | `ballot.${'cast' | 'changed'}`
  | `recommendation.${'followed'}`
  | `meeting.${'created' | 'changed' | 'decision_recorded'}`
  | `action_item.${'created' | 'done' | 'reopened'}`

/**
 * Writes one row of the audit trail in the caller's transaction: who did what to which subject. `details` holds ids
 * and codes, never personal data or a text.
 */
export async function record(
  tx: Transaction,
  context: Pick<Context, 'viewer'>,
  action: AuditAction,
  subjectId: string,
  {
    organisationId = null,
    details = {},
  }: { organisationId?: string | null; details?: Prisma.InputJsonObject } = {},
): Promise<void> {
  await tx.auditEntry.create({
    data: { personId: context.viewer.person?.id ?? null, organisationId, action, subjectId, details },
    select: { seq: true },
  })
}
