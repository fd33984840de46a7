import { LIVE_RUNGS, type LiveRung, rungsOf, type Source } from '@/lib/amount/rules';
import { type Money, money, sumByCurrency } from '@/lib/core/money';
import type { NamedPerson } from '@/lib/core/shown-name';
import type { MeetingStage, PairStatus, ReasonCode, Stage } from '@/lib/pair/rules/stages';
import type { FigureName } from './figure';

/** What the entry that puts a pair into a figure says. */
export type Why =
  /** The pair was entered here. */
  | { kind: 'opening' }
  | { kind: 'stage'; from: Stage; to: Stage }
  | { kind: 'status'; from: PairStatus; to: PairStatus; reasonCode: ReasonCode | null }
  /** A held meeting; instants are ISO with Z. */
  | { kind: 'meeting'; meetingId: string; stage: MeetingStage; startsAt: string; endsAt: string }
  | { kind: 'amount'; rung: LiveRung; source: Source; evidence: string | null };

/** One pair of a figure with the one entry that decides that it is in. */
export type FigureRow = {
  pair: string;
  startup: { id: string; name: string; nameEn: string };
  investor: { id: string; name: string };
  /** Where the pair stood on the date; null where its log had not begun. */
  stage: Stage | null;
  status: PairStatus;
  why: Why;
  entry: string;
  /** When it happened: an instant (ISO with Z), or for an amount a day of the home zone. Exactly one of the two is set. */
  effectiveAt: string | null;
  effectiveOn: string | null;
  /** ISO with Z. */
  recordedAt: string;
  by: NamedPerson | null;
  means: string;
  /** In somebody's own words. */
  reason: string | null;
  /** Whole minor units; null where the entry names no money. */
  amount: { minor: number; currency: string } | null;
};

export type FigureRows = {
  /** As `writeFigure` writes it. */
  figure: string;
  asOf: string;
  knownOn: string | null;
  /** The first day of the period, where the figure needs one. */
  from: string | null;
  timeZone: string;
  rows: FigureRow[];
};

/** The rungs whose live entries a figure counts; empty for a figure of pairs. */
export function moneyRungs(figure: FigureName): readonly LiveRung[] {
  if (figure.kind === 'sum' || figure.kind === 'left_out' || figure.kind === 'said')
    return rungsOf(figure.sum);
  return figure.kind === 'rung' ? LIVE_RUNGS.filter((rung) => rung === figure.rung) : [];
}

/** A figure of money: its rows have a total per currency. Live entries only; what made a step is no sum. */
export function isMoneyFigure(figure: FigureName): boolean {
  return moneyRungs(figure).length > 0;
}

/** One total per currency; never added across. Null rows (no money named) add nothing. */
export function totalsOfRows(rows: readonly Pick<FigureRow, 'amount'>[]): Money[] {
  return sumByCurrency(rows.flatMap(({ amount }) => (amount ? [money(amount.minor, amount.currency)] : [])));
}
