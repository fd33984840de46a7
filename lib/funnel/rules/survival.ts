import type { Stage } from '@/lib/pair/rules/stages';
import type { SurvivalStep, TimeInStage } from '../schema/time';

/** Stays of one length in calendar days: how many ended with it, and how many had lasted so long and went on. */
export type Stays = Pick<SurvivalStep, 'days' | 'left' | 'open'>;

export function timeInStage(stage: Stage, stays: readonly Stays[]): TimeInStage {
  const steps = estimate(stays);
  return {
    stage,
    stays: stays.reduce((sum, { left, open }) => sum + left + open, 0),
    open: stays.reduce((sum, { open }) => sum + open, 0),
    lowerQuartileDays: daysUntil(steps, 3n),
    medianDays: daysUntil(steps, 2n),
    upperQuartileDays: daysUntil(steps, 1n),
    curve: steps.map(({ staying, of, ...step }) => ({ ...step, staying: rounded(staying, of) })),
  };
}

/** Exact: `staying` of `of` last longer. */
type Step = Stays & { atRisk: number; staying: bigint; of: bigint };

/**
 * The estimate of Kaplan and Meier (1958) in exact fractions: at every length, of those who had stayed that long, the
 * share that did not leave then. Who left at a length was still there with those last seen at it.
 */
function estimate(stays: readonly Stays[]): Step[] {
  let atRisk = stays.reduce((sum, { left, open }) => sum + left + open, 0);
  let staying = 1n;
  let of = 1n;
  return stays
    .toSorted((a, b) => a.days - b.days)
    .map(({ days, left, open }) => {
      if (left > 0) {
        staying *= BigInt(atRisk - left);
        of *= BigInt(atRisk);
      }
      const step = { days, left, open, atRisk, staying, of };
      atRisk -= left + open;
      return step;
    });
}

/** The first length after which at most `quarters` quarters are still there. */
function daysUntil(steps: readonly Step[], quarters: bigint): number | null {
  return steps.find(({ left, staying, of }) => left > 0 && staying * 4n <= of * quarters)?.days ?? null;
}

const PARTS = 10_000;

function rounded(staying: bigint, of: bigint): SurvivalStep['staying'] {
  const parts = (2n * staying * BigInt(PARTS) + of) / (2n * of);
  return { numerator: Number(parts), denominator: PARTS };
}
