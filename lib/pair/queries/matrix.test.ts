import fc from 'fast-check';
import { beforeAll, expect, test } from 'vitest';
import type { ProgramScope } from '@/lib/core/scope';
import { actAs, actIn } from '@/lib/platform/acting';
import { asViewer } from '@/lib/platform/database';
import { ownDatabase } from '@/scripts/test/own-database';
import { cellAt } from '../rules/cells';
import { LIVE_RUNGS } from '../rules/item';
import { MEETING_STAGES, STAGES, STATUSES } from '../rules/stages';
import { listPairFacets } from './facets';
import { readMatrix, summarizePairs } from './figures';
import { listPairs } from './list';

const _database = ownDatabase('sample');
const scopes = new Map<string, ProgramScope>();
const as = (who: string): ProgramScope => {
  const scope = scopes.get(who);
  if (!scope) throw new Error(who);
  return scope;
};

beforeAll(async () => {
  for (const who of ['officer', 'startup', 'manager']) {
    const viewer = await asViewer('nobody', (tx) => actAs(tx, `${who}@sample.example`, 'web'));
    scopes.set(who, actIn(viewer, 'boston-2023'));
  }
});

const some = <T>(list: readonly T[]) =>
  fc.option(fc.uniqueArray(fc.constantFrom(...list), { minLength: 1, maxLength: 3 }), { nil: undefined });
const maybe = <T>(list: readonly T[]) => fc.option(fc.constantFrom(...list), { nil: undefined });
const filter = fc
  .record({
    stage: some(STAGES),
    status: some(STATUSES),
    rung: some(LIVE_RUNGS),
    sector: some(['bio_health', 'robotics', 'ai', 'other']),
    reached: maybe(STAGES),
    met: maybe(MEETING_STAGES),
    overdue: maybe([true] as const),
    q: maybe(['ㅁㄷ', '메디', 'fern', 'RIDGE', '%', '없는 이름']),
    asOf: maybe(['2023-04-15', '2023-04-28', '2023-05-03', '2023-09-30']),
    knownOn: maybe(['2023-05-03']),
  })
  .map((all) => Object.fromEntries(Object.entries(all).filter(([, value]) => value !== undefined)));

/** What stays in the sums when a pair is closed. */
const AGREED = ['signed', 'paid', 'follow_on'];

test('the matrix, the figures and the list tell the same of any filter on any date', async () => {
  const officer = as('officer');
  await fc.assert(
    fc.asyncProperty(filter, async (asked) => {
      const [matrix, summary, list] = await Promise.all([
        readMatrix(officer, asked),
        summarizePairs(officer, asked),
        listPairs(officer, { ...asked, limit: 1000 }),
      ]);
      const kept = new Map<string, string>();
      for (const [row, codes] of matrix.rows.entries()) {
        for (const [column] of matrix.investors.entries()) {
          const cell = cellAt(codes, column);
          const id = matrix.ids?.[row]?.[column];
          if (cell?.matches && id) kept.set(id, `${cell.stage} ${cell.status} ${cell.money}`);
        }
      }
      const listed = new Map(
        list.items.map(({ id, stage, status, amounts }) => [id, `${stage} ${status} ${amounts.length > 0}`]),
      );
      expect(kept).toEqual(listed);
      expect(summary.pairs).toBe(listed.size);
      expect(summary.startups).toBe(new Set(list.items.map(({ startup }) => startup.id)).size);
      expect(summary.inFollowUp).toBe(
        list.items.filter(({ stage, status }) => stage === 'follow_up' && status === 'open').length,
      );
      const total = (rung: string, currency: string) =>
        list.items
          .filter(({ status }) => !['passed', 'withdrawn'].includes(status) || AGREED.includes(rung))
          .flatMap(({ amounts }) => amounts)
          .filter((one) => one.rung === rung && one.currency === currency)
          .reduce((sum, { minor }) => sum + BigInt(minor), 0n)
          .toString();
      for (const { rung, currency, minor } of summary.sums) expect(minor).toBe(total(rung, currency));
      const ofStartups = matrix.sums.filter(({ id }) => matrix.startups.some((startup) => startup.id === id));
      for (const { rung, currency, minor } of summary.sums) {
        const parts = ofStartups.filter((one) => one.rung === rung && one.currency === currency);
        expect(parts.reduce((sum, part) => sum + BigInt(part.minor), 0n)).toBe(BigInt(minor));
      }
    }),
    { numRuns: 25, examples: [[{ rung: ['interest'] }], [{ rung: ['discussed', 'paid'], q: 'fern' }]] },
  );
});

test('on 3 May 2023 it shows 570 pairs, 184 of them once in the main session, and 84.5 billion won from five startups', async () => {
  const asked = { asOf: '2023-05-03' };
  const matrix = await readMatrix(as('officer'), asked);
  expect([matrix.startups.length, matrix.investors.length]).toEqual([15, 38]);
  const summary = await summarizePairs(as('manager'), asked);
  expect([summary.all, summary.reachedMain]).toEqual([570, 184]);
  expect(summary.sums.filter(({ rung }) => rung === 'discussed')).toEqual([
    expect.objectContaining({ currency: 'KRW', minor: '84500000000', startups: 5 }),
  ]);
});

test('T17 a startup sees its own row, its own sums and its own people, whatever it asks for', async () => {
  const startup = as('startup');
  const own = startup.startupId ?? '';
  const rival = (await readMatrix(as('officer'), {})).startups.find(({ id }) => id !== own)?.id ?? '';
  for (const asked of [{}, { startup: rival }, { rung: 'discussed' }, { asOf: '2023-05-03' }]) {
    const matrix = await readMatrix(startup, asked);
    expect(matrix.startups.every(({ id }) => id === own)).toBe(true);
    const summary = await summarizePairs(startup, asked);
    expect(summary.all).toBe(38);
    expect(summary.sums.every(({ startups }) => startups === 1)).toBe(true);
  }
  const facets = await listPairFacets(startup, {});
  expect(facets.startups.map(({ id }) => id)).toEqual([own]);
  expect(facets.people.every(({ startupId }) => startupId === own)).toBe(true);
});

test('a pair seen from 3 May tells what then lay ahead, and asks for no gates: nothing moves in the past', async () => {
  const { items } = await listPairs(as('officer'), { asOf: '2023-05-03', limit: 1000 });
  const next = items.flatMap(({ nextMeeting }) => (nextMeeting ? [nextMeeting.startsAt] : []));
  expect(next.length).toBeGreaterThan(0);
  // The end of 3 May in Seoul.
  expect(next.every((startsAt) => startsAt >= '2023-05-03T15:00:00.000Z')).toBe(true);
  expect(items.every(({ gates }) => gates.length === 0)).toBe(true);
});
