import type { Refusal } from '@/lib/core/result';
import type { ProgramScope } from '@/lib/core/scope';
import { dayInZone } from '@/lib/core/zones';
import { inForceAt } from '@/lib/pair/queries/in-force';
import type { PairStatus } from '@/lib/pair/rules/stages';
import type { Context } from '@/lib/platform/command';
import type { Tx } from '@/lib/platform/database';
import { dayOfColumn } from '@/lib/program/rules';
import { isNotToMeet } from '../queries/booking';
import { daysForMeetings } from '../rules';
import { refusalsOfTable, requireParties } from './parties';

/* What is asked wherever a meeting comes to stand: booked, scheduled again or moved. */

type Asked = Pick<Context<ProgramScope>, 'scope' | 'now'>;
type Ahead = { startupId: string; investorId: string; endsAt: Date; tableId: string | null };

/** The days that meetings of this program may be on; a program without stages goes by today alone. */
export async function findDaysForMeetings(tx: Tx, scope: ProgramScope, now: Date) {
  const stages = await tx.programStage.findMany({
    where: { programId: scope.programId },
    select: { startsOn: true, endsOn: true },
  });
  const days = stages.flatMap(({ startsOn, endsOn }) => [dayOfColumn(startsOn), dayOfColumn(endsOn)]);
  return daysForMeetings([...days, dayInZone(now, scope.program.homeZone)]);
}

/** A meeting that is entered late is judged by the day on which it took place, one to come by today. */
export async function statusAt(
  tx: Tx,
  { scope, now }: Asked,
  pairId: string,
  startsAt: Date,
): Promise<PairStatus> {
  const at = Math.max(0, Math.min(startsAt.getTime(), now.getTime()));
  return (await inForceAt(tx, scope.programId, pairId, new Date(at))).status;
}

/** A soft gate at the field `field`: who lets such a pair meet all the same says why. */
export async function refusalsOfNoThanks(
  tx: Tx,
  scope: ProgramScope,
  pairId: string,
  reason: string | undefined,
  field: 'reason' | 'meetReason' = 'reason',
): Promise<Refusal[]> {
  if (reason || !(await isNotToMeet(tx, scope, pairId))) return [];
  return [{ reason: 'gate_no_thanks', field: [field] }];
}

/**
 * Whoever archives a startup, an investor or a table is told that no meeting lies ahead of it. So a change that leaves a
 * meeting ahead asks for them as a booking does, with the same locks. What is over by then may be corrected all the same.
 * Throws not_found for an archived party.
 */
export async function refusalsOfLyingAhead(
  tx: Tx,
  { scope, now }: Asked,
  meeting: Ahead,
): Promise<Refusal[]> {
  if (meeting.endsAt <= now) return [];
  await requireParties(tx, scope, meeting);
  return refusalsOfTable(tx, scope, meeting.tableId);
}

/** The meeting's log is read by the startup as well: why a pair meets all the same stands in the office's trail alone. */
export function recordWhyItMeets(
  { record }: Pick<Context<ProgramScope>, 'record'>,
  { id, pairId }: { id: string; pairId: string },
  reason: string | undefined,
): void {
  if (reason) record({ subject: 'meeting', subjectId: id, pairId, detail: { reason } });
}
