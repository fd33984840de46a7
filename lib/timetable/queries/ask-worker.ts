import { highsEngine } from '@/lib/platform/exact/highs';
import { inThread } from '@/lib/platform/worker-task';
import { whyNot } from '@/lib/solver/rules/reasons/why-not';
import { repair } from '@/lib/solver/rules/repair/repair';
import { solveExactly } from '@/lib/solver/rules/solve';
import type { Instance, Placed } from '@/lib/solver/schema';
import type { Answers, Question } from './asking';

/* Questions about a timetable that take longer than a request should keep the server from others. */
export default inThread<Question, never, Answers[Question['kind']]>(async (question, at) => {
  if (question.kind === 'why_not') return whyNot(question.instance, question.timetable, question.wish);
  const engine = highsEngine();
  try {
    return question.kind === 'repair'
      ? await repaired(question.instance, question.before)
      : await solved(question.instance);
  } finally {
    await engine.close();
  }

  function repaired(instance: Instance, before: Placed[]) {
    const { shouldStop, secondsLeft } = at;
    return repair(instance, before, {
      shouldStop,
      engine: { solveMip: engine.solveMip, secondsLeft },
    });
  }

  async function solved(instance: Instance) {
    const { shouldStop, secondsLeft } = at;
    const { meetings, proved, bound } = await solveExactly(instance, {
      engines: engine,
      shouldStop,
      secondsLeft,
    });
    return { meetings, proved, bound };
  }
});
