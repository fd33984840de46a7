import type { Gains } from '../certificate/prices';
import type { Compiled } from '../instance';

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
export function gainsUpTo(level: 'musts' | 'floor' | 'weight', { must, floor, weight }: Gains): Gains {
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
