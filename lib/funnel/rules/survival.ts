import type { Stage } from '@/lib/pair/rules/stages';

/** Stays of one length in calendar days: how many ended with it, and how many had lasted so long and went on. */
export type Stays = { days: number; left: number; open: number };

export type TimeInStage = {
  stage: Stage;
  /** Stays, each from an entry to its exit; a pair that comes back stays once more. */
  stays: number;
  /** Of them, those still going on: censored, not dropped. */
  open: number;
  /** Kaplan-Meier estimates in days; null while too few have left to tell. */
  medianDays: number | null;
  upperQuartileDays: number | null;
};

export function timeInStage(stage: Stage, stays: readonly Stays[]): TimeInStage {
  return {
    stage,
    stays: stays.reduce((sum, { left, open }) => sum + left + open, 0),
    open: stays.reduce((sum, { open }) => sum + open, 0),
    medianDays: daysUntil(stays, 2n),
    upperQuartileDays: daysUntil(stays, 4n),
  };
}

/**
 * The first day on which the Kaplan-Meier estimate of those still there is at most 1/`part` (Kaplan and Meier 1958).
 * In exact fractions: at every length, of those who had stayed that long, the share that did not leave then.
 */
function daysUntil(stays: readonly Stays[], part: bigint): number | null {
  let atRisk = stays.reduce((sum, { left, open }) => sum + left + open, 0);
  let staying = 1n;
  let of = 1n;
  for (const { days, left, open } of stays.toSorted((a, b) => a.days - b.days)) {
    if (left > 0) {
      staying *= BigInt(atRisk - left);
      of *= BigInt(atRisk);
      if (staying * part <= of) return days;
    }
    atRisk -= left + open;
  }
  return null;
}
