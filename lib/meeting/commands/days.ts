import type { ProgramScope } from '@/lib/core/scope';
import { dayInZone } from '@/lib/core/zones';
import type { Tx } from '@/lib/platform/database';
import { dayOfColumn } from '@/lib/program/rules';
import { daysForMeetings } from '../rules';

/** The days that meetings of this program may be on; a program without stages goes by today alone. */
export async function findDaysForMeetings(tx: Tx, scope: ProgramScope, now: Date) {
  const stages = await tx.programStage.findMany({
    where: { programId: scope.programId },
    select: { startsOn: true, endsOn: true },
  });
  const days = stages.flatMap(({ startsOn, endsOn }) => [dayOfColumn(startsOn), dayOfColumn(endsOn)]);
  return daysForMeetings([...days, dayInZone(now, scope.program.homeZone)]);
}
