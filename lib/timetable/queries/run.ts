import type { ProgramScope } from '@/lib/core/scope';
import type { Tx } from '@/lib/platform/database';
import { programQuery } from '@/lib/platform/query';
import type { LevelName } from '@/lib/solver/schema';
import { timetableOperations } from '../operations';
import { canReadTimetables } from '../policy';
import type { TimetableProof } from '../rules/figures';
import { provesSomething } from '../rules/nothing';
import type { RunAnswer, RunProgress } from '../rules/run';
import type { RunFailure } from '../rules/words';
import { timetableInput } from '../schema';
import { findTimetable } from './item';

type Told = {
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

/** The latest run on a draft: how far it is, or how it ended. A run whose server is gone is told as interrupted. */
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
  const told = row.progress as Told;
  const isLost = row.state === 'running' && row.deadlineAt < now;
  const isRunning = row.state === 'running' && !isLost;
  const proof = provesSomething(row.timetable.proof as TimetableProof | null);
  const stands = row.toVersion !== null && proof !== null;
  return {
    runId: row.id,
    timetableId,
    state: isLost ? 'failed' : row.state,
    failure: isLost ? 'interrupted' : (row.failure as RunFailure | null),
    level: isRunning && told.step ? (LEVEL_OF[told.step] ?? null) : null,
    value: told.weight ?? 0,
    bound: told.bound ?? 0,
    placed: stands ? proof.placed : (told.placed ?? 0),
    possible: stands ? proof.possible : (told.possible ?? 0),
    seconds: told.seconds ?? 0,
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
  may: canReadTimetables,
  run: async (tx, scope, { timetableId }): Promise<RunAnswer> => {
    await findTimetable(tx, scope, timetableId);
    return { run: await latestRun(tx, scope, timetableId, new Date()) };
  },
});
