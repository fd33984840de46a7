import type { Job } from 'pg-boss';
import { log } from './log';
import { type QueuedMail, sendMail } from './mail';
import { openQueue } from './queue';

/** The queue's name in the database. */
export const MAILS = 'letters';

/** Sends what is in the queue now, and gives how many mails left it: for tests and scripts that end. */
export async function sendQueuedMails(): Promise<number> {
  const { boss, end } = await openQueue({ keepsTime: false });
  let sent = 0;
  try {
    // What somebody had in hand and was killed over goes back into the queue.
    await boss.supervise(MAILS);
    for (let jobs = await boss.fetch<QueuedMail>(MAILS, { batchSize: 20 }); jobs.length > 0; ) {
      for (const job of jobs) {
        await sendQueuedMail(job).then(
          () => boss.complete(MAILS, job.id).then(() => sent++),
          (error) => boss.fail(MAILS, job.id, { message: String(error) }),
        );
      }
      jobs = await boss.fetch<QueuedMail>(MAILS, { batchSize: 20 });
    }
  } finally {
    await boss.stop({ graceful: false });
    await end();
  }
  return sent;
}

/** Sends one mail, or throws, so that it is tried again later. Nothing of a mail is logged. */
export async function sendQueuedMail({ id, data }: Job<QueuedMail>): Promise<void> {
  try {
    await sendMail(data, id);
  } catch (error) {
    const code = (error as { code?: unknown }).code ?? 'refused';
    log.error({ code, mail: id }, 'a mail could not be delivered; it is tried again later');
    // What the server said may repeat the reader's address: the queue keeps the code alone.
    throw new Error(String(code));
  }
}
