import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { DAYS, dayAt, type History, history, someDay } from '@/scripts/test/funnel/history';
import { logOf } from '@/scripts/test/funnel/log';
import { recount } from '@/scripts/test/funnel/recount';
import { scopeIn, writeProgram } from '@/scripts/test/funnel/write';
import { ownDatabase } from '@/scripts/test/own-database';
import { pointAt } from '../rules/series';
import type { SeriesPoint } from '../schema/time';
import { listDays } from './days';
import { getFunnel } from './funnel';
import { getSeries } from './series';

const database = ownDatabase();

async function written(story: History) {
  const log = logOf(story);
  const programId = await writeProgram(database.owner, story.zone, log);
  return { log, scope: scopeIn(programId, story.zone) };
}

const LAST = dayAt(DAYS + 2);
const EVERY_DAY = Array.from({ length: DAYS + 4 }, (_, n) => dayAt(n - 1));
const known = fc.option(someDay, { nil: undefined, freq: 2 });

type Money = Pick<
  SeriesPoint['sums'][number],
  'totals' | 'krw' | 'missing' | 'pairs' | 'startups' | 'leftOut'
>;
const picked = ({ totals, krw, missing, pairs, startups, leftOut }: Money) => ({
  totals,
  krw,
  missing,
  pairs,
  startups,
  leftOut,
});
type Told = {
  stages: readonly { stage: string; reached: number }[];
  sums: readonly (Money & { sum: string })[];
  amounts: readonly (Money & { rung: string })[];
};
/** What a funnel, or the count by hand, says of a day, in the words of the series. */
const told = ({ stages, sums, amounts }: Told) => ({
  reached: stages.map(({ stage, reached }) => ({ stage, pairs: reached })),
  rungs: amounts
    .filter(({ pairs, leftOut }) => pairs > 0 || (leftOut?.pairs ?? 0) > 0)
    .map((one) => ({ rung: one.rung, ...picked(one) })),
  sums: sums.map((one) => ({ sum: one.sum, ...picked(one) })),
});
const inWords = ({ reached, rungs, sums }: SeriesPoint) => ({ reached, rungs, sums });
const isNothing = ({ reached, rungs }: ReturnType<typeof told>) =>
  rungs.length === 0 && reached.every(({ pairs }) => pairs === 0);

describe('the series', () => {
  test('says of every day what a count by hand of that day says, all as known on one day', async () => {
    await fc.assert(
      fc.asyncProperty(history, known, async (story, knownOn) => {
        const { log, scope } = await written(story);
        const { points } = await getSeries(scope, { asOf: LAST, knownOn });
        for (const day of EVERY_DAY) {
          const byHand = told(recount(log, story.zone, day, knownOn) as Told);
          const point = pointAt(points, day);
          if (point) expect([day, inWords(point)]).toEqual([day, byHand]);
          else expect([day, isNothing(byHand)]).toEqual([day, true]);
        }
        expect(points.map(({ day }) => day)).toEqual([...new Set(points.map(({ day }) => day))].sort());
      }),
      { numRuns: 40 },
    );
  });

  test('says of every day what the funnel of that day says, and ends where it is asked to', async () => {
    await fc.assert(
      fc.asyncProperty(history, known, someDay, async (story, knownOn, asOf) => {
        const { scope } = await written(story);
        const { points } = await getSeries(scope, { asOf, knownOn });
        expect(points.every(({ day }) => day <= asOf)).toBe(true);
        for (const day of [asOf, ...points.map((point) => point.day)]) {
          const funnel = told((await getFunnel(scope, { asOf: day, knownOn })) as Told);
          const point = pointAt(points, day);
          if (point) expect([day, inWords(point)]).toEqual([day, funnel]);
          else expect(isNothing(funnel)).toBe(true);
        }
      }),
      { numRuns: 12 },
    );
  });
});

describe('the days of change', () => {
  /** All that entries move; rates move totals in won and are no entries. */
  const figures = async (scope: Parameters<typeof getFunnel>[0], asOf: string, knownOn?: string) => {
    const { stages, lostBy, amounts } = await getFunnel(scope, { asOf, knownOn });
    return JSON.stringify([stages, lostBy, amounts.map(({ rung, totals, pairs }) => [rung, totals, pairs])]);
  };

  test('leave no day out on which a figure changed, with knowledge fixed or moving along', async () => {
    await fc.assert(
      fc.asyncProperty(history, fc.oneof(known, fc.constant('then' as const)), async (story, knownOn) => {
        const { scope } = await written(story);
        const { days } = await listDays(scope, { asOf: LAST, knownOn });
        const on = (day: string) => figures(scope, day, knownOn === 'then' ? day : knownOn);
        let before = await on(EVERY_DAY[0] as string);
        for (const day of EVERY_DAY.slice(1)) {
          const now = await on(day);
          if (now !== before) expect(days).toContain(day);
          before = now;
        }
        expect(days).toEqual([...new Set(days)].sort());
      }),
      { numRuns: 15 },
    );
  });

  test('name no day without an entry', async () => {
    await fc.assert(
      fc.asyncProperty(history, known, async (story, knownOn) => {
        const { log, scope } = await written(story);
        const dayOf = (ms: number) => new Date(ms).toLocaleDateString('sv-SE', { timeZone: story.zone });
        const happened = new Set([
          ...[...log.stages, ...log.statuses].map((row) => dayOf(row.effectiveAt)),
          ...log.amounts.map((row) => row.effectiveOn),
          ...log.meetingEvents.filter(({ kind }) => kind === 'held').map((row) => dayOf(row.startsAt)),
        ]);
        const { days } = await listDays(scope, { asOf: LAST, knownOn });
        expect(days.filter((day) => !happened.has(day))).toEqual([]);
      }),
      { numRuns: 30 },
    );
  });
});
