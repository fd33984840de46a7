import type { Gains, PriceProof } from '../certificate/prices';
import type { Compiled } from '../instance';

/** Prices are rounded to millionths of a point; whatever the rounding, the certificate's sum is exact. */
const SCALE = 1_000_000;

/**
 * The row prices of the time-expanded linear program as prices that anybody can add up. Where they differ from slot to
 * slot they prove what the flow cannot: that two people are free often enough, but never together.
 */
export function proofFromRows(
  compiled: Compiled,
  level: PriceProof['level'],
  duals: Readonly<Record<string, number>>,
): PriceProof {
  const { startups, parties, slots, restAfter, dayOf } = compiled;
  const scaled = (row: string) => Math.round((duals[row] ?? 0) * SCALE);
  const tables = Array.from({ length: slots }, (_, slot) => Math.max(0, scaled(`tables${slot}`)));
  const pricesOf = (party: number) =>
    Array.from({ length: slots }, (_, slot) => {
      let price = scaled(`at${party}_${slot}`) + scaled(`max${party}`) - scaled(`floor${party}`);
      const inARow = restAfter[party] as number;
      for (let first = Math.max(0, slot - inARow); inARow > 0 && first <= slot; first++) {
        if (dayOf[first] === dayOf[slot]) price += scaled(`rest${party}_${first}`);
      }
      return price;
    });
  const isStartup = (_: unknown, party: number) => party < startups;
  const prices = Array.from({ length: parties }, (_, party) => pricesOf(party));
  return {
    level,
    bound: Number.POSITIVE_INFINITY,
    gains: gainsFrom(level, scaled),
    prices: {
      startups: prices
        .filter(isStartup)
        .map((each) => each.map((price, slot) => price + (tables[slot] as number))),
      investors: prices.filter((each, party) => !isStartup(each, party)),
      startupTables: tables,
      investorTables: new Array<number>(slots).fill(0),
    },
  };
}

/** The row that keeps an earlier objective has a price too: what a must is worth in points of weight. */
function gainsFrom(level: PriceProof['level'], scaled: (row: string) => number): Gains {
  const kept = (row: string) => Math.max(0, -scaled(row));
  return {
    must: level === 'musts' ? SCALE : kept('least_musts'),
    floor: level === 'floor' ? SCALE : level === 'weight' ? kept('least_floor') : 0,
    weight: level === 'weight' ? SCALE : 0,
  };
}
