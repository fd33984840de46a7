import type { Locale } from '@/lib/core/locale';
import { nameIn } from '@/lib/core/shown-name';
import { PAIR_SORTS, type PairSort } from '@/lib/pair/rules/item';
import { STAGES, STATUSES } from '@/lib/pair/rules/stages';
import type { PairItem } from '@/lib/pair/schema';

export type Compare = (a: PairItem, b: PairItem) => number;

/** What nobody has filled in: it stands last, whichever way the rest is turned. */
const BLANK: Partial<Record<PairSort, (pair: PairItem) => boolean>> = {
  amount: ({ amounts }) => amounts.length === 0,
  nextStepOn: ({ nextStep }) => !nextStep?.on,
  interest: ({ interest }) => interest === null,
  owner: ({ owner }) => owner === null,
};

/** How pairs are compared by each key; amounts within a currency only, the program's own before the others. */
export function comparisons(locale: Locale, base: string): Record<PairSort, Compare> {
  const collator = new Intl.Collator(locale);
  const text = (value: (pair: PairItem) => string): Compare => {
    return (a, b) => collator.compare(value(a), value(b));
  };
  const plain = (value: (pair: PairItem) => string): Compare => {
    return (a, b) => (value(a) === value(b) ? 0 : value(a) < value(b) ? -1 : 1);
  };
  const number = (value: (pair: PairItem) => number): Compare => {
    return (a, b) => value(a) - value(b);
  };
  return {
    startup: text((pair) => nameIn(pair.startup, locale)),
    investor: text((pair) => pair.investor.name),
    stage: number((pair) => STAGES.indexOf(pair.stage)),
    status: number((pair) => STATUSES.indexOf(pair.status)),
    amount: (a, b) => compareAmounts(a, b, base),
    since: plain((pair) => pair.stageSince),
    nextStepOn: plain((pair) => pair.nextStep?.on ?? ''),
    interest: number((pair) => pair.interest ?? 0),
    sector: plain((pair) => pair.startup.sector),
    owner: text((pair) => (pair.owner ? nameIn(pair.owner, locale) : '')),
  };
}

/** Rising: other currencies by code, then the program's own; two currencies are never compared as numbers. */
function compareAmounts(a: PairItem, b: PairItem, base: string): number {
  const [first, second] = [a.amounts[0], b.amounts[0]];
  if (!first || !second) return 0;
  if (first.currency === second.currency) return first.minor - second.minor;
  if (first.currency === base || second.currency === base) return first.currency === base ? 1 : -1;
  return first.currency < second.currency ? 1 : -1;
}

/** Several keys, the first deciding; a minus before one turns it round, blanks stay last. Ties fall by startup, investor and id. */
export function compareBy(keys: readonly string[], by: Record<PairSort, Compare>): Compare {
  const steps = keys.flatMap((key) => {
    const known = PAIR_SORTS.find((sort) => sort === key.replace(/^-/, ''));
    if (!known) return [];
    const compare = by[known];
    const turn = key.startsWith('-') ? -1 : 1;
    const isBlank = BLANK[known] ?? (() => false);
    return [(a: PairItem, b: PairItem) => Number(isBlank(a)) - Number(isBlank(b)) || turn * compare(a, b)];
  });
  const ties: Compare[] = [by.startup, by.investor, (a, b) => (a.id < b.id ? -1 : 1)];
  return (a, b) => {
    for (const step of [...steps, ...ties]) {
      const difference = step(a, b);
      if (difference !== 0) return difference;
    }
    return 0;
  };
}
