import { type Day, dayInZone, daysBetween } from '@/lib/core/dates';
import type { Stage } from '@/lib/pair/rules/stages';
import type { PairItem } from '@/lib/pair/schema';

/** How many days a pair should stand in a stage at most, by the program's settings. */
export type Target = { stage: Stage; targetDays: number };

/** A pair that stands in its stage beyond the target. Days are calendar days of the program's home zone. */
export type AgeingPair = PairItem & { since: Day; days: number; targetDays: number };
export type AgeingCount = Target & { pairs: number };

type Clocks = { asOf: Day; timeZone: string };

/** Throws RangeError where the pair's stage has no target: such a pair does not age. */
export function ageingPair(
  pair: PairItem,
  targets: readonly Target[],
  { asOf, timeZone }: Clocks,
): AgeingPair {
  const target = targets.find(({ stage }) => stage === pair.stage);
  if (!target) throw new RangeError(`${pair.stage} has no target`);
  const since = dayInZone(new Date(pair.stageSince), timeZone);
  return { ...pair, since, days: daysBetween(since, asOf), targetDays: target.targetDays };
}

/** How many pairs stand beyond the target, for each stage that has one; nothing is counted twice. */
export function ageingCounts(targets: readonly Target[], pairs: readonly { stage: Stage }[]): AgeingCount[] {
  return targets.map((target) => ({
    ...target,
    pairs: pairs.filter(({ stage }) => stage === target.stage).length,
  }));
}
