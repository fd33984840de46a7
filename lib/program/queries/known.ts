import type { ProgramScope } from '@/lib/core/scope';
import type { Tx } from '@/lib/platform/database';
import type { ProgramStageName } from '../schema';

/** Of a stage that has its days: the zone of its clocks, and how long its meetings are. */
export type StageTimes = { zone: string; minutes: number };

export async function listStageTimes(
  tx: Tx,
  { programId }: ProgramScope,
): Promise<Map<ProgramStageName, StageTimes>> {
  const stages = await tx.programStage.findMany({
    where: { programId },
    select: { stage: true, timeZone: true, meetingMinutes: true },
  });
  return new Map(
    stages.map(({ stage, timeZone: zone, meetingMinutes: minutes }) => [
      stage as ProgramStageName,
      { zone, minutes },
    ]),
  );
}

/** All tables by name, those that are no more in use included. */
export async function listTables(
  tx: Tx,
  { programId }: ProgramScope,
): Promise<{ id: string; name: string; isArchived: boolean }[]> {
  const tables = await tx.venueTable.findMany({
    where: { programId },
    select: { id: true, name: true, archivedAt: true },
    orderBy: { seq: 'asc' },
  });
  return tables.map(({ id, name, archivedAt }) => ({ id, name, isArchived: archivedAt !== null }));
}
