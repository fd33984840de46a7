import { describe, expect, it } from 'vitest';
import { changeStatus } from '@/lib/pair/commands/status';
import { findPairItem } from '@/lib/pair/queries/item';
import { readPair } from '@/lib/pair/queries/logs';
import { asViewer } from '@/lib/platform/database';
import { explainRefusals } from '@/lib/platform/explain';
import { reasonsOf } from '@/scripts/test/main-day';
import { ownDatabase } from '@/scripts/test/own-database';
import { firstPair } from '@/scripts/test/small-program';
import { addAmount } from './add';

const database = ownDatabase();

/** 3 May in Seoul, still 2 May in Boston. */
const NOW = new Date('2023-05-03T00:30:00+09:00');
const opened = () => firstPair(database.ownerUrl);

describe('money on a closed pair', () => {
  const money = { rung: 'discussed', minor: 3_000_000_000, currency: 'KRW', effectiveOn: '2023-05-01' };

  async function closed() {
    const { world, pairId } = await opened();
    const officer = world.as('officer');
    const passed = { pairId, version: 1, status: 'passed', reasonCode: 'sector' };
    expect((await changeStatus(officer, passed, { now: NOW })).ok).toBe(true);
    const standing = () => asViewer(officer, (tx) => findPairItem(tx, officer, pairId));
    return { world, pairId, officer, standing };
  }

  it('7.38 is asked about whoever logs it, and nothing is kept before the answer', async () => {
    const { world, pairId, standing } = await closed();
    for (const who of ['officer', 'startup'] as const) {
      const refused = await addAmount(world.as(who), { pairId, ...money }, { now: NOW });
      expect(refused).toMatchObject({
        refusals: [
          {
            reason: 'pair_closed',
            field: ['closedPair'],
            params: { strength: 'soft', may: who === 'officer' ? 'reopen' : 'keep' },
          },
        ],
      });
    }
    expect((await standing()).amounts).toEqual([]);
  });

  it('7.37e the question names only what is offered to whoever is asked', async () => {
    const { world, pairId } = await closed();
    const askedOf = async (who: 'officer' | 'startup') => {
      const refused = await addAmount(world.as(who), { pairId, ...money }, { now: NOW });
      const refusals = refused.ok ? [] : refused.refusals;
      return (['amount.add', 'outcome.record'] as const).flatMap((command) =>
        (['ko', 'en'] as const).flatMap((locale) =>
          explainRefusals(command, refusals, locale).map(({ message }) => message),
        ),
      );
    };
    const opening = /다시 열|reopen/;
    const [office, startup] = [await askedOf('officer'), await askedOf('startup')];
    expect([office.length, startup.length]).toEqual([4, 4]);
    for (const message of office) expect(message).toMatch(opening);
    for (const message of startup) expect(message).not.toMatch(opening);
  });

  it('7.38 stays on a pair that stays closed, for the startup too; only the office opens it again', async () => {
    const { world, pairId, standing } = await closed();
    const ours = world.as('startup');
    const reopened = await addAmount(ours, { pairId, ...money, closedPair: 'reopen' }, { now: NOW });
    expect(reasonsOf(reopened)).toEqual(['reopen_not_yours']);
    expect((await addAmount(ours, { pairId, ...money, closedPair: 'keep' }, { now: NOW })).ok).toBe(true);
    expect(await standing()).toMatchObject({ status: 'passed', amounts: [{ minor: 3_000_000_000 }] });
  });

  it('7.38 opens the pair again in the same change where the office says so', async () => {
    const { pairId, officer, standing } = await closed();
    const added = await addAmount(officer, { pairId, ...money, closedPair: 'reopen' }, { now: NOW });
    expect(added).toMatchObject({ ok: true, value: { pair: { status: 'open' } } });
    const { statusEvents } = await asViewer(officer, (tx) => readPair(tx, officer, pairId));
    expect(statusEvents.map(({ from, to }) => [from, to])).toEqual([
      ['open', 'passed'],
      ['passed', 'open'],
    ]);
    expect(await standing()).toMatchObject({ status: 'open', amounts: [{ minor: 3_000_000_000 }] });
  });

  it('7.38 asks nothing where the entry ends the ladder', async () => {
    const { pairId, officer } = await closed();
    const ends = { pairId, rung: 'rejected', reason: '부결', effectiveOn: '2023-05-01' };
    expect((await addAmount(officer, ends, { now: NOW })).ok).toBe(true);
  });
});
