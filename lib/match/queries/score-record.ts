import { addDays, type Day } from '@/lib/core/days';
import type { ProgramScope } from '@/lib/core/scope';
import { dayInZone, endOfDay } from '@/lib/core/zones';
import type { Tx } from '@/lib/platform/database';
import { programQuery } from '@/lib/platform/query';
import { clocksOf } from '@/lib/program/rules';
import { matchOperations } from '../operations';
import { canReadSuggestions } from '../policy';
import { findingsOf } from '../rules/factors';
import { scoreOf, type Weights } from '../rules/score';
import { type ScoredPair, summarizeTenths } from '../rules/tenths';
import { scoreRecord, scoreRecordInput } from '../schema';
import { loadMatchFacts, type MatchFacts } from './facts';
import { readKeptWeights } from './weights';

/**
 * How scores did: pairs scored by what was known at the end of a day (decision 17), and what became of them since. Terms and
 * weights are those of now, because the past has none kept; closed pairs are in it.
 */
export const getScoreRecord = programQuery({
  operation: matchOperations.getScoreRecord,
  input: scoreRecordInput,
  output: scoreRecord,
  may: canReadSuggestions,
  isWide: true,
  run: async (tx, scope, { day: asked }) => {
    const day = asked ?? (await dayBeforeMeetings(tx, scope));
    const before = endOfDay(day, scope.program.homeZone);
    const { weights } = await readKeptWeights(tx, scope.programId);
    const facts = await loadMatchFacts(tx, scope, { before });
    const saidAt = await loadWishTimes(tx, scope);
    const { standings, unscored } = scoreAll(facts, saidAt, weights, before);
    const sums = await loadMoney(tx, scope);
    return { day, unscored, items: summarizeTenths(standings, sums) };
  },
});

/** The day before the program's first meeting, where its scores had nothing but the terms to go by; today without one. */
async function dayBeforeMeetings(tx: Tx, { programId, program }: ProgramScope): Promise<Day> {
  const first = await tx.meeting.aggregate({
    where: { programId, state: { not: 'cancelled' } },
    _min: { startsAt: true },
  });
  const { startsAt } = first._min;
  return startsAt
    ? addDays(dayInZone(startsAt, program.homeZone), -1)
    : dayInZone(new Date(), program.homeZone);
}

/** When the last word on each pair was said; of those without one, and beside a no-thanks, nothing. */
async function loadWishTimes(tx: Tx, { programId }: ProgramScope): Promise<Map<string, Date>> {
  const rows = await tx.$queryRaw<{ pairId: string; at: Date }[]>`
    select t.pair_id as "pairId", t.at from pair_wish_time(${programId}::uuid) t`;
  return new Map(rows.map(({ pairId, at }) => [pairId, at]));
}

function scoreAll(facts: MatchFacts, saidAt: ReadonlyMap<string, Date>, weights: Weights, before: Date) {
  const standings: ScoredPair[] = [];
  let unscored = 0;
  for (const { id, startupId, investorId, wish, held, heldAfter, interest } of facts.pairs) {
    const startup = facts.startups.get(startupId);
    const investor = facts.investors.get(investorId);
    if (!startup || !investor) continue;
    const wishAt = saidAt.get(id);
    const isKnown = wishAt !== undefined && wishAt < before;
    const known = wish === 'no_thanks' || !isKnown ? null : wish;
    const { points } = scoreOf(
      findingsOf(startup, investor, { held, interest, wish: known }, facts.rates),
      weights,
    );
    if (points === null) unscored += 1;
    else {
      const isWished = (wish === 'must' || wish === 'like') && !isKnown;
      standings.push({ pairId: id, points, isWished, isMet: heldAfter > 0 });
    }
  }
  return { standings, unscored };
}

type PairMoney = { pairId: string; rung: string; currency: string; minor: bigint };

/** What counts of each pair's money as of today; talk of closed pairs is in no sum. */
function loadMoney(tx: Tx, scope: ProgramScope): Promise<PairMoney[]> {
  const { asOf, before } = clocksOf(scope.program, new Date());
  return tx.$queryRaw<PairMoney[]>`
    select a.pair_id as "pairId", a.rung, a.currency, a.minor
    from pair_money(${scope.programId}::uuid, ${asOf}::date, ${before}, 'infinity'::timestamptz) a
    where not coalesce(a.left_out, false)`;
}
