import { z } from 'zod';
import { done } from '@/lib/core/result';
import type { ProgramScope } from '@/lib/core/scope';
import { nothingShape } from '@/lib/core/shapes';
import { programTask } from '@/lib/platform/command';
import type { Tx } from '@/lib/platform/database';
import { canPlan } from '../policy';
import type { KeptProof } from '../queries/editing';
import { loadFacts } from '../queries/facts';
import { loadPlan } from '../queries/item';
import type { RunAnswer } from '../queries/solver-worker';
import { type Mapped, seatsOf } from '../rules/instance';
import { withTables } from '../rules/tables';
import { RUN_FAILURES } from '../rules/words';
import { lockTimetable } from './lock';
import { writePlan } from './plan';
import { basisOf } from './proof';

const solutionInput = z.strictObject({
  runId: z.uuid(),
  answer: z.custom<RunAnswer>(),
  mapped: z.custom<Mapped>(),
  seconds: z.number(),
});
const failureInput = z.strictObject({ runId: z.uuid(), failure: z.enum(RUN_FAILURES) });

type Run = { id: string; fromVersion: number; seed: number };

async function lockRun(tx: Tx, scope: ProgramScope, runId: string): Promise<Run | null> {
  const rows = await tx.$queryRaw<Run[]>`
    select id, from_version as "fromVersion", seed from timetable_run
    where program_id = ${scope.programId}::uuid and id = ${runId}::uuid and state = 'running' for update`;
  return rows[0] ?? null;
}

/** Who runs it is the server, for the person who started it; not an operation of the API. */
export const failRun = programTask({
  name: 'timetable.end_solve',
  input: failureInput,
  output: nothingShape,
  may: canPlan,
  run: async (tx, { scope, now, record }, { runId, failure }) => {
    await tx.timetableRun.updateMany({
      where: { programId: scope.programId, id: runId, state: 'running' },
      data: { state: 'failed', failure, endedAt: now },
    });
    record({ subject: 'timetable_run', subjectId: runId, detail: { failure } });
    return done({});
  },
});

/**
 * Writes a run's answer into its draft in one step, if the draft is still the one the run began with. Else the draft stays
 * what it is, and the run has failed as `draft_changed`.
 */
export const keepSolution = programTask({
  name: 'timetable.end_solve',
  input: solutionInput,
  output: nothingShape,
  may: canPlan,
  run: async (tx, { scope, now, record }, input) => {
    const { programId } = scope;
    const { runId, answer, mapped, seconds } = input;
    const { timetableId } = await tx.timetableRun.findUniqueOrThrow({
      where: { programId_id: { programId, id: runId } },
      select: { timetableId: true },
    });
    const draft = await lockTimetable(tx, scope, timetableId);
    const run = await lockRun(tx, scope, runId);
    const end = (data: { state: 'done' | 'stopped' | 'failed'; failure?: string; toVersion?: number }) =>
      tx.timetableRun.updateMany({
        where: { programId, id: runId, state: 'running' },
        data: { ...data, endedAt: now },
      });
    record({ subject: 'timetable_run', subjectId: runId, detail: { placed: answer.placed } });
    if (!run) return done({});
    if (draft.state !== 'draft' || draft.version !== run.fromVersion) {
      await end({ state: 'failed', failure: 'draft_changed' });
      return done({});
    }
    const { facts } = await loadFacts(tx, scope, draft.stage);
    const before = await loadPlan(tx, programId, draft.id);
    await writePlan(tx, scope, draft.id, facts, withTables(facts, seatsOf(mapped, answer.meetings, before)));
    const proof: KeptProof = {
      basis: basisOf(mapped.instance, before),
      levels: answer.levels,
      placed: answer.placed,
      possible: answer.possible,
      bound: answer.bound,
      weight: answer.weight,
      proved: answer.proved,
      seconds,
      seed: run.seed,
    };
    await tx.timetable.update({
      where: { programId_id: { programId, id: draft.id } },
      data: { proof, seed: run.seed, version: { increment: 1 } },
      select: { id: true },
    });
    await end({ state: answer.stopped ? 'stopped' : 'done', toVersion: draft.version + 1 });
    return done({});
  },
});
