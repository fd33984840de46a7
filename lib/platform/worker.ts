import path from 'node:path';
import { Worker } from 'node:worker_threads';

/** What a thread says: how far it is, its answer, or that it could not. `code` names a failure its starter knows. */
export type WorkerMessage<Report, Answer> =
  | { kind: 'report'; report: Report }
  | { kind: 'answer'; answer: Answer }
  | { kind: 'failed'; code: string; message: string };

export type WorkerTask<Task> = { task: Task; seconds: number; stop: SharedArrayBuffer };

/** A thread that could not answer; `code` as the thread said it, `overdue` or `ended`. */
export class WorkerFailure extends Error {
  readonly code: string;
  constructor(code: string, message: string) {
    super(message);
    this.code = code;
  }
}

export type Running<Answer> = {
  answer: Promise<Answer>;
  /** Asks for the best so far; the answer comes soon. */
  stop: () => void;
};

/** Beyond its time limit a thread has this long to hand in what it has. */
const GRACE_MS = 15_000;

/**
 * Runs a task in a thread of its own, so that nothing else waits for it. `entry` is a source file by its place below the
 * project's folder: it is read as it stands there, by a built server too. The task must survive being copied.
 */
export function startWorker<Task, Report, Answer>(
  entry: string,
  { task, seconds }: { task: Task; seconds: number },
  onReport: (report: Report) => void,
): Running<Answer> {
  const stop = new SharedArrayBuffer(4);
  const workerData: WorkerTask<Task> = { task, seconds, stop };
  const file = path.join(/* turbopackIgnore: true */ process.cwd(), ...entry.split('/'));
  const worker = new Worker(file, { workerData, execArgv: ['--import', 'tsx', '--no-warnings'] });
  const answer = new Promise<Answer>((resolve, reject) => {
    const overdue = setTimeout(
      () => fail('overdue', 'the thread did not answer in time'),
      seconds * 1000 + GRACE_MS,
    );
    const end = () => {
      clearTimeout(overdue);
      worker.removeAllListeners();
      worker.on('error', () => undefined);
      void worker.terminate();
    };
    const fail = (code: string, message: string) => {
      end();
      reject(new WorkerFailure(code, message));
    };
    worker.on('message', (message: WorkerMessage<Report, Answer>) => {
      if (message.kind === 'report') onReport(message.report);
      else if (message.kind === 'failed') fail(message.code, message.message);
      else {
        end();
        resolve(message.answer);
      }
    });
    worker.on('error', (error) => fail('ended', String(error)));
    worker.on('exit', () => fail('ended', 'the thread ended without an answer'));
  });
  return { answer, stop: () => void Atomics.store(new Int32Array(stop), 0, 1) };
}
