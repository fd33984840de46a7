import { AppError, isAppError } from '@/lib/core/errors';
import { lane } from '@/lib/platform/lane';
import type { Limits } from '@/lib/platform/limit';
import { startWorker, WorkerFailure } from '@/lib/platform/worker';
import type { WhyNot } from '@/lib/solver/rules/reasons/reason';
import type { Repair } from '@/lib/solver/rules/repair/options';
import type { Instance, Placed } from '@/lib/solver/schema';

export type Question =
  | { kind: 'solve'; instance: Instance }
  | { kind: 'repair'; instance: Instance; before: Placed[] }
  | { kind: 'why_not'; instance: Instance; timetable: Placed[]; wish: [startup: number, investor: number] };

export type Answers = {
  solve: { meetings: Placed[]; proved: boolean; bound: number };
  repair: Repair;
  why_not: WhyNot | null;
};

/** A question keeps a thread busy for some seconds: as many as an officer asks on the day, and not a flood. */
export const QUESTION_LIMITS: Limits = {
  perPerson: { name: 'solver.question', most: 20, seconds: 120 },
  forAll: { name: 'solver.question', most: 100, seconds: 300 },
};
const threads = lane('solver.question', { atOnce: 2, waiting: 12, retryAfter: 10 });

const ENTRY = 'lib/timetable/queries/ask-worker.ts';

/** Asks the solver in a thread of its own, outside any transaction. Throws too_many when too many wait already; `invalid` where locks or rules contradict each other. */
export async function askSolver<Kind extends Question['kind']>(
  question: Extract<Question, { kind: Kind }>,
  seconds: number,
): Promise<Answers[Kind]> {
  try {
    return await threads(
      () => startWorker<Question, never, Answers[Kind]>(ENTRY, { task: question, seconds }).answer,
    );
  } catch (error) {
    if (isAppError(error)) throw error;
    const known = error instanceof WorkerFailure && !['internal', 'ended', 'overdue'].includes(error.code);
    throw new AppError(known ? 'invalid' : 'internal', String(error), { cause: error });
  }
}
