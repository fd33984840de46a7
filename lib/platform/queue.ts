import pg from 'pg';
import { PgBoss } from 'pg-boss';
import { env } from './env';
import { log } from './log';

/** `keepsTime`: takes back what a killed server had in hand, and hands out what its schedule says is due. */
type Options = { keepsTime: boolean };

/** pg-boss on connections of its own, with a schema that it must find as it wants it and may not change. */
export async function openQueue({ keepsTime }: Options): Promise<{ boss: PgBoss; end(): Promise<void> }> {
  const pool = new pg.Pool({ connectionString: env.DATABASE_APP_URL, max: 2 });
  pool.on('error', (error) => log.warn({ err: error }, 'a connection of the queue was lost'));
  const boss = new PgBoss({
    schema: 'mail_queue',
    db: { executeSql: (text, values) => asPost(pool, text, values) },
    ...{ migrate: false, createSchema: false, reindex: false, monitorVacuum: false },
    ...{ supervise: keepsTime, schedule: keepsTime },
    ...{ superviseIntervalSeconds: 30, monitorIntervalSeconds: 30, maintenanceIntervalSeconds: 60 },
    ...{ cronMonitorIntervalSeconds: 30, cronWorkerIntervalSeconds: 15 },
  });
  boss.on('error', (error) => log.error({ err: error }, 'the queue failed'));
  try {
    await boss.start();
  } catch (error) {
    await pool.end();
    throw error;
  }
  return { boss, end: () => pool.end() };
}

/** Each statement says for itself that the queue is asking: behind a pooler no connection is anybody's own. */
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
