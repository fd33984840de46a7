import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { expectDone, type SmallProgram, smallProgram } from '@/e2e/support/small-program';
import { asViewer } from '@/lib/platform/database';
import { listFxRates } from '../queries/rates';
import { setFxRate } from './rates';

let world: SmallProgram;
beforeAll(async () => {
  world = await smallProgram();
});
afterAll(() => world.end());

describe('exchange rates', () => {
  const rate = { base: 'USD', quote: 'KRW', rate: '1340.00', on: '2023-05-03', source: '한국은행' };

  it('T37 keep every digit; of a day the last word stands, and nothing is written over', async () => {
    expectDone(await setFxRate(world.office, { ...rate, rate: '1340.12345678' }));
    expectDone(await setFxRate(world.office, rate));
    expect((await listFxRates(world.office, {})).items).toMatchObject([
      { base: 'USD', quote: 'KRW', rate: '1340', on: '2023-05-03', source: '한국은행' },
    ]);
    const kept = await asViewer(world.office, (tx) =>
      tx.fxRate.findMany({
        where: { programId: world.office.programId },
        orderBy: { seq: 'asc' },
        select: { rate: true },
      }),
    );
    expect(kept.map((row) => row.rate.toFixed())).toEqual(['1340.12345678', '1340']);
  });

  it('T37 are positive decimals between two currencies', async () => {
    for (const wrong of ['0', '0.00', '-1', '1e3', 'NaN', '']) {
      expect(await setFxRate(world.office, { ...rate, rate: wrong })).toMatchObject({
        ok: false,
        refusals: [{ reason: 'not_a_rate', field: ['rate'] }],
      });
    }
    expect(await setFxRate(world.office, { ...rate, rate: '1,340' })).toMatchObject({
      ok: false,
      refusals: [{ reason: 'ambiguous', field: ['rate'] }],
    });
    expect(await setFxRate(world.office, { ...rate, quote: 'USD' })).toMatchObject({
      ok: false,
      refusals: [{ reason: 'same_currency' }],
    });
    expect(await setFxRate(world.office, { ...rate, base: 'XXQ' })).toMatchObject({ ok: false });
  });
});
