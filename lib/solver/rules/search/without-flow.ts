import type { Gains } from '../certificate/prices';
import type { Compiled } from '../instance';
import { type FlowBounds, reachedBy } from './bounds';

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
