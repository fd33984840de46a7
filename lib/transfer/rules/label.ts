import { dayText, formatDateTime } from '@/lib/core/dates';
import type { Locale, Say } from '@/lib/core/locale';
import { formatMoney, formatRate, money } from '@/lib/core/money';
import type { ProgramScope } from '@/lib/core/scope';
import { nameIn } from '@/lib/core/shown-name';
import type { RateOn } from '@/lib/funnel/schema/figures';
import { NO_OWNER, readAmountRange } from '@/lib/pair/rules/filter';
import type { PairFacets } from '@/lib/pair/schema/figures';
import type { Book } from '../schema';

type Labelled = {
  scope: ProgramScope;
  /** What the figures are, in words. */
  figure: string;
  asOf: string;
  knownOn: string | null;
  timeZone: string;
  /** What narrows the pairs, in words; empty for all of them. */
  filter: readonly string[];
  rates: readonly RateOn[];
  now: Date;
};

/** What must never be apart from exported figures: whose they are, as of when, as known when, by which rates, who took them. */
export function labelOf(of: Labelled, say: Say, locale: Locale): Book['label'] {
  const { scope, asOf, knownOn, timeZone, filter, rates, now } = of;
  const line = (term: string, value: string) => ({ term: say(`transfer.label.${term}`), value });
  return [
    line('program', `${nameIn(scope.program, locale)} (${scope.program.slug})`),
    line('figure', of.figure),
    line('asOf', dayText(asOf, locale)),
    line('knownOn', knownOn ? dayText(knownOn, locale) : say('transfer.knownNow')),
    line('zone', timeZone),
    line('filter', filter.length > 0 ? filter.join('; ') : say('transfer.noFilter')),
    ...rates.map(({ base, rate, on, source }) =>
      line('rate', `${formatRate({ base, quote: 'KRW', rate }, locale)} (${dayText(on, locale)}, ${source})`),
    ),
    line('exported', `${formatDateTime(now, timeZone, locale)}, ${nameIn(scope.viewer, locale)}`),
  ];
}

/** What narrows an export, whichever list it is of. Values are keys of the trade, ids of parties and people, or free text. */
export type Filter = Readonly<
  Partial<
    Record<
      | 'stage'
      | 'status'
      | 'sector'
      | 'startup'
      | 'investor'
      | 'owner'
      | 'rung'
      | 'reason'
      | 'interest'
      | 'nextMeeting',
      readonly string[] | undefined
    > &
      Record<'reached' | 'met' | 'q' | 'amount', string | undefined> &
      Record<'overdue' | 'unscheduled', boolean | undefined>
  >
>;

/** `분야: 로봇·제조, 인공지능`: one line a filter, so that nobody takes a part for the whole. */
export function filterWords(filter: Filter, facets: PairFacets | null, say: Say, locale: Locale): string[] {
  const named = new Map<string, string>([[NO_OWNER, say('transfer.noOwner')]]);
  const { startups = [], investors = [], people = [] } = facets ?? {};
  for (const each of [...startups, ...investors, ...people]) named.set(each.id, nameIn(each, locale));
  const words: Record<string, (value: string) => string> = {
    stage: (value) => say(`pair.stage.${value}`),
    status: (value) => say(`pair.status.${value}`),
    sector: (value) => say(`startup.sector.${value}`),
    startup: (value) => named.get(value) ?? value,
    investor: (value) => named.get(value) ?? value,
    owner: (value) => named.get(value) ?? value,
    rung: (value) => say(`amount.rung.${value}`),
    reason: (value) => say(`pair.reason.${value}`),
    interest: (value) => (value === 'none' ? say('pair.pipeline.filter.noInterest') : value),
    amount: (value) => amountWords(value, say, locale),
    nextMeeting: (value) => say(`pair.pipeline.filter.meets.${value}`),
    reached: (value) => say(`pair.stage.${value}`),
    met: (value) => say(`pair.stage.${value}`),
    q: (value) => value,
    overdue: () => say('transfer.yes'),
    unscheduled: () => say('transfer.yes'),
  };
  return Object.entries(words).flatMap(([key, word]) => {
    const chosen = [filter[key as keyof Filter] ?? []].flat();
    const values = chosen
      .filter((value) => value !== false && value !== '')
      .map((value) => word(String(value)));
    return values.length > 0 ? [`${say(`transfer.filter.${key}`)}: ${values.join(', ')}`] : [];
  });
}

/** `KRW 100 million – KRW 500 million`; an end that is left out is not said. */
function amountWords(text: string, say: Say, locale: Locale): string {
  const range = readAmountRange(text);
  if (!range) return text;
  const { currency, from, to } = range;
  const end = (minor: number) => formatMoney(money(minor, currency), locale);
  if (from === null && to === null) return currency;
  if (from === null) return say('pair.pipeline.filter.upTo', { to: end(to ?? 0) });
  if (to === null) return say('pair.pipeline.filter.fromOn', { from: end(from) });
  return say('pair.pipeline.filter.between', { from: end(from), to: end(to) });
}

/** Whether a filter names parties or people, whose names have to be looked up. */
export function namesSomebody({ startup, investor, owner }: Filter): boolean {
  return Boolean(startup?.length || investor?.length || owner?.length);
}
