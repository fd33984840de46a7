import type { Gains, PriceProof } from '../certificate/prices';
import { type FlowBound, flowBound } from '../flow/bound';
import type { Compiled } from '../instance';
import type { ShouldStop } from '../ports';
import { gainsUpTo } from './gains';

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
export function reachedBy(compiled: Compiled, chosen: Uint8Array): ReachedLevels {
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
