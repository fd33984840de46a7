import path from 'node:path';
import { MessageChannel, type MessagePort as Port, receiveMessageOnPort } from 'node:worker_threads';
import Tinypool from 'tinypool';

const MOST_THREADS = 16;
/** A thread stays warm for the next problem. */
const IDLE_MS = 60_000;

/** Threads that run one engine, and the file of it. */
export type EngineThreads = { pool: Tinypool; filename: string };

/** `file` is a source beside this one, read as it stands. At rest the threads keep no process alive. */
export function engineThreads(file: string): EngineThreads {
  // The file goes with each task and not with the pool: one that cannot be loaded is then an error of its task. A thread
  // that fails before it has one brings the whole process down.
  const pool = new Tinypool({
    minThreads: 0,
    maxThreads: MOST_THREADS,
    idleTimeout: IDLE_MS,
    execArgv: ['--no-warnings'],
  });
  return {
    pool,
    filename: path.join(/* turbopackIgnore: true */ process.cwd(), 'lib/platform/exact', file),
  };
}

type Reporting<Task> = Task & { port: Port };

/**
 * Runs a task in one of these threads; all that it reports on the way is handed on before its answer. The signal ends the
 * thread in the middle of its work, and the promise rejects.
 */
export async function runReporting<Task, Report, Answer>(
  { pool, filename }: EngineThreads,
  task: Task,
  { onReport, signal }: { onReport: (report: Report) => void; signal: AbortSignal },
): Promise<Answer> {
  const { port1: reports, port2: port } = new MessageChannel();
  reports.on('message', onReport).unref();
  try {
    const input: Reporting<Task> = { ...task, port };
    const answer: Answer = await pool.run(input, { filename, transferList: [port], signal });
    // Reports come by a port of their own: those still on their way belong before the answer.
    for (let left = receiveMessageOnPort(reports); left; left = receiveMessageOnPort(reports)) {
      onReport(left.message);
    }
    return answer;
  } finally {
    reports.close();
  }
}
