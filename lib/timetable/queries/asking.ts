import { AppError } from '@/lib/core/errors';
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

const ENTRY = 'lib/timetable/queries/ask-worker.ts';

/** Asks the solver in a thread of its own. Throws `invalid` where locks or rules contradict each other. */
export async function askSolver<Kind extends Question['kind']>(
  question: Extract<Question, { kind: Kind }>,
  seconds: number,
): Promise<Answers[Kind]> {
  try {
    return await startWorker<Question, never, Answers[Kind]>(ENTRY, { task: question, seconds }, () => {})
      .answer;
  } catch (error) {
    const known = error instanceof WorkerFailure && !['internal', 'ended', 'overdue'].includes(error.code);
    throw new AppError(known ? 'invalid' : 'internal', String(error), { cause: error });
  }
}
