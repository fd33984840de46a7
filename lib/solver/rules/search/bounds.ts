import type { Gains, PriceProof } from '../certificate/prices';
import { type FlowBound, flowBound } from '../flow/bound';
import type { Compiled } from '../instance';
import type { ShouldStop } from '../ports';

/**
 * Gains under which more musts always beat more meetings below the floor, and these more weight, so that one flow and
 * one search serve three objectives in their order.
 */
export function orderedGains(compiled: Compiled): Gains {
  const all = highest(compiled);
  const hasFloors = compiled.floor.some((least) => least > 0);
  const hasMusts = (compiled.instance.musts ?? []).length > 0;
  const floor = hasFloors ? all.weight + 1 : 0;
  const must = hasMusts ? floor * all.floor + all.weight + 1 : 0;
  if (must * all.musts + floor * all.floor + all.weight <= Number.MAX_SAFE_INTEGER) {
    return { must, floor, weight: 1 };
  }
  return cycleGains(compiled);
}

/** The gains of one level's own proof: nothing for what comes later. */
function gainsUpTo(level: 'musts' | 'floor' | 'weight', { must, floor, weight }: Gains): Gains {
  if (level === 'musts') return { must: 1, floor: 0, weight: 0 };
  return level === 'floor' ? { must, floor: 1, weight: 0 } : { must, floor, weight };
}

/** What each objective can reach at the very most. */
function highest({ weight, must, floor, capacity, slots, parties, free }: Compiled) {
  const tables = capacity.reduce((sum, count) => sum + count, 0);
  const heaviest = weight.reduce((most, each) => Math.max(most, each), 0);
  let lifted = 0;
  for (let party = 0; party < parties; party++) {
    let open = 0;
    for (let slot = 0; slot < slots; slot++) open += free[party * slots + slot] as number;
    lifted += Math.min(open, floor[party] as number);
  }
  return {
    musts: must.reduce((sum, each) => sum + each, 0),
    floor: lifted,
    weight: heaviest * Math.min(tables, weight.length),
  };
}

/** Smaller: enough for any exchange that visits nobody twice, which is all that a best flow can be improved by. */
function cycleGains({ weight, startups, investors, parties }: Compiled): Gains {
  const heaviest = weight.reduce((most, each) => Math.max(most, each), 0);
  const floor = 2 * heaviest * Math.min(startups, investors) + 1;
  return { must: floor * (parties + 1), floor, weight: 1 };
}

export type ReachedLevels = { musts: number; floor: number; weight: number };

/** The flow's bounds: one proof for each of the first three objectives that is there at all, and the flow for all. */
export type FlowBounds = { flow: FlowBound; proofs: PriceProof[]; best: ReachedLevels };

/** Null when stopped halfway. */
export function flowBounds(compiled: Compiled, gains: Gains, shouldStop: ShouldStop): FlowBounds | null {
  const flow = flowBound(compiled, gains, shouldStop);
  if (flow === null) return null;
  const best = reachedBy(compiled, flow.chosen);
  const proofs: PriceProof[] = [];
  for (const level of ['musts', 'floor'] as const) {
    if ((level === 'musts' ? gains.must : gains.floor) === 0) continue;
    const own = flowBound(compiled, gainsUpTo(level, gains), shouldStop);
    if (own === null) return null;
    proofs.push({ level, bound: best[level], gains: own.gains, prices: own.prices });
  }
  proofs.push({ level: 'weight', bound: best.weight, gains, prices: flow.prices });
  return { flow, proofs, best };
}

/** What a set of requests reaches in musts, floors and weight. */
function reachedBy(compiled: Compiled, chosen: Uint8Array): ReachedLevels {
  const { requests, parties, startupOf, investorOf, weight, must, floor } = compiled;
  const met = new Int32Array(parties);
  const reached: ReachedLevels = { musts: 0, floor: 0, weight: 0 };
  for (let request = 0; request < requests; request++) {
    if (chosen[request] === 0) continue;
    reached.musts += must[request] as number;
    reached.weight += weight[request] as number;
    for (const party of [startupOf[request] as number, investorOf[request] as number]) {
      met[party] = (met[party] as number) + 1;
      if ((met[party] as number) <= (floor[party] as number)) reached.floor++;
    }
  }
  return reached;
}

/**
 * Where there was no time for the flow: everything is worth trying, and the bound is the sum of all wishes, which
 * prices of zero prove.
 */
export function withoutFlow(compiled: Compiled, gains: Gains): FlowBounds {
  const { requests, startups, investors, slots } = compiled;
  const chosen = new Uint8Array(requests).fill(1);
  const zeros = (count: number) => new Array<number>(count).fill(0);
  const prices = {
    startups: zeros(startups),
    investors: zeros(investors),
    startupTables: zeros(slots),
    investorTables: zeros(slots),
  };
  const weightAlone: Gains = { must: 0, floor: 0, weight: 1 };
  const best = reachedBy(compiled, chosen);
  return {
    flow: { gains, total: 0, chosen, prices },
    proofs: [{ level: 'weight', bound: best.weight, gains: weightAlone, prices }],
    best,
  };
}
