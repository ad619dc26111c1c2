/** What a position's status allows. Who may is `access.ts`; this is whether it is the time for it. */
import type { PositionStatus } from '../../prisma/generated/client/enums.ts'

/** Its title and its drafting organisations can change until it is adopted. */
export const editable: readonly PositionStatus[] = ['drafting', 'consultation', 'voting', 'rejected']

/** The members can be asked before a vote, asked until a later day, and asked again after a rejection. */
export const consultable: readonly PositionStatus[] = ['drafting', 'consultation', 'rejected']

/** It can be put to the vote while it is written or discussed, and again after the members rejected it. */
export const votable: readonly PositionStatus[] = ['drafting', 'consultation', 'rejected']
