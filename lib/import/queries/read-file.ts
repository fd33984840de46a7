import { done, type Result, refuse } from '@/lib/core/result';
import { lane } from '@/lib/platform/lane';
import { startWorker, WorkerFailure } from '@/lib/platform/worker';
import { FILE_PROBLEMS, type ReadFile } from '../rules/cells';
import type { ReadingTask } from './file-worker';

/** A source file, read as it stands by a thread of its own. */
const FILE_READER = 'lib/import/queries/file-worker.ts';
const SECONDS = 40;
/** What a thread may hold beside the server: the largest file that is taken needs about half. */
const HEAP_MEGABYTES = 320;

const readings = lane('import.read', { atOnce: 1, waiting: 6, retryAfter: 15 });

/** Reads a file that was received. Refusals: the file problems, each at `file`. Throws too_many where several are being read. */
export async function readFileAt(path: string, sheet?: string): Promise<Result<ReadFile>> {
  const task: ReadingTask = { path, ...(sheet ? { sheet } : {}) };
  try {
    const started = () =>
      startWorker<ReadingTask, never, ReadFile>(FILE_READER, {
        ...{ task, seconds: SECONDS, heapMegabytes: HEAP_MEGABYTES },
      }).answer;
    return done(await readings(started));
  } catch (error) {
    if (!(error instanceof WorkerFailure)) throw error;
    const known = FILE_PROBLEMS.find((problem) => problem === error.code);
    const isTooMuch = error.code === 'ended' || error.code === 'overdue';
    if (!known && !isTooMuch) throw error;
    return refuse(known ?? 'file_too_complex', { field: ['file'] });
  }
}
