import type { Gains, Prices } from '../certificate/prices';
import type { Compiled } from '../instance';

/** What the prices of the flow say about where value is to be found; read by the improvement, never by a proof. */
export type Guide = {
  gains: Gains;
  /** By request: what it gains beyond the prices of its two parties. Below 0, no plan that reaches the bound holds it. */
  excess: Float64Array;
  /** By party: what one more meeting of it is worth, and how many meetings it can have. */
  price: Float64Array;
  most: Int32Array;
};

export function guideFrom(compiled: Compiled, gains: Gains, prices: Prices): Guide {
  const { requests, parties, slots, startupOf, investorOf, weight, must, free, max } = compiled;
  const price = Float64Array.from([...prices.startups, ...prices.investors], (each) =>
    Array.isArray(each) ? Math.min(...each) : each,
  );
  const excess = new Float64Array(requests);
  for (let request = 0; request < requests; request++) {
    excess[request] =
      gains.weight * (weight[request] as number) +
      gains.must * (must[request] as number) -
      (price[startupOf[request] as number] as number) -
      (price[investorOf[request] as number] as number);
  }
  const most = new Int32Array(parties);
  for (let party = 0; party < parties; party++) {
    let open = 0;
    for (let slot = 0; slot < slots; slot++) open += free[party * slots + slot] as number;
    most[party] = Math.min(open, max[party] as number);
  }
  return { gains, excess, price, most };
}

/** What meeting would bring a request on top of what its parties have by the prices, were there a slot for it. */
export function lureOf(
  { startupOf, investorOf, floor }: Compiled,
  { excess, price, most, gains }: Guide,
  met: Int32Array,
  request: number,
): number {
  let lure = Math.max(0, excess[request] as number);
  const startup = startupOf[request] as number;
  const investor = investorOf[request] as number;
  for (let side = 0; side < 2; side++) {
    const party = side === 0 ? startup : investor;
    const meetings = met[party] as number;
    if (meetings >= (most[party] as number)) continue;
    lure += (price[party] as number) + (meetings < (floor[party] as number) ? gains.floor : 0);
  }
  return lure;
}
