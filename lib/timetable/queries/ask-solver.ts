import { AppError, isAppError } from '@/lib/core/errors';
import { lane } from '@/lib/platform/lane';
import type { Limits } from '@/lib/platform/limit';
import { startWorker, WorkerFailure } from '@/lib/platform/worker';
import type { SolverAnswers, SolverTask } from './solver-worker';

/** A source file, read as it stands by a thread of its own. */
export const SOLVER_WORKER = 'lib/timetable/queries/solver-worker.ts';

type Question = Exclude<SolverTask, { kind: 'run' }>;

/** A question keeps a thread busy for some seconds: as many as an officer asks on the day, and not a flood. */
export const QUESTION_LIMITS: Limits = {
  perPerson: { name: 'solver.question', most: 20, seconds: 120 },
  forAll: { name: 'solver.question', most: 100, seconds: 300 },
};
const questions = lane('solver.question', { atOnce: 2, waiting: 12, retryAfter: 10 });

/**
 * Asks the solver in a thread, outside any transaction. Throws too_many when too many wait already, `invalid` where locks or
 * rules contradict each other.
 */
export async function askSolver<Kind extends Question['kind']>(
  task: Extract<Question, { kind: Kind }>,
  seconds: number,
): Promise<SolverAnswers[Kind]> {
  try {
    return await questions(
      () => startWorker<Question, never, SolverAnswers[Kind]>(SOLVER_WORKER, { task, seconds }).answer,
    );
  } catch (error) {
    if (isAppError(error)) throw error;
    throw new AppError(isContradiction(error) ? 'invalid' : 'internal', String(error), { cause: error });
  }
}

/** The thread gave a reason of its own: the instance contradicts itself. */
export function isContradiction(error: unknown): boolean {
  return error instanceof WorkerFailure && !['overdue', 'ended', 'internal'].includes(error.code);
}
