import { AppError } from '@/lib/core/errors';
import { done, type Result, refuse } from '@/lib/core/result';
import type { ProgramScope } from '@/lib/core/scope';
import { uuidv7 } from '@/lib/core/uuid';
import { programCommand } from '@/lib/platform/command';
import type { Tx } from '@/lib/platform/database';
import type { Limits } from '@/lib/platform/limit';
import { compile } from '@/lib/solver/rules/compile';
import { timetableOperations } from '../operations';
import { canPlan } from '../policy';
import { readEditing } from '../queries/editing';
import { latestRun } from '../queries/run';
import { type Mapped, toInstance } from '../rules/instance';
import { nothingToPlace } from '../rules/nothing';
import { startSolveInput, stopSolveInput } from '../schema';
import { runAnswer } from '../schema/grid';
import { lockDraft, lockTimetable } from './lock';
import { follow, SILENCE_MS } from './running';

/** When the first of many runs may have ended. */
const BUSY_SECONDS = 20;
/** Seconds where nobody names any. */
const SECONDS = 20;
/** Runs of a program at one time, and for one person: several officers, but not a queue that nobody oversees. As in keep_runs_few. */
const MOST_RUNS = 6;
const LIMITS: Limits = {
  perPerson: { name: 'timetable.solve', most: 30, seconds: 300 },
  forAll: { name: 'timetable.solve', most: 120, seconds: 300 },
};

/** The draft as the solver reads it. Refusals: why the stage has nothing to place, or that its locks contradict each other. */
async function prepareSolve(
  scope: ProgramScope,
  input: { timetableId: string; version: number },
): Promise<Result<Mapped>> {
  const read = await readEditing(scope, input);
  if (!read.ok) return read;
  const { facts, before, plan } = read.value;
  const kept = plan.filter(({ isLocked }) => isLocked);
  const nothing = nothingToPlace(facts, before);
  if (nothing && kept.length === 0) return refuse(nothing);
  const mapped = toInstance(facts, kept, before);
  return makesSense(mapped) ? done(mapped) : refuse('contradiction');
}

/**
 * Starts to solve a draft around its locked meetings, in a thread of its own. The answer is that it runs; ask
 * `timetable.run` how far it is. Refusals: stale, not_a_draft, running_already, too_many_runs, contradiction, and why the
 * stage has nothing to place (see `nothingToPlace`); throws too_many.
 */
export const startSolve = programCommand({
  operation: timetableOperations.startSolve,
  input: startSolveInput,
  output: runAnswer,
  may: canPlan,
  limits: LIMITS,
  prepare: prepareSolve,
  run: async (tx, context, { seconds = SECONDS, seed = 1, ...edited }, mapped) => {
    const { scope, viewer, now, record } = context;
    const { programId } = scope;
    const locked = await lockDraft(tx, scope, edited);
    if (!locked.ok) return locked;
    const { draft } = locked;
    await endInterrupted(tx, scope, now);
    const running = await tx.timetableRun.count({
      where: { programId, timetableId: draft.id, state: 'running' },
    });
    if (running > 0) return refuse('running_already');
    const runId = uuidv7(now);
    await tx.timetableRun.create({
      data: {
        ...{ programId, id: runId, timetableId: draft.id, seed, seconds, fromVersion: draft.version },
        startedAt: now,
        deadlineAt: new Date(now.getTime() + SILENCE_MS),
        byId: viewer.personId,
      },
      select: { id: true },
    });
    record({ subject: 'timetable', subjectId: draft.id, detail: { stage: draft.stage, seconds, seed } });
    context.afterCommit(async () => {
      void follow(scope, { runId, seed, seconds, mapped });
    });
    return done({ run: await latestRun(tx, scope, draft.id, now) });
  },
  explain: async (_, { constraint }) => {
    if (constraint === 'timetable_run_few_of_all') {
      throw new AppError('too_many', 'runs of all', { retryAfter: BUSY_SECONDS });
    }
    if (constraint === 'timetable_run_once') return [{ reason: 'running_already' }];
    return constraint.startsWith('timetable_run_few_of_')
      ? [{ reason: 'too_many_runs', params: { count: MOST_RUNS } }]
      : null;
  },
});

/** Locks that contradict each other are refused before a thread is started for them. */
function makesSense({ instance }: Mapped): boolean {
  try {
    compile(instance);
    return true;
  } catch {
    return false;
  }
}

/** Runs of a server that is gone. */
async function endInterrupted(tx: Tx, { programId }: ProgramScope, now: Date): Promise<void> {
  await tx.timetableRun.updateMany({
    where: { programId, state: 'running', deadlineAt: { lt: now } },
    data: { state: 'failed', failure: 'interrupted', endedAt: now },
  });
}

/** Asks a run to stop: the best so far is written into the draft. Refusal: not_running. */
export const stopSolve = programCommand({
  operation: timetableOperations.stopSolve,
  input: stopSolveInput,
  output: runAnswer,
  may: canPlan,
  run: async (tx, { scope, now, record }, { timetableId }) => {
    const draft = await lockTimetable(tx, scope, timetableId);
    await endInterrupted(tx, scope, now);
    const { count } = await tx.timetableRun.updateMany({
      where: { programId: scope.programId, timetableId: draft.id, state: 'running' },
      data: { stopRequested: true },
    });
    if (count === 0) return refuse('not_running');
    record({ subject: 'timetable', subjectId: draft.id, detail: { stage: draft.stage } });
    return done({ run: await latestRun(tx, scope, draft.id, now) });
  },
});
