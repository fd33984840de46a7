import type { ProgramScope } from '@/lib/core/scope';
import type { Tx } from '@/lib/platform/database';
import { programQuery } from '@/lib/platform/query';
import type { LevelName } from '@/lib/solver/schema';
import { timetableOperations } from '../operations';
import { canReadTimetables } from '../policy';
import { provesSomething } from '../rules/nothing';
import type { RunFailure } from '../rules/words';
import { timetableInput } from '../schema';
import type { RunProgress } from '../schema/grid';
import { runAnswer } from '../schema/grid';
import type { TimetableProof } from '../schema/stage';
import { findTimetable } from './item';

/** What the run wrote down of itself. */
type Progress = {
  step?: string;
  placed?: number;
  weight?: number;
  bound?: number;
  possible?: number;
  seconds?: number;
};

/** What each step of a run works on. */
const LEVEL_OF: Record<string, LevelName> = {
  bound: 'musts',
  draft: 'floor',
  weight: 'weight',
  exact: 'weight',
  breaks: 'breaks',
  fairness: 'fairness',
  tables: 'table_changes',
};

/** The latest run on a draft: how far it is, or how it ended. A run whose server is gone counts as interrupted. */
export async function latestRun(
  tx: Tx,
  scope: ProgramScope,
  timetableId: string,
  now: Date,
): Promise<RunProgress | null> {
  const row = await tx.timetableRun.findFirst({
    where: { programId: scope.programId, timetableId },
    orderBy: [{ startedAt: 'desc' }, { id: 'desc' }],
    include: {
      by: { select: { name: true, nameEn: true } },
      timetable: { select: { proof: true, version: true } },
    },
  });
  if (!row) return null;
  const progress = row.progress as Progress;
  const isLost = row.state === 'running' && row.deadlineAt < now;
  const isRunning = row.state === 'running' && !isLost;
  const proof = provesSomething(row.timetable.proof as TimetableProof | null);
  const stands = row.toVersion !== null && proof !== null;
  return {
    runId: row.id,
    timetableId,
    state: isLost ? 'failed' : row.state,
    failure: isLost ? 'interrupted' : (row.failure as RunFailure | null),
    level: isRunning && progress.step ? (LEVEL_OF[progress.step] ?? null) : null,
    value: progress.weight ?? 0,
    bound: progress.bound ?? 0,
    placed: stands ? proof.placed : (progress.placed ?? 0),
    possible: stands ? proof.possible : (progress.possible ?? 0),
    seconds: progress.seconds ?? 0,
    ofSeconds: row.seconds,
    levels: stands ? proof.levels : [],
    proof: stands ? proof : null,
    startedAt: row.startedAt.toISOString(),
    startedBy: row.by,
    version: row.toVersion,
  };
}

/** Throws not_found for a timetable that is not there; null where nothing ever ran. */
export const getRun = programQuery({
  operation: timetableOperations.getRun,
  input: timetableInput,
  output: runAnswer,
  may: canReadTimetables,
  run: async (tx, scope, { timetableId }) => {
    await findTimetable(tx, scope, timetableId);
    return { run: await latestRun(tx, scope, timetableId, new Date()) };
  },
});
