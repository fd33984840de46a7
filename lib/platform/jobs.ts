import { setTimeout as sleep } from 'node:timers/promises';
import { sweepContents } from './content';
import { asViewer } from './database';
import { log } from './log';
import type { QueuedMail } from './mail';
import { MAILS, sendQueuedMail } from './mail-queue';
import { openQueue } from './queue';

const AGAIN_MS = 5000;
/** What is left to a job in hand when the server is told to end. */
const LAST_MS = 5000;

export const HOUSEKEEPING = 'housekeeping';

export type Jobs = { close(): Promise<void> };

/**
 * Does the jobs of the queue for as long as it is open: mails as they come, housekeeping when the database's schedule
 * says so. Any number of servers may do so, each job is taken by one. A job that fails is tried again later.
 */
export async function openJobs(): Promise<Jobs> {
  const { boss, end } = await openQueue({ keepsTime: true });
  await boss.work<QueuedMail>(MAILS, { pollingIntervalSeconds: 1, batchSize: 1 }, async ([job]) => {
    if (job) await sendQueuedMail(job);
  });
  await boss.work(HOUSEKEEPING, { pollingIntervalSeconds: 5, batchSize: 1 }, keepHouse);
  const close = async () => {
    await boss.stop({ graceful: true, timeout: LAST_MS });
    await end();
  };
  return { close };
}

/**
 * Forgets what is over: idempotency keys, counts of limits, kept funnels, and files deleted long ago with their contents.
 * Safe to repeat.
 */
export async function keepHouse(): Promise<void> {
  await asViewer('nobody', (tx) => tx.$executeRaw`select forget_what_is_over(), forget_deleted_files()`);
  await sweepContents((ids) =>
    asViewer('nobody', async (tx) => {
      const rows = await tx.$queryRaw<{ id: string }[]>`select i as id from unknown_files(${ids}::uuid[]) i`;
      return rows.map(({ id }) => id);
    }),
  );
}

/**
 * Opens the jobs of this server, and tries again as long as the database is not there; ends them with the process: a job in
 * hand is finished, the others wait for the next start or another server.
 */
export function keepJobsOpen(): void {
  const closing = new AbortController();
  const opened = openWhenPossible(closing.signal);
  const close = () => {
    closing.abort();
    void opened
      .then((jobs) => jobs?.close())
      .catch((error) => log.warn({ err: error }, 'the jobs did not close'));
  };
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, close);
}

async function openWhenPossible(signal: AbortSignal): Promise<Jobs | null> {
  while (!signal.aborted) {
    try {
      return await openJobs();
    } catch (error) {
      log.warn({ err: error }, 'the jobs are not open yet');
      await sleep(AGAIN_MS, undefined, { ref: false });
    }
  }
  return null;
}
