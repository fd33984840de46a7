import { inThread } from '@/lib/platform/worker-task';

export type Trial = { kind: 'count'; to: number } | { kind: 'refuse' } | { kind: 'break' } | { kind: 'wait' };

let answered = 0;

/** What a thread may do: report on its way, refuse with a code, break off, or wait until it is asked to stop. */
export default inThread<Trial, number, { answered: number; stopped: boolean }>(async (trial, at) => {
  if (trial.kind === 'refuse') throw Object.assign(new Error('it makes no sense'), { code: 'contradiction' });
  if (trial.kind === 'break') {
    setTimeout(() => {
      throw new Error('broken off');
    });
    await new Promise(() => undefined);
  }
  if (trial.kind === 'count') for (let each = 1; each <= trial.to; each++) at.report(each);
  while (trial.kind === 'wait' && !at.shouldStop()) await new Promise((resolve) => setTimeout(resolve, 5));
  answered += 1;
  return { answered, stopped: at.secondsLeft() === 0 };
});
