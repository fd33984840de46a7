import type { LevelName } from '../../schema';

/** What one meeting counts: for being a must, for each of its parties still below its floor, per point of weight. */
export type Gains = { must: number; floor: number; weight: number };

/**
 * Prices that prove a bound. A startup busy in slot t pays `startups[s] - startupTables[t]` (or `startups[s][t]` in
 * place of `startups[s]`), an investor likewise, and a meeting in slot t pays `startupTables[t] + investorTables[t]` for
 * its table. All are whole numbers in units of `1 / unit`; the tables' are never negative. Any such prices prove some
 * bound (`priceBound` adds it up); good ones prove a low one.
 */
export type Prices = {
  unit: number;
  startups: (number | number[])[];
  investors: (number | number[])[];
  startupTables: number[];
  investorTables: number[];
};

/** That no timetable exceeds `bound` when meetings count as in `gains`. */
export type PriceProof = { level: LevelName; gains: Gains; bound: number; prices: Prices };

/** Pairs that a branch takes as never meeting in some slot, or as meeting in it for certain. */
export type Certificate = {
  kind: 'prices' | 'search';
  proofs: PriceProof[];
};
