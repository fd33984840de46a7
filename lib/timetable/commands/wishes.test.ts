import { describe, expect, test } from 'vitest';
import { listAudit } from '@/lib/audit/queries';
import { asViewer } from '@/lib/platform/database';
import { withClient } from '@/scripts/database/connection';
import { accepted, mainDay, reasonsOf } from '@/scripts/test/main-day';
import { ownDatabase } from '@/scripts/test/own-database';
import { type SmallProgram, smallProgram } from '@/scripts/test/small-program';
import { listWishes } from '../queries/wishes';
import { sayWish, weighPair, weighPairs } from './wishes';

const database = ownDatabase();

async function opened() {
  const world = await smallProgram(database.ownerUrl);
  await mainDay(world);
  const pairId = world.pairOf(world.stepOne, world.firm7);
  const read = async (who: 'officer' | 'manager' | 'startup' | 'rival') =>
    (await listWishes(world.as(who), { stage: 'main_session' })).items.find(({ pair }) => pair.id === pairId);
  return { world, pairId, read };
}

describe('a wish', () => {
  test('of both sides is read as the stronger word; a startup reads its own alone', async () => {
    const { world, pairId, read } = await opened();
    accepted(await sayWish(world.as('startup'), { pairId, said: 'like' }));
    accepted(await sayWish(world.as('officer'), { pairId, said: 'must', side: 'investor' }));
    accepted(await sayWish(world.as('officer'), { pairId, said: 'neutral' }));
    expect(await read('officer')).toMatchObject({ wish: 'must', own: 'neutral', weight: 4, isWish: true });
    expect(await read('manager')).toMatchObject({ wish: 'must', own: null });
    expect(await read('startup')).toMatchObject({ wish: 'like', own: 'like', weight: null, evidence: null });
    expect(await read('rival')).toBeUndefined();
    accepted(await sayWish(world.as('startup'), { pairId, said: 'neutral' }));
    expect(await read('startup')).toMatchObject({ own: 'neutral' });
  });

  test('a startup speaks for itself alone, and not of another pair', async () => {
    const { world, pairId } = await opened();
    const asInvestor = { pairId, said: 'must', side: 'investor' };
    expect(reasonsOf(await sayWish(world.as('startup'), asInvestor))).toEqual(['only_own_side']);
    await expect(sayWish(world.as('rival'), { pairId, said: 'must' })).rejects.toMatchObject({
      code: 'not_found',
    });
    await expect(sayWish(world.as('manager'), { pairId, said: 'must' })).rejects.toMatchObject({
      code: 'forbidden',
    });
  });
});

