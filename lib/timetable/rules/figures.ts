import type { Stage } from '@/lib/pair/rules/stages';
import type { Spread, TimetableFigures } from '../schema/stage';
import { type Facts, type PairFact, type Planned, seatsIn } from './facts';
import { isWish, weightOf } from './weight';

/** Counts a plan of the stage. `before` is the stage before this one. */
export function figuresOf(facts: Facts, plan: readonly Planned[], before: Stage): TimetableFigures {
  const wishes = facts.pairs.filter((pair) => isWish(pair, before));
  const placed = new Set(plan.map(({ pairId }) => pairId));
  const met = wishes.filter(({ id }) => placed.has(id));
  const musts = wishes.filter(({ wish }) => wish === 'must');
  const pairOf = new Map(facts.pairs.map((pair) => [pair.id, pair]));
  const slotsOf = {
    startups: slotsBy(facts, plan, (pairId) => pairOf.get(pairId)?.startupId),
    investors: slotsBy(facts, plan, (pairId) => pairOf.get(pairId)?.investorId),
  };
  return {
    placed: plan.length,
    wishes: wishes.length,
    wishesPlaced: met.length,
    musts: musts.length,
    mustsPlaced: musts.filter(({ id }) => placed.has(id)).length,
    weight: sumOf(met),
    weightWished: sumOf(wishes),
    gaps: { startups: gapsOf(facts, slotsOf.startups), investors: gapsOf(facts, slotsOf.investors) },
    startups: spreadOf(facts.startups, slotsOf.startups, facts.rules.startupFloor),
    investors: spreadOf(facts.investors, slotsOf.investors, facts.rules.investorFloor),
    seats: facts.slots.reduce((sum, slot) => sum + seatsIn(facts, slot.id), 0),
  };
}

function sumOf(pairs: readonly PairFact[]): number {
  return pairs.reduce((sum, pair) => sum + weightOf(pair), 0);
}

/** By party, the places of its meetings in the row of slots. */
function slotsBy(
  facts: Facts,
  plan: readonly Planned[],
  partyOf: (pairId: string) => string | undefined,
): Map<string, number[]> {
  const place = new Map(facts.slots.map(({ id }, at) => [id, at]));
  const found = new Map<string, number[]>();
  for (const { pairId, slotId } of plan) {
    const party = partyOf(pairId);
    const at = place.get(slotId);
    if (party === undefined || at === undefined) continue;
    const list = found.get(party);
    if (list) list.push(at);
    else found.set(party, [at]);
  }
  return found;
}

function gapsOf(facts: Facts, slotsOf: Map<string, number[]>): number {
  let gaps = 0;
  for (const taken of slotsOf.values()) {
    const inOrder = taken.sort((a, b) => a - b);
    for (const [n, at] of inOrder.entries()) {
      const next = inOrder[n + 1];
      if (next !== undefined && facts.slots[at]?.day === facts.slots[next]?.day) gaps += next - at - 1;
    }
  }
  return gaps;
}

function spreadOf(
  parties: readonly { id: string }[],
  slotsOf: ReadonlyMap<string, number[]>,
  floor: number,
): Spread {
  const counts = parties.map(({ id }) => slotsOf.get(id)?.length ?? 0).sort((a, b) => a - b);
  const middle = Math.floor((counts.length - 1) / 2);
  return {
    least: counts[0] ?? 0,
    most: counts.at(-1) ?? 0,
    median: counts[middle] ?? 0,
    belowFloor: counts.filter((count) => count < floor).length,
    floor,
  };
}
