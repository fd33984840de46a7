import { setPriority } from 'node:os';
import { parentPort, workerData } from 'node:worker_threads';
import type { WorkerMessage, WorkerTask } from './worker';

export type AtWork<Report> = {
  /** True once the time is up or somebody asked to stop. */
  shouldStop: () => boolean;
  secondsLeft: () => number;
  report: (report: Report) => void;
};

/** The thread's side of `startWorker`: runs the one task it was started for. Errors may carry a `code`. */
export async function runTask<Task, Report, Answer>(
  work: (task: Task, at: AtWork<Report>) => Promise<Answer>,
): Promise<void> {
  const { task, seconds, stop } = workerData as WorkerTask<Task>;
  stepBack();
  const asked = new Int32Array(stop);
  const ends = Date.now() + seconds * 1000;
  const isAsked = () => Atomics.load(asked, 0) === 1;
  const tell = (message: WorkerMessage<Report, Answer>) => parentPort?.postMessage(message);
  try {
    const answer = await work(task, {
      shouldStop: () => isAsked() || Date.now() >= ends,
      secondsLeft: () => (isAsked() ? 0 : Math.max(0, (ends - Date.now()) / 1000)),
      report: (report) => tell({ kind: 'report', report }),
    });
    tell({ kind: 'answer', answer });
  } catch (error) {
    const code = (error as { code?: unknown }).code;
    tell({ kind: 'failed', code: typeof code === 'string' ? code : 'internal', message: String(error) });
  }
}

/** Requests come first: on Linux a thread has a priority of its own. Elsewhere it would be that of the whole server. */
function stepBack(): void {
  if (process.platform === 'linux') setPriority(10);
}
