import { AppError } from '@/lib/core/errors';
import type { ProgramScope } from '@/lib/core/scope';
import type { MeetingStage } from '@/lib/pair/rules/stages';
import type { Tx } from '@/lib/platform/database';
import type { Prisma } from '@/prisma/client/client';
import type { Planned } from '../rules/facts';
import { provesSomething } from '../rules/nothing';
import type { TimetableItem, TimetableProof } from '../schema/stage';

const shown = {
  id: true,
  stage: true,
  name: true,
  number: true,
  state: true,
  note: true,
  proof: true,
  version: true,
  basedOn: true,
  createdAt: true,
  publishedAt: true,
  createdBy: { select: { name: true, nameEn: true } },
  publishedBy: { select: { name: true, nameEn: true } },
  _count: { select: { meetings: true } },
} as const;

/** The latest first: by when they were published, else made. */
export async function selectTimetables(
  tx: Tx,
  { programId }: ProgramScope,
  where: Prisma.TimetableWhereInput,
): Promise<TimetableItem[]> {
  const rows = await tx.timetable.findMany({
    where: { ...where, programId },
    select: shown,
    orderBy: [{ publishedAt: { sort: 'desc', nulls: 'first' } }, { createdAt: 'desc' }, { id: 'desc' }],
  });
  return rows.map(({ _count, createdAt, publishedAt, proof, ...row }) => ({
    ...row,
    stage: row.stage as MeetingStage,
    placed: _count.meetings,
    proof: provesSomething(proof as TimetableProof | null),
    createdAt: createdAt.toISOString(),
    publishedAt: publishedAt?.toISOString() ?? null,
  }));
}

/** Throws not_found. */
export async function findTimetable(tx: Tx, scope: ProgramScope, id: string): Promise<TimetableItem> {
  const [item] = await selectTimetables(tx, scope, { id });
  if (!item) throw new AppError('not_found', 'timetable');
  return item;
}

/** The published one of a stage, or null. */
export async function findPublished(
  tx: Tx,
  scope: ProgramScope,
  stage: MeetingStage,
): Promise<TimetableItem | null> {
  const [item] = await selectTimetables(tx, scope, { stage, state: 'published' });
  return item ?? null;
}

/** The meetings of a timetable whose slot is still in the grid, pair by pair. */
export async function loadPlan(tx: Tx, programId: string, timetableId: string): Promise<Planned[]> {
  const rows = await tx.timetableMeeting.findMany({
    where: { programId, timetableId },
    select: { pairId: true, slotId: true, tableId: true, isLocked: true },
    orderBy: { pairId: 'asc' },
  });
  return rows.flatMap(({ slotId, ...row }) => (slotId ? [{ ...row, slotId }] : []));
}
