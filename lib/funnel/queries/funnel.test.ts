import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, test } from 'vitest';
import { listPairs } from '@/lib/pair/queries/list';
import {
  dayAt,
  endOf,
  type History,
  history,
  later,
  someDay,
  twoClocks,
} from '@/scripts/test/funnel/history';
import { type Log, laterLog, logOf } from '@/scripts/test/funnel/log';
import { recount, recountPeriod, recountStays } from '@/scripts/test/funnel/recount';
import { scopeIn, writeLog, writeProgram } from '@/scripts/test/funnel/write';
import { ownDatabase } from '@/scripts/test/own-database';
import type { Funnel } from '../schema/figures';
import { getFunnel } from './funnel';
import { getTimeInStage } from './time-in-stage';

const database = ownDatabase();

async function written(told: History) {
  const log = logOf(told);
  const programId = await writeProgram(database.owner, told.zone, log);
  return { log, programId, scope: scopeIn(programId, told.zone) };
}

/** The funnel in the words of the recount. */
function told(funnel: Funnel) {
  const shares = (figure: Funnel['sums'][number]) =>
    Object.fromEntries(figure.concentration.map(({ startup, minor }) => [startup.id, minor]));
  return {
    stages: funnel.stages,
    conversions: funnel.conversions,
    steps: funnel.steps,
    beside: funnel.beside,
    lost: Object.fromEntries(
      funnel.lostBy.map(({ stage, status, reasonCode, count }) => [
        [stage, status, reasonCode].join(' '),
        count,
      ]),
    ),
    amounts: funnel.amounts.map(({ rates: _, ...figure }) => figure),
    sums: funnel.sums.map(({ rates: _, rungs: __, concentration: ___, ...figure }, n) => ({
      ...figure,
      shares: shares(funnel.sums[n] as Funnel['sums'][number]),
    })),
    startups: funnel.startups,
  };
}

function counted(log: Log, zone: string, asOf: string, knownOn?: string) {
  const { amounts, ...rest } = recount(log, zone, asOf, knownOn);
  return { ...rest, amounts: amounts.map(({ shares: _, ...figure }) => figure) };
}

/** Kaplan-Meier by hand, as the share that stays after each length. */
function quantile(stays: readonly { days: number; ended: boolean }[], share: number): number | null {
  let staying = 1;
  for (const days of [...new Set(stays.map((stay) => stay.days))].sort((a, b) => a - b)) {
    const atRisk = stays.filter((stay) => stay.days >= days).length;
    staying *= 1 - stays.filter((stay) => stay.ended && stay.days === days).length / atRisk;
    if (staying <= share + 1e-12) return days;
  }
  return null;
}

const RUNS = { numRuns: 60 };
const FEWER = { numRuns: 25 };
const asked = fc.array(twoClocks, { minLength: 4, maxLength: 4 });

