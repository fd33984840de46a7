import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseDay } from '@/lib/core/days';
import { findPairItem } from '@/lib/pair/queries/item';
import { listTimeline } from '@/lib/pair/queries/timeline';
import { asViewer } from '@/lib/platform/database';
import { editProgram } from '@/lib/program/commands/programs';
import { getProgram } from '@/lib/program/queries/programs';
import { reasonsOf } from '@/scripts/test/main-day';
import { ownDatabase } from '@/scripts/test/own-database';
import { firstPair, type SmallProgram } from '@/scripts/test/small-program';
import { listAmounts } from '../queries';
import { LADDER, liveAmount, RUNGS, type Rung } from '../rules';
import { addAmount } from './add';
import { voidAmount } from './void';

const database = ownDatabase();

/** 3 May in Seoul, still 2 May in Boston. */
const NOW = new Date('2023-05-03T00:30:00+09:00');
const opened = () => firstPair(database.ownerUrl);

describe('addAmount', () => {
  it('takes the plain call of the API and shows the amount with its pair', async () => {
    const { world, pairId } = await opened();
    const plain = {
      pairId,
      rung: 'discussed',
      minor: 21_000_000_000,
      currency: 'KRW',
      effectiveOn: '2023-05-03',
    };
    const result = await addAmount(world.as('officer'), plain, { now: NOW });
    if (!result.ok) throw new Error(JSON.stringify(result.refusals));
    expect(result.value.pair.amounts).toEqual([
      { rung: 'discussed', minor: 21_000_000_000, currency: 'KRW', effectiveOn: '2023-05-03' },
    ]);
    expect(result.value.pair.version).toBe(2);
    const [entry] = await listAmounts(world.as('officer'), { pairId });
    expect(entry).toMatchObject({ id: result.value.amountId, source: 'officer', live: true, voided: false });
  });

  it('is told as written down later when its day is over at home, whatever day it is at the venue', async () => {
    const { world, pairId } = await opened();
    const said = { pairId, rung: 'discussed', minor: 21_000_000_000, currency: 'KRW' };
    for (const effectiveOn of ['2023-05-02', '2023-05-03'])
      expect(reasonsOf(await addAmount(world.as('officer'), { ...said, effectiveOn }, { now: NOW }))).toEqual(
        [],
      );
    const timeline = await listTimeline(world.as('officer'), { pairId });
    const amounts = timeline.filter(({ happening }) => happening.kind === 'amount');
    expect(amounts.map(({ late }) => late)).toEqual([false, true]);
  });

  it('7.37 asks before an amount without its unit is saved, at every rung that holds money', async () => {
    const { world, pairId } = await opened();
    const said = { pairId, rung: 'discussed', currency: 'KRW', effectiveOn: '2023-05-03' };
    const add = (more: object) => addAmount(world.as('officer'), { ...said, ...more }, { now: NOW });
    for (const small of [
      { minor: 210 },
      { minor: 9_999_999 },
      { minor: 999_999, currency: 'USD' },
      { minor: 0 },
    ])
      expect(await add(small)).toMatchObject({
        refusals: [{ reason: 'unusually_small', field: ['minor'] }],
      });
    expect(await listAmounts(world.as('officer'), { pairId })).toEqual([]);
    for (const usual of [{ minor: 10_000_000 }, { minor: 1_000_000, currency: 'USD' }])
      expect(reasonsOf(await add(usual))).toEqual([]);
    expect(reasonsOf(await add({ minor: 210, confirmed: true }))).toEqual([]);
    expect(reasonsOf(await add({ minor: 0, rung: 'interest' }))).toEqual([]);
  });

  it('7.11 asks about an amount above what is usual or what the program sets, and takes it when it is confirmed', async () => {
    const { world, pairId } = await opened();
    const add = (money: { minor: number; currency: string }, more = {}) =>
      addAmount(
        world.as('startup'),
        { pairId, rung: 'discussed', effectiveOn: '2023-05-03', ...money, ...more },
        { now: NOW },
      );
    const large = { ok: false, refusals: [{ reason: 'unusually_large', field: ['minor'] }] };
    expect(await add({ minor: 99_999_999_999, currency: 'KRW' })).toMatchObject({ ok: true });
    for (const money of [
      { minor: 100_000_000_000, currency: 'KRW' },
      { minor: 10_000_000_000, currency: 'USD' },
      { minor: 1_000_000_000_000_000, currency: 'JPY' },
    ]) {
      expect(await add(money)).toMatchObject(large);
      expect(await add(money, { confirmed: false })).toMatchObject(large);
      expect(await add(money, { confirmed: true })).toMatchObject({ ok: true });
    }
    // Ten times less in won is ten times less in dollars.
    const { version } = (await getProgram(world.as('officer'), {})).program;
    const limit = { version, changes: { largeAmount: 10_000_000_000 } };
    expect(await editProgram(world.as('officer'), limit)).toMatchObject({ ok: true });
    expect(await add({ minor: 10_000_000_000, currency: 'KRW' })).toMatchObject(large);
    expect(await add({ minor: 9_999_999_999, currency: 'KRW' })).toMatchObject({ ok: true });
    expect(await add({ minor: 1_000_000_000, currency: 'USD' })).toMatchObject(large);
    expect(await add({ minor: 999_999_999, currency: 'USD' })).toMatchObject({ ok: true });
  });

  it('lets a startup speak for itself only', async () => {
    const { world, pairId } = await opened();
    const said = { pairId, rung: 'loi', minor: 5_000_000, currency: 'USD', effectiveOn: '2023-05-01' };
    const asInvestor = await addAmount(world.as('startup'), { ...said, source: 'investor' }, { now: NOW });
    expect(reasonsOf(asInvestor)).toEqual(['source_not_yours']);
    expect((await addAmount(world.as('startup'), said, { now: NOW })).ok).toBe(true);
    const [entry] = await listAmounts(world.as('officer'), { pairId });
    expect(entry?.source).toBe('startup');
  });

  it('refuses a day that has not come at home, and takes one that has come there and not at the venue', async () => {
    const { world, pairId } = await opened();
    const said = { pairId, rung: 'discussed', minor: 100_000_000, currency: 'KRW' };
    const tomorrow = await addAmount(
      world.as('officer'),
      { ...said, effectiveOn: '2023-05-04' },
      { now: NOW },
    );
    expect(reasonsOf(tomorrow)).toEqual(['in_the_future']);
    expect(
      (await addAmount(world.as('officer'), { ...said, effectiveOn: '2023-05-03' }, { now: NOW })).ok,
    ).toBe(true);
  });

  it('T37 takes no fraction, no unknown currency and nothing beyond what JSON carries exactly', async () => {
    const { world, pairId } = await opened();
    const said = {
      pairId,
      rung: 'discussed',
      minor: 100_000_000,
      currency: 'KRW',
      effectiveOn: '2023-05-03',
    };
    for (const wrong of [
      { minor: 0.5 },
      { minor: -1 },
      { minor: '1' },
      { minor: 2 ** 53 },
      { currency: 'WON' },
      { currency: 'krw' },
      { minor: { gt: 0 } },
    ]) {
      const result = await addAmount(world.as('officer'), { ...said, ...wrong }, { now: NOW });
      expect([wrong, result.ok]).toEqual([wrong, false]);
    }
    expect(await listAmounts(world.as('officer'), { pairId })).toEqual([]);
  });

  it('takes interest without money, and a no with its reason and without money', async () => {
    const { world, pairId } = await opened();
    const at = { pairId, effectiveOn: '2023-05-02' };
    const interest = await addAmount(world.as('officer'), { ...at, rung: 'interest' }, { now: NOW });
    expect(interest.ok && interest.value.pair.amounts).toEqual([
      { rung: 'interest', minor: 0, currency: 'KRW', effectiveOn: '2023-05-02' },
    ]);
    const no = await addAmount(
      world.as('officer'),
      { ...at, rung: 'rejected', reason: '단계가 이름' },
      { now: NOW },
    );
    expect(no.ok && no.value.pair.amounts).toEqual([]);
  });

  it("is not there for another startup, and not a manager's to do", async () => {
    const { world, pairId } = await opened();
    const said = {
      pairId,
      rung: 'discussed',
      minor: 100_000_000,
      currency: 'KRW',
      effectiveOn: '2023-05-03',
    };
    await expect(addAmount(world.as('rival'), said, { now: NOW })).rejects.toMatchObject({
      code: 'not_found',
    });
    await expect(addAmount(world.as('manager'), said, { now: NOW })).rejects.toMatchObject({
      code: 'forbidden',
    });
  });
});