describe('a no-thanks', () => {
  test('is final, whoever said it, and the refusal is the same for each side', async () => {
    for (const whose of ['startup', 'investor'] as const) {
      const { world, pairId } = await opened();
      const officer = world.as('officer');
      if (whose === 'startup') accepted(await sayWish(world.as('startup'), { pairId, said: 'no_thanks' }));
      else accepted(await sayWish(officer, { pairId, said: 'no_thanks', side: whose }));
      for (const side of ['startup', 'investor', 'office'] as const) {
        expect(reasonsOf(await sayWish(officer, { pairId, said: 'must', side }))).toEqual([
          'no_thanks_is_final',
        ]);
      }
    }
  });

  test('reaches nobody but whoever said it: not by the queries, not by the tables, not by the trail', async () => {
    const [byStartup, byInvestor] = [await opened(), await opened()];
    accepted(await sayWish(byStartup.world.as('startup'), { pairId: byStartup.pairId, said: 'no_thanks' }));
    const told = { pairId: byInvestor.pairId, said: 'no_thanks', side: 'investor' };
    accepted(await sayWish(byInvestor.world.as('officer'), told));
    const seen = async ({ read, world, pairId }: Awaited<ReturnType<typeof opened>>) => {
      const { pair: _, startup: __, investor: ___, ...item } = (await read('officer')) ?? ({} as never);
      const rows = await asViewer(world.as('officer'), (tx) => tx.wish.findMany({ where: { pairId } }));
      const trail = await asViewer(world.as('officer'), (tx) =>
        tx.auditEntry.findMany({
          where: { command: 'timetable.say_wish', programId: world.programId },
          select: {
            ...{ subject: true, subjectId: true, pairId: true, startupId: true, detail: true },
            ...{ byId: true, means: true },
          },
        }),
      );
      return { item, rows, trail };
    };
    const [one, other] = [await seen(byStartup), await seen(byInvestor)];
    expect(one).toEqual(other);
    expect(one.item.wish).toBe('no_thanks');
    expect(one.rows).toEqual([]);
    expect(JSON.stringify(one.trail)).not.toMatch(/no_thanks|investor|office/);
    expect(await byStartup.read('startup')).toMatchObject({ own: 'no_thanks' });
    expect(await byInvestor.read('startup')).toMatchObject({ own: null, wish: null });
  });

  test('7.5 names nobody in the trail, whoever said it and by whatever means; other words do', async () => {
    const trailOf = async (who: 'startup' | 'officer', more: object) => {
      const { world, pairId } = await opened();
      const scope = world.as(who);
      const asker = { ...scope, viewer: { ...scope.viewer, means: who === 'startup' ? 'api' : 'web' } };
      accepted(await sayWish(asker as typeof scope, { pairId, ...more }));
      const { items } = await listAudit(world.as('officer'), { noun: 'timetable' });
      return items.map(({ by, means, pair, startup, person, facts }) => ({
        ...{ by, means, pair, startup, person, facts },
      }));
    };
    const unnamed = { by: null, means: 'web', pair: null, startup: null, person: null, facts: {} };
    for (const [who, more] of [
      ['startup', {}],
      ['officer', { side: 'startup' }],
      ['officer', { side: 'investor' }],
      ['officer', { side: 'office' }],
    ] as const) {
      expect(await trailOf(who, { ...more, said: 'no_thanks' })).toEqual([unnamed]);
    }
    expect(await trailOf('startup', { said: 'must' })).toMatchObject([
      { by: { name: 'startup' }, means: 'api' },
    ]);
  });

  test('7.5 leaves no word beside it that rules a side out', async () => {
    const before: ((world: SmallProgram, pairId: string) => Promise<unknown>)[] = [
      async (world, pairId) => sayWish(world.as('officer'), { pairId, said: 'like' }),
      async (world, pairId) => sayWish(world.as('officer'), { pairId, said: 'must', side: 'investor' }),
      async (world, pairId) => sayWish(world.as('startup'), { pairId, said: 'like' }),
    ];
    const after: typeof before = [
      async (world, pairId) => sayWish(world.as('startup'), { pairId, said: 'no_thanks' }),
      async (world, pairId) => sayWish(world.as('officer'), { pairId, said: 'no_thanks', side: 'investor' }),
      async (world, pairId) => sayWish(world.as('officer'), { pairId, said: 'no_thanks' }),
    ];
    const seen: unknown[] = [];
    for (const refuse of after) {
      const { world, pairId, read } = await opened();
      for (const say of before) await say(world, pairId);
      expect(await read('officer')).toMatchObject({ wish: 'must', own: 'like' });
      await refuse(world, pairId);
      const item = (await read('officer')) ?? ({} as never);
      const rows = await asViewer(world.as('officer'), (tx) => tx.wish.findMany({ where: { pairId } }));
      seen.push({ ...item, pair: null, startup: null, investor: null, rows });
      expect(item).toMatchObject({ wish: 'no_thanks', own: null, isWish: false });
    }
    expect(seen).toEqual([seen[0], seen[0], seen[0]]);
  });

  test('7.5 of the investor changes nothing that a startup reads', async () => {
    const { world, pairId } = await opened();
    accepted(await sayWish(world.as('startup'), { pairId, said: 'like' }));
    const read = async () => JSON.stringify(await listWishes(world.as('startup'), {}));
    const before = await read();
    accepted(await sayWish(world.as('officer'), { pairId, said: 'no_thanks', side: 'investor' }));
    expect(await read()).toBe(before);
    const trail = await asViewer(world.as('startup'), (tx) => tx.auditEntry.findMany());
    expect(trail.filter(({ byId }) => byId === null)).toEqual([]);
  });

  test('of the other side does not stop a startup from saying its word, and stays', async () => {
    const { world, pairId, read } = await opened();
    accepted(await sayWish(world.as('officer'), { pairId, said: 'no_thanks', side: 'investor' }));
    accepted(await sayWish(world.as('startup'), { pairId, said: 'must' }));
    expect(await read('startup')).toMatchObject({ own: 'must' });
    expect(await read('officer')).toMatchObject({ wish: 'no_thanks', isWish: false });
  });

  test('cannot be rewritten in the database, not even by its owner', async () => {
    const { world, pairId } = await opened();
    accepted(await sayWish(world.as('startup'), { pairId, said: 'no_thanks' }));
    const rewrite = withClient(database.ownerUrl, (client) =>
      client.query(`update wish set said = 'like' where pair_id = $1`, [pairId]),
    );
    await expect(rewrite).rejects.toMatchObject({ code: '23001' });
  });
});

test('the office weighs a pair, and gives it back to the evidence', async () => {
  const { world, pairId, read } = await opened();
  accepted(await weighPair(world.as('officer'), { pairId, weight: 5 }));
  expect(await read('officer')).toMatchObject({ weight: 5, officeWeight: 5 });
  accepted(await weighPair(world.as('officer'), { pairId, weight: null }));
  expect(await read('officer')).toMatchObject({ weight: 2, officeWeight: null });
});

test('the office weighs many pairs, all or none, never over a weight it has not seen, and takes it back', async () => {
  const { world, pairId, read } = await opened();
  const office = world.as('officer');
  const other = world.pairOf(world.rival, world.harbor);
  accepted(await weighPair(office, { pairId, weight: 5 }));
  const unseen = [other, pairId].map((id) => ({ pairId: id, weight: 3, was: null }));
  expect(await weighPairs(office, { weights: unseen })).toMatchObject({
    refusals: [{ reason: 'stale', field: ['weights', 1, 'was'], current: { weight: 5 } }],
  });
  const weights = [
    { pairId: other, weight: 3, was: null },
    { pairId, weight: null, was: 5 },
  ];
  const { changed, undo } = accepted(await weighPairs(office, { weights }));
  expect(changed).toBe(2);
  expect(await read('officer')).toMatchObject({ officeWeight: null });
  accepted(await weighPairs(office, undo));
  expect(await read('officer')).toMatchObject({ officeWeight: 5 });
  await expect(weighPairs(world.as('startup'), { weights })).rejects.toMatchObject({ code: 'forbidden' });
});
