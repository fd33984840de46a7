import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import pg from 'pg';
import { describe, expect, test } from 'vitest';
import { SUMS } from '@/lib/amount/rules';
import type { ProgramScope } from '@/lib/core/scope';
import { asking, settingsOf } from '@/scripts/test/asking';
import { dayAt, endOf, history, later, someDay } from '@/scripts/test/funnel/history';
import { laterLog, logOf } from '@/scripts/test/funnel/log';
import { scopeIn, writeLog, writeProgram } from '@/scripts/test/funnel/write';
import { ownDatabase } from '@/scripts/test/own-database';
import { type SmallProgram, smallProgram } from '@/scripts/test/small-program';
import { publishReport } from './commands';
import { getReportChanges } from './queries/changes';
import { draftReport, getReport } from './queries/get';
import { listReports } from './queries/list';

const database = ownDatabase();

/** The program's manager, made its officer. */
async function officerIn(programId: string, zone: string): Promise<ProgramScope> {
  await database.owner.query(`update membership set role = 'officer' where program_id = $1`, [programId]);
  return scopeIn(programId, zone, 'officer');
}

async function stored(programId: string): Promise<string[]> {
  const { rows } = await database.owner.query<{ text: string }>(
    'select concat_ws(chr(10), figures, sentence_ko, sentence_en, known_at, as_of) as text from report where program_id = $1 order by number',
    [programId],
  );
  return rows.map(({ text }) => text);
}

/** Publishes the first sum that can be spoken of; null where none can. */
async function publishAny(scope: ProgramScope, asOf: string, knownAt: string) {
  for (const sum of SUMS) {
    const done = await publishReport(scope, { asOf, knownAt, sum });
    if (done.ok) return done.value;
  }
  return null;
}

/** Late enough that most histories have something to publish. */
const lateDay = fc.integer({ min: 12, max: 24 }).map(dayAt);

describe('a report', () => {
  test('stays what it was, is counted again by its clocks, and every figure that changed since has its entries', async () => {
    let [published, changed] = [0, 0];
    await fc.assert(
      fc.asyncProperty(history, later, lateDay, someDay, async (story, further, asOf, otherDay) => {
        const log = logOf(story);
        const programId = await writeProgram(database.owner, story.zone, log);
        const scope = await officerIn(programId, story.zone);
        const lastDay = [asOf, otherDay].sort()[1] as string;
        const knownAt = endOf(lastDay, story.zone) - 3_600_000;
        if (!(await publishAny(scope, asOf, new Date(knownAt).toISOString()))) return;
        published += 1;
        const frozen = await stored(programId);
        const report = await getReport(scope, { number: 1 });
        await writeLog(database.owner, programId, laterLog(further, log.pairs, story.zone, knownAt));
        expect(await stored(programId)).toEqual(frozen);
        expect(await getReport(scope, { number: 1 })).toEqual(report);
        const changes = await getReportChanges(scope, { number: 1 });
        expect(changes.recount).toEqual({ differences: [], parties: { left: [], returned: [] } });
        const explained = new Set([...changes.rows, ...changes.rates].flatMap(({ figures }) => figures));
        for (const { figure } of changes.differences)
          expect([figure, explained.has(figure)]).toEqual([figure, true]);
        for (const row of changes.rows) expect(Date.parse(row.recordedAt)).toBeGreaterThanOrEqual(knownAt);
        const { items } = await listReports(scope, {});
        expect(items.map((item) => [item.number, item.changes])).toEqual([
          [1, changes.rows.length + changes.rates.length],
        ]);
        if (changes.differences.length > 0) changed += 1;
      }),
      { numRuns: 40 },
    );
    expect(published).toBeGreaterThan(5);
    expect(changed).toBeGreaterThan(2);
  });
});

/** A small program in which StepOne met Firm 7 and has money under discussion. */
async function withMoney() {
  const world = await smallProgram(database.ownerUrl);
  const pairId = world.pairOf(world.stepOne, world.firm7);
  const meetingId = randomUUID();
  const party = [world.programId, world.stepOne, pairId];
  const times = ['2023-04-28T14:00:00Z', '2023-04-28T14:25:00Z'];
  await database.owner.query(
    `insert into meeting (program_id, startup_id, pair_id, id, investor_id, stage, starts_at, ends_at, state)
     values ($1, $2, $3, $4, $5, 'main_session', $6, $7, 'held')`,
    [...party, meetingId, world.firm7, ...times],
  );
  await database.owner.query(
    `insert into meeting_event (program_id, startup_id, pair_id, id, meeting_id, kind, starts_at, ends_at, recorded_at, means)
     values ($1, $2, $3, $4, $5, 'held', $6, $7, '2023-04-28T15:00:00Z', 'api')`,
    [...party, randomUUID(), meetingId, ...times],
  );
  const amount = async (eok: number, recordedAt: string, on = '2023-05-02') =>
    database.owner.query(
      `insert into amount (program_id, startup_id, pair_id, id, rung, minor, currency, effective_on, recorded_at, means, source)
       values ($1, $2, $3, $4, 'discussed', $5, 'KRW', $6, $7, 'api', 'officer')`,
      [...party, randomUUID(), eok * 100_000_000, on, recordedAt],
    );
  await amount(845, '2023-05-02T01:00:00Z');
  return { world, amount, pairId };
}

