import { AppError } from '@/lib/core/errors';
import { type Refusal, refuse } from '@/lib/core/result';
import type { ProgramScope } from '@/lib/core/scope';
import type { MeetingStage } from '@/lib/pair/rules/stages';
import type { Tx } from '@/lib/platform/database';
import { findTimetable } from '../queries/item';
import type { TimetableState } from '../rules/words';

export type LockedTimetable = {
  id: string;
  stage: MeetingStage;
  name: string;
  number: number | null;
  state: TimetableState;
  version: number;
  basedOn: string | null;
  replaces: string | null;
  baseSeq: bigint;
  before: unknown;
};

/** Takes the timetable's row for this transaction. Throws not_found. */
export async function lockTimetable(tx: Tx, scope: ProgramScope, id: string): Promise<LockedTimetable> {
  const rows = await tx.$queryRaw<LockedTimetable[]>`
    select id, stage, name, number, state, version, based_on as "basedOn", replaces, base_seq as "baseSeq", before
    from timetable where program_id = ${scope.programId}::uuid and id = ${id}::uuid for no key update`;
  const timetable = rows[0];
  if (!timetable) throw new AppError('not_found', 'timetable');
  return timetable;
}

type Held = { ok: true; draft: LockedTimetable } | { ok: false; refusals: Refusal[] };

/** The same for a draft as its editor read it. Refusals: not_a_draft, stale with the draft as it stands now. */
export async function lockDraft(
  tx: Tx,
  scope: ProgramScope,
  { timetableId, version }: { timetableId: string; version: number },
): Promise<Held> {
  const draft = await lockTimetable(tx, scope, timetableId);
  if (draft.version !== version) {
    return refuse('stale', { field: ['version'], current: await findTimetable(tx, scope, timetableId) });
  }
  if (draft.state !== 'draft') return refuse('not_a_draft', { params: { state: draft.state } });
  return { ok: true, draft };
}

/** One planner after the other in a stage: taken before anything of it is published or taken back. */
export async function lockStage(tx: Tx, scope: ProgramScope, stage: MeetingStage): Promise<void> {
  const key = `timetable ${scope.programId} ${stage}`;
  await tx.$queryRaw`select pg_advisory_xact_lock(hashtextextended(${key}, 0))::text`;
}

/** Gives a timetable another state; its version goes up. */
export async function setState(tx: Tx, { programId }: ProgramScope, id: string, state: TimetableState) {
  await tx.timetable.update({
    where: { programId_id: { programId, id } },
    data: { state, version: { increment: 1 } },
    select: { id: true },
  });
}
