import type { LevelName } from '../../schema';

/**
 * What a meeting counts: for being a must, for each of its parties still below its floor, per point of weight. Whole
 * numbers; `weight` may be a scale (such as 1,000,000) where prices are fractions of a point.
 */
export type Gains = { must: number; floor: number; weight: number };

/**
 * Prices that prove a bound, in whole numbers on the scale of the gains. A startup busy in slot t pays
 * `startups[s] - startupTables[t]` (`startups[s][t]` in place of `startups[s]` where slots differ), an investor
 * likewise, and a meeting in slot t pays `startupTables[t] + investorTables[t]` for its table, never negative. Any such
 * prices prove some bound (`priceTotal` adds it up); good ones prove a low one.
 */
export type Prices = {
  startups: (number | number[])[];
  investors: (number | number[])[];
  startupTables: number[];
  investorTables: number[];
};

/** That no timetable counts for more than `bound` on a level, given what it reaches on those before. */
export type PriceProof = { level: 'musts' | 'floor' | 'weight'; bound: number; gains: Gains; prices: Prices };

export type Certificate = {
  /** One a level at most: anybody can add them up. */
  proofs: PriceProof[];
  /** Levels that an exact engine closed by searching everything: its word, there is nothing to add up. */
  searched: { level: LevelName; bound: number }[];
};
