import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { type SmallProgram, smallProgram } from '@/e2e/support/small-program';
import { withClient } from '@/scripts/database/connection';
import { HOUSEKEEPING, keepHouse, openJobs } from './jobs';
import { requirePermits } from './limit';
import { openQueue } from './queue';

let program: SmallProgram;
beforeAll(async () => {
  program = await smallProgram('jobs');
});
afterAll(() => program.end());

const asOwner = (sql: string) =>
  withClient(program.ownerUrl, async (client) => (await client.query(sql)).rows as Record<string, unknown>[]);
const jobs = () =>
  asOwner(`select state, retry_count, singleton_on from mail_queue.job where name = 'housekeeping'`);

describe('housekeeping', () => {
  it('7.8 forgets the limits whose permits are all back, and no other', async () => {
    const limit = { name: 'housekeeping', most: 1, seconds: 3600 };
    const counted = async () => (await asOwner(`select count(*)::int as rows from limit_use`))[0]?.rows;
    await asOwner('delete from limit_use');
    await requirePermits([[limit, 'over']]);
    await asOwner(`update limit_use set free_at = now() - interval '1 second'`);
    await requirePermits([[limit, 'counting']]);
    expect(await counted()).toBe(2);
    await keepHouse();
    expect(await counted()).toBe(1);
    await expect(requirePermits([[limit, 'counting']])).rejects.toMatchObject({ code: 'too_many' });
  });

  it('forgets e-mail links and offers to a passkey a day after they ended, and no other', async () => {
    const rows = () =>
      asOwner(
        `select token_hash as name from sign_in_link union all select challenge_hash from passkey_challenge order by 1`,
      );
    for (const [name, ended] of [
      ['ends later', `interval '10 minutes'`],
      ['just over', `interval '-23 hours'`],
      ['long over', `interval '-25 hours'`],
    ]) {
      await asOwner(`insert into sign_in_link (id, person_id, token_hash, expires_at)
        select gen_random_uuid(), id, 'link ${name}', now() + ${ended} from person limit 1`);
      await asOwner(`insert into passkey_challenge (challenge_hash, purpose, expires_at)
        values ('offer ${name}', 'sign_in', now() + ${ended})`);
    }
    await keepHouse();
    expect((await rows()).map(({ name }) => name)).toEqual([
      ...['link ends later', 'link just over', 'offer ends later', 'offer just over'],
    ]);
  });

  it('comes by the schedule of the database, and is done once however many servers are open', async () => {
    // Due at each minute: the first look at the schedule finds one.
    await asOwner(`update mail_queue.schedule set cron = '* * * * *' where name = 'housekeeping'`);
    await asOwner('update mail_queue.version set cron_on = null');
    const servers = await Promise.all([openJobs(), openJobs()]);
    await vi.waitFor(async () => expect(await jobs()).toMatchObject([{ state: 'completed' }]), {
      timeout: 60_000,
      interval: 500,
    });
    await Promise.all(servers.map((server) => server.close()));
    const done = await jobs();
    expect(done.every(({ state, retry_count }) => state === 'completed' && retry_count === 0)).toBe(true);
    expect(new Set(done.map(({ singleton_on }) => String(singleton_on))).size).toBe(done.length);
  });

  it('that a server had in hand when it was killed is handed to the next', async () => {
    await asOwner(`delete from mail_queue.job where name = 'housekeeping'`);
    const { boss, end } = await openQueue({ keepsTime: false });
    const id = await boss.send(HOUSEKEEPING);
    expect(await boss.send(HOUSEKEEPING)).toBeNull();
    expect((await boss.fetch(HOUSEKEEPING)).map((job) => job.id)).toEqual([id]);
    await asOwner(
      `update mail_queue.job set started_on = now() - interval '10 minutes' where name = 'housekeeping'`,
    );
    await asOwner('update mail_queue.queue set monitor_on = null, monitor_claim_on = null');
    await boss.supervise(HOUSEKEEPING);
    await asOwner(`update mail_queue.job set start_after = now() where name = 'housekeeping'`);
    expect((await boss.fetch(HOUSEKEEPING)).map((job) => job.id)).toEqual([id]);
    await boss.stop({ graceful: false });
    await end();
  });
});
