import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type History, history, twoClocks } from '@/scripts/test/funnel/history';
import { logOf, type PairRow } from '@/scripts/test/funnel/log';
import { recount, recountClaims } from '@/scripts/test/funnel/recount';
import { scopeIn, writeProgram } from '@/scripts/test/funnel/write';
import { ownDatabase } from '@/scripts/test/own-database';
import { SPLITS } from '../schema';
import type { WireTotal } from '../schema/figures';
import type { FunnelPart } from '../schema/many-funnels';
import { getClaims } from './claims';
import { getComparedFunnels, getFunnel } from './funnel';
import { splitFunnel } from './split';

const database = ownDatabase();

async function written(told: History) {
  const log = logOf(told);
  const programId = await writeProgram(database.owner, told.zone, log);
  return { log, scope: scopeIn(programId, told.zone) };
}

const RUNS = { numRuns: 25 };

/** What a part says, in the words of the recount. */
function told({ stages, conversions, steps, beside, sums }: FunnelPart) {
  const money = sums.map(({ sum, totals, krw, missing, pairs }) => ({ sum, totals, krw, missing, pairs }));
  return { stages, conversions, steps, beside, sums: money };
}

function added(totals: readonly WireTotal[][]): Record<string, bigint> {
  const sums: Record<string, bigint> = {};
  for (const { currency, minor } of totals.flat()) sums[currency] = (sums[currency] ?? 0n) + BigInt(minor);
  return sums;
}

describe('T35 the funnel part by part', () => {
  test('T35 counts each startup, investor and sector as a recount of its pairs alone does', async () => {
    await fc.assert(
      fc.asyncProperty(history, twoClocks, async (story, { asOf, knownOn }) => {
        const { log, scope } = await written(story);
        const sectorOf = ({ startupId }: PairRow) =>
          log.startups.findIndex(({ id }) => id === startupId) === 1 ? 'ai' : 'robotics';
        const keys = { startup: (p: PairRow) => p.startupId, investor: (p: PairRow) => p.investorId };
        for (const [by, keyOf] of Object.entries({ ...keys, sector: sectorOf, owner: () => 'none' })) {
          const { parts } = await splitFunnel(scope, { by: by as 'startup', asOf, knownOn });
          for (const part of parts) {
            const own = recount(log, story.zone, asOf, knownOn, (pair) => keyOf(pair) === part.key);
            const { stages, conversions, steps, beside } = own;
            const sums = own.sums.map(({ sum, totals, krw, missing, pairs }) => ({
              ...{ sum, totals, krw, missing, pairs },
            }));
            expect([part.key, told(part)]).toEqual([part.key, { stages, conversions, steps, beside, sums }]);
            if (by !== 'sector') continue;
            // The filter that names the part keeps the same pairs, also those whose meetings are older than their log.
            const kept = await getFunnel(scope, { sector: [part.key], asOf, knownOn });
            expect([part.key, kept.stages, kept.steps]).toEqual([part.key, stages, steps]);
          }
        }
      }),
      RUNS,
    );
  });

  test('T35 adds up to the whole, whatever it is split by', async () => {
    await fc.assert(
      fc.asyncProperty(history, twoClocks, async (story, clocks) => {
        const { scope } = await written(story);
        for (const by of SPLITS) {
          const { parts, whole } = await splitFunnel(scope, { by, ...clocks });
          const { period: _, ...alone } = await getFunnel(scope, clocks);
          expect(whole).toEqual(alone);
          const sum = (count: (part: FunnelPart) => number) =>
            parts.reduce((pairs, part) => pairs + count(part), 0);
          whole.stages.forEach((stage, k) => {
            for (const key of ['reached', 'met', 'now', 'lost', 'onHold', 'invested'] as const)
              expect([key, sum((part) => part.stages[k]?.[key] ?? 0)]).toEqual([key, stage[key]]);
          });
          whole.steps.forEach((step, k) => {
            for (const key of ['pairs', 'numerator', 'denominator'] as const)
              expect(sum((part) => part.steps[k]?.[key] ?? 0)).toBe(step[key]);
          });
          whole.sums.forEach((figures, k) => {
            expect(sum((part) => part.sums[k]?.pairs ?? 0)).toBe(figures.pairs);
            expect(added(parts.map((part) => part.sums[k]?.totals ?? []))).toEqual(added([figures.totals]));
          });
        }
      }),
      { numRuns: 12 },
    );
  });
});

describe('T35 who stands behind a sum', () => {
  test('T35 is counted by each source apart, as a recount entry by entry does', async () => {
    await fc.assert(
      fc.asyncProperty(history, fc.array(twoClocks, { minLength: 4, maxLength: 4 }), async (story, dates) => {
        const { log, scope } = await written(story);
        for (const { asOf, knownOn } of dates) {
          const { sums } = await getClaims(scope, { asOf, knownOn });
          expect(sums).toEqual(recountClaims(log, story.zone, asOf, knownOn));
          const funnel = await getFunnel(scope, { asOf, knownOn });
          sums.forEach(({ claims }, k) => {
            for (const { pairs } of claims) expect(pairs).toBeLessThanOrEqual(funnel.sums[k]?.pairs ?? 0);
          });
        }
      }),
      RUNS,
    );
  });
});

describe('T35 two dates side by side', () => {
  test('T35 are the two funnels as each is told alone', async () => {
    await fc.assert(
      fc.asyncProperty(history, twoClocks, twoClocks, async (story, { asOf, knownOn }, other) => {
        const { scope } = await written(story);
        const { first, second } = await getComparedFunnels(scope, { asOf, knownOn, with: other.asOf });
        const alone = async (day: string) => {
          const { period: _, ...funnel } = await getFunnel(scope, { asOf: day, knownOn });
          return funnel;
        };
        expect([first, second]).toEqual([await alone(asOf), await alone(other.asOf)]);
      }),
      { numRuns: 10 },
    );
  });
});
