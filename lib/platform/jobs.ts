import { setTimeout as sleep } from 'node:timers/promises';
import type { JobWithMetadata } from 'pg-boss';
import { sweepContents } from './content';
import { asViewer } from './database';
import { log } from './log';
import type { QueuedMail } from './mail';
import { MAILS, sendQueuedMail } from './mail-queue';
import { openQueue } from './queue';

const AGAIN_MS = 5000;
/** What is left to a job in hand when the server is told to end. */
const LAST_MS = 5000;

/** What waits for somebody else's answer keeps the others waiting no longer than this many do. */
const AT_ONCE = 4;
const ONE_AT_ONCE = { pollingIntervalSeconds: 1, batchSize: 1 };

export const HOUSEKEEPING = 'housekeeping';

export type Jobs = { close(): Promise<void> };
/** A queue of the database and what does one of its jobs. */
export type Work = { queue: string; run: (job: JobWithMetadata<never>) => Promise<unknown> };

/**
 * Does the jobs of the queue for as long as it is open: mails as they come, housekeeping when the database's schedule
 * says so. Any number of servers may do so, each job is taken by one. A job that fails is tried again later.
 */
export async function openJobs(more: readonly Work[] = []): Promise<Jobs> {
  const { boss, end } = await openQueue({ keepsTime: true });
  await boss.work<QueuedMail>(MAILS, ONE_AT_ONCE, async ([job]) => {
    if (job) await sendQueuedMail(job);
  });
  for (const { queue, run } of more)
    await boss.work(
      queue,
      { ...ONE_AT_ONCE, localConcurrency: AT_ONCE, includeMetadata: true },
      async ([job]: JobWithMetadata<never>[]) => {
        if (job) await run(job);
      },
    );
  await boss.work(HOUSEKEEPING, { pollingIntervalSeconds: 5, batchSize: 1 }, keepHouse);
  const close = async () => {
    await boss.stop({ graceful: true, timeout: LAST_MS });
    await end();
  };
  return { close };
}

/**
 * Forgets what is over: idempotency keys, counts of limits, kept funnels, deliveries of webhooks, and files deleted long ago with their
 * contents.
 * Safe to repeat.
 */
export async function keepHouse(): Promise<void> {
  await asViewer(
    'nobody',
    (tx) => tx.$executeRaw`select forget_what_is_over(), forget_deleted_files(), forget_deliveries()`,
  );
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
export function keepJobsOpen(more: readonly Work[] = []): void {
  const closing = new AbortController();
  const opened = openWhenPossible(closing.signal, more);
  const close = () => {
    closing.abort();
    void opened
      .then((jobs) => jobs?.close())
      .catch((error) => log.warn({ err: error }, 'the jobs did not close'));
  };
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, close);
}

async function openWhenPossible(signal: AbortSignal, more: readonly Work[]): Promise<Jobs | null> {
  while (!signal.aborted) {
    try {
      return await openJobs(more);
    } catch (error) {
      log.warn({ err: error }, 'the jobs are not open yet');
      await sleep(AGAIN_MS, undefined, { ref: false });
    }
  }
  return null;
}
