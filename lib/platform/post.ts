import pg from 'pg';
import { type Job, PgBoss } from 'pg-boss';
import { env } from './env';
import { log } from './log';
import { type Posted, sendLetter } from './mail';

const QUEUE = 'letters';

/** What is left to a letter in hand when the server is told to end. */
const LAST_MS = 5000;

export type Post = { close(): Promise<void> };

/**
 * Carries the letters of the queue for as long as it is open, one after the other; any number of copies may do so, each
 * letter is taken by one. One that is not taken by the mail server stays in the queue and is tried again later.
 */
export async function openPost(): Promise<Post> {
  const { boss, end } = await openQueue({ supervise: true });
  await boss.work<Posted>(QUEUE, { pollingIntervalSeconds: 1, batchSize: 1 }, async ([job]) => {
    if (job) await carry(job);
  });
  const close = async () => {
    await boss.stop({ graceful: true, timeout: LAST_MS });
    await end();
  };
  return { close };
}

/** Carries what is in the queue now, and gives how many letters left it: for tests and scripts that end. */
export async function carryLetters(): Promise<number> {
  const { boss, end } = await openQueue({ supervise: false });
  let carried = 0;
  try {
    // What somebody had in hand and was killed over goes back into the queue.
    await boss.supervise(QUEUE);
    for (let jobs = await boss.fetch<Posted>(QUEUE, { batchSize: 20 }); jobs.length > 0; ) {
      for (const job of jobs) {
        await carry(job).then(
          () => boss.complete(QUEUE, job.id).then(() => carried++),
          (error) => boss.fail(QUEUE, job.id, { message: String(error) }),
        );
      }
      jobs = await boss.fetch<Posted>(QUEUE, { batchSize: 20 });
    }
  } finally {
    await boss.stop({ graceful: false });
    await end();
  }
  return carried;
}

/** Nothing of a letter is logged. */
async function carry({ id, data }: Job<Posted>): Promise<void> {
  try {
    await sendLetter(data, id);
  } catch (error) {
    const code = (error as { code?: unknown }).code ?? 'refused';
    log.error({ code, letter: id }, 'a mail could not be delivered; it is tried again later');
    // What the server said may repeat the reader's address: the queue keeps the code alone.
    throw new Error(String(code));
  }
}

/** pg-boss on connections of its own, with a schema that it must find as it wants it and may not change. */
async function openQueue({
  supervise,
}: {
  supervise: boolean;
}): Promise<{ boss: PgBoss; end(): Promise<void> }> {
  const pool = new pg.Pool({ connectionString: env.DATABASE_APP_URL, max: 2 });
  pool.on('error', (error) => log.warn({ err: error }, 'a connection of the post was lost'));
  const boss = new PgBoss({
    schema: 'mail_queue',
    db: { executeSql: (text, values) => asPost(pool, text, values) },
    ...{ migrate: false, createSchema: false, schedule: false, reindex: false, monitorVacuum: false },
    ...{
      supervise,
      superviseIntervalSeconds: 30,
      monitorIntervalSeconds: 30,
      maintenanceIntervalSeconds: 60,
    },
  });
  boss.on('error', (error) => log.error({ err: error }, 'the post stumbled'));
  try {
    await boss.start();
  } catch (error) {
    await pool.end();
    throw error;
  }
  return { boss, end: () => pool.end() };
}

/** Each statement says for itself that the post is asking: behind a pooler no connection is anybody's own. */
async function asPost(pool: pg.Pool, text: string, values?: unknown[]): Promise<{ rows: unknown[] }> {
  const client = await pool.connect();
  try {
    await client.query(`begin; set local app.role = 'post'; set local statement_timeout = '30s'`);
    const result = await client.query(text, values);
    await client.query('commit');
    return result;
  } catch (error) {
    await client.query('rollback').catch(() => undefined);
    throw error;
  } finally {
    client.release();
  }
}