describe('a create that is sent again', () => {
  it('T32 adds one entry for one key, however often and however nearly at once', async () => {
    const { world, pairId } = await opened();
    const said = {
      pairId,
      rung: 'discussed',
      minor: 700_000_000,
      currency: 'KRW',
      effectiveOn: '2023-05-01',
    };
    const call = { now: NOW, idempotencyKey: 'amount-sent-again' };
    const answers = await Promise.all([1, 2, 3].map(() => addAmount(world.as('startup'), said, call)));
    const ids = answers.map((answer) => (answer.ok ? answer.value.amountId : null));
    expect(new Set(ids).size).toBe(1);
    expect((await listAmounts(world.as('startup'), { pairId })).map(({ id }) => id)).toEqual([ids[0]]);
  });
});

describe('what counts', () => {
  const anyEntry = fc.record({
    rung: fc.constantFrom(...RUNGS),
    effectiveOn: fc.constantFrom('2023-05-01', '2023-05-02', '2023-05-03'),
    minor: fc.nat(10_000_000_000),
    currency: fc.constantFrom('KRW', 'USD'),
    voids: fc.option(fc.nat(11), { freq: 3 }),
  });

  it('T37 is the same by the rule, by the cache of the pair and by pair_amount, after any entries and voids', async () => {
    const { world, pairId } = await opened();
    await fc.assert(
      fc.asyncProperty(fc.array(anyEntry, { minLength: 1, maxLength: 6 }), async (entries) => {
        for (const entry of entries) await play(world, pairId, entry);
        await expectOneAnswer(world, pairId);
      }),
      { numRuns: 15 },
    );
  });

  async function play(
    world: SmallProgram,
    pairId: string,
    { rung, voids, minor, currency, effectiveOn }: typeof anyEntry extends fc.Arbitrary<infer E> ? E : never,
  ) {
    const officer = world.as('officer');
    const money = LADDER[rung as Rung].money === 'none' ? {} : { minor, currency };
    const added = await addAmount(
      officer,
      { pairId, rung, effectiveOn, ...money, reason: '시험', confirmed: true },
      { now: NOW },
    );
    expect(reasonsOf(added)).toEqual([]);
    if (voids === null) return;
    const log = await listAmounts(officer, { pairId });
    const target = log.at(-1 - (voids % log.length));
    if (target && !target.voided) {
      await voidAmount(officer, { pairId, amountId: target.id, reason: '시험' }, { now: NOW });
    }
  }

  async function expectOneAnswer(world: SmallProgram, pairId: string) {
    const officer = world.as('officer');
    const log = await listAmounts(officer, { pairId });
    for (const on of ['2023-05-01', '2023-05-02', '2023-05-03']) {
      const day = parseDay(on);
      const live = day && liveAmount(log, day);
      const rows = await asViewer(
        officer,
        (tx) => tx.$queryRaw<{ id: string }[]>`
          select amount_id as id from pair_amount(${world.programId}::uuid, ${on}::date) where pair_id = ${pairId}::uuid`,
      );
      expect(rows.map(({ id }) => id)).toEqual(live ? [live.id] : []);
    }
    const live = liveAmount(log);
    const cached = await asViewer(officer, (tx) => findPairItem(tx, officer, pairId));
    const { rung, minor, currency, effectiveOn } = live ?? {};
    expect(cached.amounts).toEqual(live ? [{ rung, minor, currency, effectiveOn }] : []);
    expect(log.filter((entry) => entry.live).map(({ id }) => id)).toEqual(live ? [live.id] : []);
  }
});
