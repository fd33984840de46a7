import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { expectDone, type SmallProgram, smallProgram } from '@/e2e/support/small-program';
import { asViewer } from '@/lib/platform/database';
import { listFxRates } from '../queries/rates';
import { importFxRates, setFxRate } from './rates';

let world: SmallProgram;
beforeAll(async () => {
  world = await smallProgram();
});
afterAll(() => world.end());

const rate = { base: 'USD', quote: 'KRW', rate: '1340', on: '2023-05-03', source: '한국은행' };
const table = [rate, { ...rate, on: '2023-05-04', rate: '1341.5' }, { ...rate, base: 'EUR', rate: '1480' }];

describe('a table of exchange rates', () => {
  it('T37 is written in one go and stands in the place of what its days had; one entry of the trail tells it', async () => {
    expectDone(await setFxRate(world.office, { ...rate, rate: '1300' }));
    expect(expectDone(await importFxRates(world.office, { rates: table }))).toEqual({ count: 3 });
    const { items } = await listFxRates(world.office, {});
    expect(items.map(({ base, on, rate: value }) => [base, on, value])).toEqual([
      ['USD', '2023-05-04', '1341.5'],
      ['EUR', '2023-05-03', '1480'],
      ['USD', '2023-05-03', '1340'],
    ]);
    const trail = await asViewer(world.office, (tx) =>
      tx.auditEntry.findMany({
        where: { command: 'program.import_fx_rates' },
        select: { means: true, detail: true },
      }),
    );
    expect(trail).toMatchObject([
      { means: 'import', detail: { count: 3, from: '2023-05-03', to: '2023-05-04' } },
    ]);
  });

  it('T37 is written as a whole or not at all', async () => {
    const before = await listFxRates(world.office, {});
    const fresh = { ...rate, on: '2023-06-01' };
    const wrong = await importFxRates(world.office, { rates: [fresh, { ...rate, rate: '0' }] });
    expect(wrong).toMatchObject({
      ok: false,
      refusals: [{ reason: 'not_a_rate', field: ['rates', 1, 'rate'] }],
    });
    const twice = await importFxRates(world.office, { rates: [fresh, { ...fresh, rate: '1' }] });
    expect(twice).toMatchObject({ ok: false, refusals: [{ reason: 'rate_twice' }] });
    expect(await listFxRates(world.office, {})).toEqual(before);
  });

  it('7.16 is read as people write it, and what is in doubt is refused with both readings', async () => {
    const on = '2023-07-01';
    for (const [written, stored] of [
      ['9,8765', '9.8765'],
      ['1.475,20', '1475.2'],
      ['１，４７５．２０', '1475.2'],
      ['184.123', '184.123'],
    ]) {
      expectDone(await setFxRate(world.office, { ...rate, on, rate: written }));
      const { items } = await listFxRates(world.office, {});
      expect(items.find((item) => item.on === on)?.rate).toBe(stored);
    }
    const refusal = { reason: 'ambiguous', params: { first: '1340', second: '1.340' } };
    expect(await setFxRate(world.office, { ...rate, rate: '1,340' })).toMatchObject({
      refusals: [{ ...refusal, field: ['rate'] }],
    });
    expect(
      await importFxRates(world.office, { rates: [rate, { ...rate, on, rate: '1,340' }] }),
    ).toMatchObject({
      refusals: [{ ...refusal, field: ['rates', 1, 'rate'] }],
    });
  });
});
