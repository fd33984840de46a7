import { AppError } from '@/lib/core/errors';
import type { Refusal } from '@/lib/core/result';
import type { ProgramScope } from '@/lib/core/scope';
import type { Tx } from '@/lib/platform/database';

type Sides = { startupId: string; investorId: string };

/** An archived party meets nobody: its pairs are not there. Throws not_found. */
export async function requireParties(
  tx: Tx,
  scope: ProgramScope,
  { startupId, investorId }: Sides,
): Promise<void> {
  const { programId } = scope;
  // Shared locks: whoever archives one of them waits for this booking and then counts it, or was first and is seen here.
  const startups = await tx.$queryRaw<unknown[]>`
    select id from startup
    where program_id = ${programId}::uuid and id = ${startupId}::uuid and archived_at is null for share`;
  const investors = await tx.$queryRaw<unknown[]>`
    select id from investor
    where program_id = ${programId}::uuid and id = ${investorId}::uuid and archived_at is null for share`;
  if (startups.length + investors.length < 2) throw new AppError('not_found', 'party');
}

/** A table of this program that is in use. */
export async function refusalsOfTable(
  tx: Tx,
  scope: ProgramScope,
  tableId?: string | null,
): Promise<Refusal[]> {
  if (!tableId) return [];
  const tables = await tx.$queryRaw<unknown[]>`
    select id from venue_table
    where program_id = ${scope.programId}::uuid and id = ${tableId}::uuid and archived_at is null for share`;
  return tables.length === 1 ? [] : [{ reason: 'no_such_table', field: ['table'] }];
}

/** Who sits at the table belongs to one of the two parties. */
export async function refusalsOfContacts(
  tx: Tx,
  scope: ProgramScope,
  { startupId, investorId }: Sides,
  contactIds: readonly string[],
): Promise<Refusal[]> {
  if (contactIds.length === 0) return [];
  const theirs = await tx.contact.findMany({
    where: {
      programId: scope.programId,
      id: { in: [...contactIds] },
      archivedAt: null,
      OR: [{ startupId }, { investorId }],
    },
    select: { id: true },
  });
  const known = new Set(theirs.map((contact) => contact.id));
  return contactIds.flatMap((id, index) =>
    known.has(id) ? [] : [{ reason: 'not_a_participant', field: ['contactIds', index] }],
  );
}

/** Replaces the participants of a meeting. */
export async function seatContacts(
  tx: Tx,
  scope: ProgramScope,
  meeting: { id: string; pairId: string; startupId: string },
  contactIds: readonly string[],
): Promise<void> {
  await tx.meetingParticipant.deleteMany({ where: { programId: scope.programId, meetingId: meeting.id } });
  await tx.meetingParticipant.createMany({
    data: [...new Set(contactIds)].map((contactId) => ({
      programId: scope.programId,
      startupId: meeting.startupId,
      pairId: meeting.pairId,
      meetingId: meeting.id,
      contactId,
    })),
  });
}
