import { LADDER } from '@/lib/amount/rules';
import type { LastStep } from '@/lib/funnel/rules/figure';
import type { LiveRung } from '@/lib/pair/rules/item';
import { isClosed, type PairStatus, STAGE_TABLE, STAGES, type Stage } from '@/lib/pair/rules/stages';
import type { NamedInvestor, NamedStartup } from '../schema';
import { lostFigure } from './differences';

/** Where a pair stood by two clocks. Without a stage its log had not begun. `minor` in digits of minor units. */
export type PairStanding = {
  pairId: string;
  startup: NamedStartup;
  investor: NamedInvestor;
  stage: Stage | null;
  reached: Stage | null;
  status: PairStatus;
  reasonCode: string | null;
  met: Stage[];
  /** The last steps it ever reached. */
  steps: LastStep[];
  rung: LiveRung | null;
  minor: string | null;
  currency: string | null;
  /** Its amount is talk and the pair is closed: it stands in no sum. */
  leftOut: boolean;
};

/** The figures that count a pair as it stands, each with what the pair gives to it. */
function figuresOf(standing: PairStanding): Map<string, string> {
  const { stage, reached, status, reasonCode, met, steps, rung, minor, currency, leftOut } = standing;
  const figures = new Map<string, string>();
  const count = (figure: string, what = '1') => figures.set(figure, what);
  for (const each of met) count(`met:${each}`);
  for (const each of steps) count(`step:${each}`);
  if (stage !== null && reached !== null) {
    for (const each of STAGES) {
      if (STAGE_TABLE[each].order <= STAGE_TABLE[reached].order) count(`reached:${each}`);
    }
    if (isClosed(status)) count(lostFigure(stage, status, reasonCode));
    else count(`${status === 'open' ? 'now' : status}:${stage}`);
  }
  if (rung !== null) {
    const { sum } = LADDER[rung];
    if (sum !== null) count(`${leftOut ? 'left_out' : 'sum'}:${sum}`, `${minor} ${currency}`);
    if (!leftOut) count(`rung:${rung}`, `${minor} ${currency}`);
  }
  return figures;
}

/** The figures that a pair entered, left or gives something else to. */
export function movedFigures(before: PairStanding, now: PairStanding): string[] {
  const [was, is] = [figuresOf(before), figuresOf(now)];
  return [...new Set([...was.keys(), ...is.keys()])].filter((figure) => was.get(figure) !== is.get(figure));
}
