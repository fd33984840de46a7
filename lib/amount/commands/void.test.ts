import { describe, expect, it } from 'vitest';
import { reasonsOf } from '@/scripts/test/main-day';
import { ownDatabase } from '@/scripts/test/own-database';
import { firstPair } from '@/scripts/test/small-program';
import { listAmounts } from '../queries';
import { addAmount } from './add';
import { voidAmount } from './void';

const database = ownDatabase();

/** 3 May in Seoul, still 2 May in Boston. */
const NOW = new Date('2023-05-03T00:30:00+09:00');
const opened = () => firstPair(database.ownerUrl);

describe('voidAmount', () => {
  it('leaves the entry readable and counts it no more; the second time it is refused', async () => {
    const { world, pairId } = await opened();
    const officer = world.as('officer');
    const discussed = {
      pairId,
      rung: 'discussed',
      minor: 700_000_000,
      currency: 'KRW',
      effectiveOn: '2023-05-01',
    };
    await addAmount(officer, discussed, { now: NOW });
    const added = await addAmount(officer, { ...discussed, rung: 'loi', minor: 900_000_000 }, { now: NOW });
    if (!added.ok) throw new Error('refused');
    const target = { pairId, amountId: added.value.amountId, reason: '오기' };
    const voided = await voidAmount(officer, target, { now: NOW });
    expect(voided.ok && voided.value.pair.amounts).toEqual([
      { rung: 'discussed', minor: 700_000_000, currency: 'KRW', effectiveOn: '2023-05-01' },
    ]);
    const log = await listAmounts(officer, { pairId });
    expect(log.map(({ rung, voided, live, canVoid }) => [rung, voided, live, canVoid])).toEqual([
      ['discussed', false, true, true],
      ['loi', true, false, false],
    ]);
    expect(reasonsOf(await voidAmount(officer, target, { now: NOW }))).toEqual(['already_voided']);
  });

  it("is a startup's for what its own people recorded, and for nothing else", async () => {
    const { world, pairId } = await opened();
    const said = {
      pairId,
      rung: 'discussed',
      minor: 700_000_000,
      currency: 'KRW',
      effectiveOn: '2023-05-01',
    };
    const byOffice = await addAmount(world.as('officer'), { ...said, source: 'startup' }, { now: NOW });
    const byStartup = await addAmount(world.as('startup'), said, { now: NOW });
    if (!byOffice.ok || !byStartup.ok) throw new Error('refused');
    const shown = await listAmounts(world.as('startup'), { pairId });
    expect(shown.map(({ canVoid }) => canVoid)).toEqual([false, true]);
    const startup = world.as('startup');
    const reason = '오기';
    const foreign = { pairId, amountId: byOffice.value.amountId, reason };
    expect(reasonsOf(await voidAmount(startup, foreign, { now: NOW }))).toEqual(['not_yours']);
    const own = { pairId, amountId: byStartup.value.amountId, reason };
    expect((await voidAmount(startup, own, { now: NOW })).ok).toBe(true);
    await expect(voidAmount(world.as('rival'), own, { now: NOW })).rejects.toMatchObject({
      code: 'not_found',
    });
  });
});