const MAY = { asOf: '2023-05-03', knownAt: '2023-05-03T17:00:00+09:00', sum: 'discussed' };

describe('publishing', () => {
  test('gives two officers at once a number each', async () => {
    const { world } = await withMoney();
    const done = await Promise.all(Array.from({ length: 6 }, () => publishReport(world.as('officer'), MAY)));
    const numbers = done.map((each) => (each.ok ? each.value.number : each.refusals));
    expect(numbers.toSorted()).toEqual([1, 2, 3, 4, 5, 6]);
  });

  test('does the same once for one key', async () => {
    const { world } = await withMoney();
    const twice = [1, 2].map(() =>
      publishReport(world.as('officer'), MAY, { idempotencyKey: `key-${world.programId}` }),
    );
    const [first, second] = await Promise.all(twice);
    expect(second).toEqual(first);
    expect((await listReports(world.as('officer'), {})).items).toHaveLength(1);
  });

  test('writes what it was told at the time, whatever has come to be known since', async () => {
    const { world, amount } = await withMoney();
    await amount(900, '2023-05-03T08:00:00Z');
    const done = await publishReport(world.as('admin'), { ...MAY, note: '보도자료' });
    expect(done).toMatchObject({
      ok: true,
      value: { number: 1, sentenceKo: expect.stringContaining('845억 원') },
    });
    const changes = await getReportChanges(world.as('manager'), { number: 1 });
    expect(
      changes.differences.map(({ figure, before, now }) => [figure, before.money?.krw, now.money?.krw]),
    ).toEqual([
      ['sum:discussed', '84500000000', '90000000000'],
      ['rung:discussed', '84500000000', '90000000000'],
    ]);
    expect(changes.rows).toMatchObject([
      { happening: { kind: 'amount', minor: 90_000_000_000 }, figures: ['sum:discussed', 'rung:discussed'] },
    ]);
  });

  test('tells whose pairs were archived since, where the recount is another', async () => {
    const { world } = await withMoney();
    await publishReport(world.as('officer'), MAY);
    await database.owner.query('update startup set archived_at = now() where program_id = $1 and id = $2', [
      world.programId,
      world.stepOne,
    ]);
    const { recount } = await getReportChanges(world.as('officer'), { number: 1 });
    expect(recount.parties).toMatchObject({ left: [{ name: '스텝원' }], returned: [] });
    expect(recount.differences.map(({ figure }) => figure)).toContain('sum:discussed');
  });

  test('refuses by name what cannot be published, and leaves nothing', async () => {
    const { world } = await withMoney();
    const officer = world.as('officer');
    const refused = async (input: object) => {
      const done = await publishReport(officer, { ...MAY, ...input });
      return done.ok ? done.value : done.refusals.map(({ reason }) => reason);
    };
    expect(await refused({ sum: ['discussed'] })).toEqual(['one_sum_only']);
    expect(await refused({ sum: 'discussed+signed' })).toEqual(['one_sum_only']);
    expect(await refused({ sum: 'discussed,intended' })).toEqual(['one_sum_only']);
    expect(await refused({ sum: 'everything' })).toEqual(['not_in_list']);
    expect(await refused({ sum: 'signed' })).toEqual(['sum_empty']);
    expect(await refused({ asOf: '2199-01-01' })).toEqual(['in_the_future']);
    expect(await refused({ knownAt: '2099-01-01T00:00:00Z' })).toEqual(['known_in_the_future']);
    expect(await refused({ knownAt: '2023-05-02T23:59:00+09:00' })).toEqual(['known_too_early']);
    expect(await refused({ asOf: '2023-04-28', knownAt: '2023-05-02T11:00:00+09:00' })).toEqual([
      'sum_empty',
    ]);
    expect((await listReports(officer, {})).items).toEqual([]);
  });
});

describe('who may', () => {
  test('a manager reads and publishes nothing, a startup does neither', async () => {
    const { world } = await withMoney();
    await publishReport(world.as('officer'), MAY);
    const [manager, startup] = [world.as('manager'), world.as('startup')];
    expect((await getReport(manager, { number: 1 })).sentenceEn).toContain('KRW 84.5 billion');
    const forbidden = { code: 'forbidden' };
    await expect(publishReport(manager, MAY)).rejects.toMatchObject(forbidden);
    await expect(draftReport(manager, MAY)).rejects.toMatchObject(forbidden);
    await expect(getReport(startup, { number: 1 })).rejects.toMatchObject(forbidden);
    await expect(listReports(startup, {})).rejects.toMatchObject(forbidden);
    await expect(getReport(manager, { number: 2 })).rejects.toMatchObject({ code: 'not_found' });
  });

  test('the second wall keeps reports from startups and from other programs', async () => {
    const [here, there] = [await withMoney(), await withMoney()];
    await publishReport(here.world.as('officer'), MAY);
    await expect(getReport(there.world.as('officer'), { number: 1 })).rejects.toMatchObject({
      code: 'not_found',
    });
    const app = new pg.Client({ connectionString: database.appUrl });
    await app.connect();
    const seen = (world: SmallProgram, who: Parameters<SmallProgram['as']>[0]) =>
      asking(app, settingsOf(world, who), async () => (await app.query('select from report')).rowCount);
    expect(await seen(here.world, 'manager')).toBe(1);
    expect(await seen(here.world, 'startup')).toBe(0);
    expect(await seen(there.world, 'officer')).toBe(0);
    await app.end();
  });
});
