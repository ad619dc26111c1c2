/** One guest: a text that is being drafted is open to them, and another one was. */
import type { Transaction } from '../client.ts'

export async function seedGuests(tx: Transaction, today: Date): Promise<void> {
  const day = (offset: number) => new Date(today.getTime() + offset * 86_400_000)
  const personId = 'per_guest'
  await tx.documentGuest.createMany({
    data: [
      {
        id: 'gue_strategy',
        documentId: 'doc_pos_strategy',
        personId,
        right: 'write',
        // As long as an invitation may run, so that the demonstration shows it for a while.
        until: day(90),
        givenById: 'per_delegate_bacau',
        givenAt: day(-1),
      },
      {
        id: 'gue_osec',
        documentId: 'doc_pos_osec',
        personId,
        right: 'read',
        until: day(4),
        givenById: 'per_secretariat',
        givenAt: day(-10),
        withdrawnById: 'per_secretariat',
        withdrawnAt: day(-2),
      },
    ],
  })
}