describe('T35 the funnel', () => {
  test('T35 T36 equals a recount by hand, whatever happened, on any day, as known on any day', async () => {
    await fc.assert(
      fc.asyncProperty(history, asked, async (story, dates) => {
        const { log, scope } = await written(story);
        for (const { asOf, knownOn } of dates) {
          const funnel = await getFunnel(scope, { asOf, knownOn });
          expect(told(funnel)).toEqual(counted(log, story.zone, asOf, knownOn));
        }
      }),
      RUNS,
    );
  });

  test('T35 falls from stage to stage and never falls with time, and conversions carry its own numbers', async () => {
    await fc.assert(
      fc.asyncProperty(history, fc.option(someDay, { nil: undefined }), async (story, knownOn) => {
        const { scope } = await written(story);
        let before: number[] = [];
        let stepsBefore: number[] = [];
        for (const day of [0, 2, 5, 9, 13, 18, 24]) {
          const { stages, conversions, steps } = await getFunnel(scope, { asOf: dayAt(day), knownOn });
          const reached = stages.map((stage) => stage.reached);
          const stepped = steps.map(({ pairs }) => pairs);
          expect(stepped.every((pairs, k) => pairs >= (stepsBefore[k] ?? 0))).toBe(true);
          expect(stepped).toEqual(stepped.toSorted((a, b) => b - a));
          stepsBefore = stepped;
          expect(reached).toEqual(reached.toSorted((a, b) => b - a));
          expect(reached.every((pairs, k) => pairs >= (before[k] ?? 0))).toBe(true);
          expect(conversions.map(({ numerator }) => numerator)).toEqual(reached.slice(1));
          expect(conversions.map(({ denominator }) => denominator)).toEqual(reached.slice(0, -1));
          before = reached;
        }
      }),
      FEWER,
    );
  });

  test('T35 tells of a period which pairs got further, met for the first time or were lost in it', async () => {
    await fc.assert(
      fc.asyncProperty(history, asked, fc.nat(9), async (story, dates, days) => {
        const { log, scope } = await written(story);
        for (const { asOf, knownOn } of dates) {
          const from = Temporal.PlainDate.from(asOf).subtract({ days }).toString();
          const { period } = await getFunnel(scope, { asOf, knownOn, from });
          const { lostBy, ...figures } = period ?? { lostBy: [] };
          expect(figures).toEqual(recountPeriod(log, story.zone, from, asOf, knownOn));
          const lost = period?.stages.reduce((sum, stage) => sum + stage.lost, 0);
          expect(lostBy.reduce((sum, { count }) => sum + count, 0)).toBe(lost);
        }
      }),
      FEWER,
    );
  });

  test('T35 as known on a day stays what it was, whatever is written down afterwards', async () => {
    await fc.assert(
      fc.asyncProperty(history, later, someDay, asked, async (story, further, knownOn, dates) => {
        const { log, programId, scope } = await written(story);
        const ask = () => Promise.all(dates.map(({ asOf }) => getFunnel(scope, { asOf, knownOn })));
        const published = await ask();
        const rows = laterLog(further, log.pairs, story.zone, endOf(knownOn, story.zone));
        await writeLog(database.owner, programId, rows);
        expect(await ask()).toEqual(published);
        const all = { ...log, ...joined(log, rows) };
        for (const { asOf } of dates) {
          expect(told(await getFunnel(scope, { asOf }))).toEqual(counted(all, story.zone, asOf));
        }
      }),
      FEWER,
    );
  });

  test('T35 times every stay as a walk from instant to instant does', async () => {
    await fc.assert(
      fc.asyncProperty(history, asked, async (story, dates) => {
        const { log, scope } = await written(story);
        for (const { asOf, knownOn } of dates) {
          const { stages } = await getTimeInStage(scope, { asOf, knownOn });
          const stays = recountStays(log, story.zone, asOf, knownOn);
          for (const { stage, curve, ...figures } of stages) {
            const own = stays.filter((stay) => stay.stage === stage);
            const ended = own.filter((stay) => stay.ended);
            expect(curve.reduce((sum, { left }) => sum + left, 0)).toBe(ended.length);
            expect({ stage, ...figures }).toEqual({
              stage,
              stays: own.length,
              open: own.filter((stay) => !stay.ended).length,
              lowerQuartileDays: quantile(own, 3 / 4),
              medianDays: quantile(own, 1 / 2),
              upperQuartileDays: quantile(own, 1 / 4),
            });
          }
        }
      }),
      FEWER,
    );
  });

  test('T35 opens for every number exactly as many rows', async () => {
    await fc.assert(
      fc.asyncProperty(history, twoClocks, async (story, clocks) => {
        const { scope } = await written(story);
        const { stages, amounts } = await getFunnel(scope, clocks);
        const rows = async (filter: object) =>
          (await listPairs(scope, { ...clocks, ...filter, limit: 1000 })).items.length;
        for (const { stage, reached, met, now, lost, onHold, invested } of stages) {
          expect([stage, 'reached', await rows({ reached: stage })]).toEqual([stage, 'reached', reached]);
          expect([stage, 'met', await rows({ met: stage })]).toEqual([stage, 'met', met]);
          const standing = (status: string) => rows({ stage: [stage], status });
          expect([stage, 'now', await standing('open')]).toEqual([stage, 'now', now]);
          expect([stage, 'lost', await standing('passed,withdrawn')]).toEqual([stage, 'lost', lost]);
          expect([stage, 'held', await standing('on_hold')]).toEqual([stage, 'held', onHold]);
          expect([stage, 'invested', await standing('invested')]).toEqual([stage, 'invested', invested]);
        }
        for (const { rung, pairs, leftOut } of amounts) {
          expect([rung, await rows({ rung: [rung] })]).toEqual([rung, pairs + (leftOut?.pairs ?? 0)]);
        }
      }),
      { numRuns: 12 },
    );
  });
});

function joined(log: Log, rows: ReturnType<typeof laterLog>) {
  return {
    stages: [...log.stages, ...rows.stages],
    statuses: [...log.statuses, ...rows.statuses],
    amounts: [...log.amounts, ...rows.amounts],
    voids: [...log.voids, ...rows.voids],
    meetings: [...log.meetings, ...rows.meetings],
    meetingEvents: [...log.meetingEvents, ...rows.meetingEvents],
    rates: [...log.rates, ...rows.rates],
  };
}
