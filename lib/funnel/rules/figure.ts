import { SUMS, type Sum } from '@/lib/amount/rules';
import { LIVE_RUNGS, type LiveRung } from '@/lib/pair/rules/item';
import {
  MEETING_STAGES,
  type MeetingStage,
  type PairStatus,
  REASON_FILTERS,
  type ReasonFilter,
  STAGES,
  type Stage,
} from '@/lib/pair/rules/stages';

/** The steps behind the last stage: money paid in or the pair set to invested; a follow-on paid. */
export const LAST_STEPS = ['invested', 'follow_on'] as const;
export type LastStep = (typeof LAST_STEPS)[number];
type LostStatus = Extract<PairStatus, 'passed' | 'withdrawn'>;

/**
 * One number of the funnel, by name; in an address its parts are joined by colons: `reached:main_session`,
 * `lost:follow_up:passed:valuation`, `sum:discussed`. The same name opens its rows, exports it and explains it.
 */
export type FigureName =
  | { kind: 'reached' | 'now' | 'on_hold' | 'invested' | 'entered' | 'staying' | 'ageing'; stage: Stage }
  | { kind: 'met'; stage: MeetingStage }
  | { kind: 'lost'; stage: Stage; status?: LostStatus; reason?: ReasonFilter }
  | { kind: 'step'; step: LastStep }
  | { kind: 'sum'; sum: Sum }
  | { kind: 'rung'; rung: LiveRung };

const OF_STAGE = ['reached', 'now', 'on_hold', 'invested', 'entered', 'staying', 'ageing'] as const;

const known = <T extends string>(list: readonly T[], text: string | undefined): T | undefined =>
  list.find((one) => one === text);

export function writeFigure(figure: FigureName): string {
  const { kind } = figure;
  if (kind === 'step') return `step:${figure.step}`;
  if (kind === 'sum') return `sum:${figure.sum}`;
  if (kind === 'rung') return `rung:${figure.rung}`;
  if (kind !== 'lost') return `${kind}:${figure.stage}`;
  return ['lost', figure.stage, figure.status, figure.reason].filter(Boolean).join(':');
}

/** Null for anything that is no figure's name. */
export function readFigure(text: string): FigureName | null {
  const [kind, first, second, third, ...more] = text.split(':');
  if (more.length > 0) return null;
  if (kind === 'lost') return readLost(first, second, third);
  if (second !== undefined) return null;
  const stage = known(STAGES, first);
  const ofStage = known(OF_STAGE, kind);
  if (ofStage) return stage ? { kind: ofStage, stage } : null;
  const [met, step, sum, rung] = [
    known(MEETING_STAGES, first),
    known(LAST_STEPS, first),
    known(SUMS, first),
    known(LIVE_RUNGS, first),
  ];
  if (kind === 'met' && met) return { kind, stage: met };
  if (kind === 'step' && step) return { kind, step };
  if (kind === 'sum' && sum) return { kind, sum };
  return kind === 'rung' && rung ? { kind, rung } : null;
}

function readLost(first?: string, second?: string, third?: string): FigureName | null {
  const stage = known(STAGES, first);
  const status = known<LostStatus>(['passed', 'withdrawn'], second);
  const reason = known(REASON_FILTERS, third);
  if (!stage || (second !== undefined && !status) || (third !== undefined && !reason)) return null;
  return { kind: 'lost', stage, ...(status && { status }), ...(reason && { reason }) };
}
