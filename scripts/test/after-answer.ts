import type { StrangerCall } from '@/lib/platform/stranger';

/** Asks, and then does what was left for after the answer. */
export async function andAfter<T>(ask: (call: Pick<StrangerCall, 'afterAnswer'>) => Promise<T>): Promise<T> {
  const tasks: (() => Promise<void>)[] = [];
  const answer = await ask({ afterAnswer: (task) => tasks.push(task) });
  for (const task of tasks) await task();
  return answer;
}
