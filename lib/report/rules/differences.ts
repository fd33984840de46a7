import type { Locale } from '@/lib/core/locale';
import { byShownName } from '@/lib/core/shown-name';
import type { Funnel } from '@/lib/funnel/schema/figures';
import type { Difference, FigureValue, Frozen, PartyChanges } from '../schema';

/** Every number a funnel counts, in its order; percentages are made of these. */
function figureValues({ stages, steps, lostBy, amounts, sums }: Funnel): FigureValue[] {
  const count = (figure: string, pairs: number): FigureValue => ({ figure, pairs, money: null });
  return [
    ...stages.flatMap(({ stage, reached, met, now, onHold, invested }) => [
      count(`reached:${stage}`, reached),
      ...(stage === 'candidate' ? [] : [count(`met:${stage}`, met)]),
      count(`now:${stage}`, now),
      count(`on_hold:${stage}`, onHold),
      count(`invested:${stage}`, invested),
    ]),
    ...steps.map(({ step, pairs }) => count(`step:${step}`, pairs)),
    ...lostBy.map(({ stage, status, reasonCode, count: pairs }) =>
      count(lostFigure(stage, status, reasonCode), pairs),
    ),
    ...sums.map(({ sum, pairs, totals, krw }) => ({
      ...{ figure: `sum:${sum}`, pairs },
      money: { totals, krw: krw?.minor ?? null },
    })),
    ...sums.flatMap(({ sum, leftOut }) =>
      leftOut && leftOut.pairs > 0
        ? [{ figure: `left_out:${sum}`, pairs: leftOut.pairs, money: { totals: leftOut.totals, krw: null } }]
        : [],
    ),
    ...amounts.map(({ rung, pairs, totals, krw }) => ({
      ...{ figure: `rung:${rung}`, pairs },
      money: { totals, krw: krw?.minor ?? null },
    })),
  ];
}

export function lostFigure(stage: string, status: string, reasonCode: string | null): string {
  return `lost:${stage}:${status}:${reasonCode ?? 'own_words'}`;
}

/** Where two readings of the same funnel differ; a figure that one of them does not name is nothing there. */
export function differencesOf(before: Funnel, now: Funnel): Difference[] {
  const [was, is] = [byFigure(before), byFigure(now)];
  return [...new Set([...was.keys(), ...is.keys()])].flatMap((figure) => {
    const isMoney = /^(sum|left_out|rung):/.test(figure);
    const nothing = { figure, pairs: 0, money: isMoney ? { totals: [], krw: '0' } : null };
    const pair = { figure, before: was.get(figure) ?? nothing, now: is.get(figure) ?? nothing };
    return JSON.stringify(pair.before) === JSON.stringify(pair.now) ? [] : [pair];
  });
}

function byFigure(funnel: Funnel): Map<string, FigureValue> {
  return new Map(figureValues(funnel).map((value) => [value.figure, canonical(value)]));
}

/** In one order of keys, whatever order they were kept in. */
function canonical({ figure, pairs, money }: FigureValue): FigureValue {
  const totals = money?.totals.map(({ currency, minor }) => ({ currency, minor })) ?? [];
  return { figure, pairs, money: money && { totals, krw: money.krw } };
}

/** Startups first, then investors, each by the name that readers of the language see. */
export function partyChanges(
  before: Frozen['parties'],
  now: Frozen['parties'],
  locale: Locale,
): PartyChanges {
  const byName = byShownName(locale);
  const all = ({ startups, investors }: Frozen['parties']) => [
    ...startups.toSorted(byName),
    ...investors.toSorted(byName),
  ];
  const without = (list: Frozen['parties'], other: Frozen['parties']) => {
    const ids = new Set(all(other).map(({ id }) => id));
    return all(list).filter(({ id }) => !ids.has(id));
  };
  return { left: without(before, now), returned: without(now, before) };
}
