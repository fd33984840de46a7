import { setPriority } from 'node:os';
import type { MessagePort } from 'node:worker_threads';

/** What a thread is given. `stop` holds 1 once somebody asked for the best so far; reports go through `port`. */
export type ThreadTask<Task> = { task: Task; seconds: number; stop: SharedArrayBuffer; port: MessagePort };
/** Its answer, or that it could not; a copied error would lose its `code`. */
export type ThreadAnswer<Answer> = { answer: Answer } | { code: string; message: string };

export type AtWork<Report> = {
  /** True once the time is up or somebody asked to stop. */
  shouldStop: () => boolean;
  secondsLeft: () => number;
  report: (report: Report) => void;
};

/** The thread's side of `startWorker`, its default export. Errors may carry a `code`. */
export function inThread<Task, Report, Answer>(
  work: (task: Task, at: AtWork<Report>) => Promise<Answer>,
): (input: ThreadTask<Task>) => Promise<ThreadAnswer<Answer>> {
  // Requests come first: on Linux a thread has a priority of its own. Elsewhere it would be that of the whole server.
  if (process.platform === 'linux') setPriority(10);
  return async ({ task, seconds, stop, port }) => {
    const asked = new Int32Array(stop);
    const ends = Date.now() + seconds * 1000;
    const isAsked = () => Atomics.load(asked, 0) === 1;
    try {
      const answer = await work(task, {
        shouldStop: () => isAsked() || Date.now() >= ends,
        secondsLeft: () => (isAsked() ? 0 : Math.max(0, (ends - Date.now()) / 1000)),
        report: (report) => port.postMessage(report),
      });
      return { answer };
    } catch (error) {
      const { code } = error as { code?: unknown };
      return { code: typeof code === 'string' ? code : 'internal', message: String(error) };
    } finally {
      port.close();
    }
  };
}
