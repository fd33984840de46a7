import { rungsOf } from '@/lib/amount/rules';
import { type Money, money, sumByCurrency } from '@/lib/core/money';
import { LIVE_RUNGS, type LiveRung } from '@/lib/pair/rules/item';
import type { FigureRow } from '../schema/sources';
import type { FigureName } from './figure';

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
