import type { Job } from 'pg-boss';
import { log } from './log';
import { type Posted, sendLetter } from './mail';
import { openQueue } from './queue';

export const LETTERS = 'letters';

/** Carries what is in the queue now, and gives how many letters left it: for tests and scripts that end. */
export async function carryLetters(): Promise<number> {
  const { boss, end } = await openQueue({ keepsTime: false });
  let carried = 0;
  try {
    // What somebody had in hand and was killed over goes back into the queue.
    await boss.supervise(LETTERS);
    for (let jobs = await boss.fetch<Posted>(LETTERS, { batchSize: 20 }); jobs.length > 0; ) {
      for (const job of jobs) {
        await carry(job).then(
          () => boss.complete(LETTERS, job.id).then(() => carried++),
          (error) => boss.fail(LETTERS, job.id, { message: String(error) }),
        );
      }
      jobs = await boss.fetch<Posted>(LETTERS, { batchSize: 20 });
    }
  } finally {
    await boss.stop({ graceful: false });
    await end();
  }
  return carried;
}

/** Sends one letter, or throws, so that it is tried again later. Nothing of a letter is logged. */
export async function carry({ id, data }: Job<Posted>): Promise<void> {
  try {
    await sendLetter(data, id);
  } catch (error) {
    const code = (error as { code?: unknown }).code ?? 'refused';
    log.error({ code, letter: id }, 'a mail could not be delivered; it is tried again later');
    // What the server said may repeat the reader's address: the queue keeps the code alone.
    throw new Error(String(code));
  }
}
