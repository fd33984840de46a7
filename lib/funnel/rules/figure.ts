import { SOURCES, type Source, SUMS, type Sum } from '@/lib/amount/rules';
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

const OF_STAGE = [
  'reached',
  'now',
  'on_hold',
  'invested',
  'entered',
  'newly_lost',
  'staying',
  'ageing',
] as const;
type OfStage = { [Kind in (typeof OF_STAGE)[number]]: { kind: Kind; stage: Stage } };
/** What came about within a period: true at its end and not yet on its eve. */
const WITHIN_PERIOD = ['entered', 'first_met', 'newly_lost', 'new_step'] as const;

type OfPeriod = Extract<FigureName, { kind: (typeof WITHIN_PERIOD)[number] }>;

export function needsPeriod(figure: FigureName): figure is OfPeriod {
  return WITHIN_PERIOD.some((kind) => kind === figure.kind);
}

/**
 * One number of the funnel, by name; in an address its parts are joined by colons: `reached:main_session`,
 * `lost:follow_up:passed:valuation`, `sum:discussed`. The same name opens its rows, exports it and explains it.
 */
export type FigureName =
  | OfStage[keyof OfStage]
  | { kind: 'met'; stage: MeetingStage }
  | { kind: 'first_met'; stage: MeetingStage }
  | { kind: 'lost'; stage: Stage; status?: LostStatus; reason?: ReasonFilter }
  | { kind: 'step'; step: LastStep }
  | { kind: 'new_step'; step: LastStep }
  | { kind: 'sum'; sum: Sum }
  /** Talk of closed pairs, which stands beside the sum and not in it. */
  | { kind: 'left_out'; sum: Sum }
  /** Of a sum's pairs, those that one source stands behind. */
  | { kind: 'said'; sum: Sum; source: Source }
  | { kind: 'rung'; rung: LiveRung };

const known = <T extends string>(list: readonly T[], text: string | undefined): T | undefined =>
  list.find((one) => one === text);

export function writeFigure(figure: FigureName): string {
  const { kind } = figure;
  if (kind === 'step' || kind === 'new_step') return `${kind}:${figure.step}`;
  if (kind === 'sum' || kind === 'left_out') return `${kind}:${figure.sum}`;
  if (kind === 'said') return `said:${figure.sum}:${figure.source}`;
  if (kind === 'rung') return `rung:${figure.rung}`;
  if (kind !== 'lost') return `${kind}:${figure.stage}`;
  return ['lost', figure.stage, figure.status, figure.reason].filter(Boolean).join(':');
}

/** Null for anything that is no figure's name. */
export function readFigure(text: string): FigureName | null {
  const [kind, first, second, third, ...more] = text.split(':');
  if (more.length > 0) return null;
  if (kind === 'lost') return readLost(first, second, third);
  if (kind === 'said') return third === undefined ? readSaid(first, second) : null;
  if (second !== undefined) return null;
  const stage = known(STAGES, first);
  const ofStage = known(OF_STAGE, kind);
  if (ofStage) return stage ? ({ kind: ofStage, stage } as FigureName) : null;
  const [met, step, sum, rung] = [
    known(MEETING_STAGES, first),
    known(LAST_STEPS, first),
    known(SUMS, first),
    known(LIVE_RUNGS, first),
  ];
  if (kind === 'met' && met) return { kind, stage: met };
  if (kind === 'first_met' && met) return { kind, stage: met };
  if (kind === 'step' && step) return { kind, step };
  if (kind === 'new_step' && step) return { kind, step };
  if ((kind === 'sum' || kind === 'left_out') && sum) return { kind, sum };
  return kind === 'rung' && rung ? { kind, rung } : null;
}

function readSaid(first?: string, second?: string): FigureName | null {
  const sum = known(SUMS, first);
  const source = known(SOURCES, second);
  return sum && source ? { kind: 'said', sum, source } : null;
}

function readLost(first?: string, second?: string, third?: string): FigureName | null {
  const stage = known(STAGES, first);
  const status = known<LostStatus>(['passed', 'withdrawn'], second);
  const reason = known(REASON_FILTERS, third);
  if (!stage || (second !== undefined && !status) || (third !== undefined && !reason)) return null;
  return { kind: 'lost', stage, ...(status && { status }), ...(reason && { reason }) };
}
