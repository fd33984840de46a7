import path from 'node:path';
import { MessageChannel } from 'node:worker_threads';
import Tinypool from 'tinypool';
import type { ThreadAnswer, ThreadTask } from './worker-task';

/** A thread that could not answer; `code` as the thread gave it, or `overdue`, or `ended`. */
export class WorkerFailure extends Error {
  readonly code: string;
  constructor(code: string, message: string, options?: ErrorOptions) {
    super(message, options);
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
/** As many as all programs together may have running (timetable_run_few_of_all), and the questions beside them. */
const MOST_THREADS = 16;
/** A thread stays warm for the next question, unless it has grown beyond so many bytes. */
const IDLE_MS = 60_000;
const MOST_HEAP = 512 * 1024 * 1024;

const kept = globalThis as unknown as { roundtableThreads?: Map<number, Tinypool> };

/**
 * One pool for the whole process, although a built server holds this module more than once; and one beside it for threads
 * that may hold so many megabytes and no more.
 */
function threads(heapMegabytes = 0): Tinypool {
  kept.roundtableThreads ??= new Map();
  const known = kept.roundtableThreads.get(heapMegabytes);
  if (known) return known;
  const pool = new Tinypool({
    minThreads: 0,
    maxThreads: MOST_THREADS,
    idleTimeout: IDLE_MS,
    maxMemoryLimitBeforeRecycle: MOST_HEAP,
    execArgv: ['--import', 'tsx', '--no-warnings'],
    ...(heapMegabytes > 0 ? { resourceLimits: { maxOldGenerationSizeMb: heapMegabytes } } : {}),
  });
  kept.roundtableThreads.set(heapMegabytes, pool);
  return pool;
}

/**
 * Runs a task in a thread of the pool, so that nothing else waits for it. `entry` is a source file by its place below the
 * project's folder whose default export is made by `inThread`: it is read as it stands there, by a built server too. The
 * task must survive being copied. A thread that is overdue, or holds more than it may, is ended.
 */
export function startWorker<Task, Report, Answer>(
  entry: string,
  { task, seconds, heapMegabytes }: { task: Task; seconds: number; heapMegabytes?: number },
  onReport?: (report: Report) => void,
): Running<Answer> {
  const stop = new SharedArrayBuffer(4);
  const { port1: reports, port2: port } = new MessageChannel();
  if (onReport) reports.on('message', onReport);
  reports.unref();
  const input: ThreadTask<Task> = { task, seconds, stop, port };
  const options = {
    filename: path.join(/* turbopackIgnore: true */ process.cwd(), ...entry.split('/')),
    transferList: [port],
    signal: AbortSignal.timeout(seconds * 1000 + GRACE_MS),
  };
  const answer = threads(heapMegabytes)
    .run(input, options)
    .catch((error: Error) => {
      const code = error.name === 'AbortError' ? 'overdue' : 'ended';
      throw new WorkerFailure(code, String(error), { cause: error });
    })
    .then((ended: ThreadAnswer<Answer>) => {
      if ('answer' in ended) return ended.answer;
      throw new WorkerFailure(ended.code, ended.message);
    })
    .finally(() => reports.close());
  return { answer, stop: () => void Atomics.store(new Int32Array(stop), 0, 1) };
}
