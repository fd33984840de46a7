import { dayText, formatDateTime } from '@/lib/core/dates';
import type { Locale, Say } from '@/lib/core/locale';
import { formatMoney, formatRate, money } from '@/lib/core/money';
import type { ProgramScope } from '@/lib/core/scope';
import { nameIn } from '@/lib/core/shown-name';
import type { RateOn } from '@/lib/funnel/schema/figures';
import { NO_OWNER, readAmountRange } from '@/lib/pair/rules/filter';
import type { Book } from '../schema';

type Labelled = {
  scope: ProgramScope;
  /** What the figures or rows are, in words. */
  figure: string;
  asOf: string;
  knownOn: string | null;
  timeZone: string;
  /** What narrows the rows, in words; empty for all of them. */
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

/** What narrows an export, whichever list it is of. Values are keys of the trade, ids, days or free text. */
export type Filter = Readonly<Record<string, unknown>>;

/** Names of what a filter says by id. */
export type NamesById = ReadonlyMap<string, string>;

/** How a value of each filter is told: where its words stand, or what it is. */
const TOLD: Readonly<Record<string, string | 'name' | 'day' | 'text' | 'yes' | 'range' | 'interest'>> = {
  stage: 'pair.stage',
  status: 'pair.status',
  sector: 'startup.sector',
  startup: 'name',
  investor: 'name',
  owner: 'name',
  rung: 'amount.rung',
  reason: 'pair.reason',
  interest: 'interest',
  amount: 'range',
  nextMeeting: 'pair.pipeline.filter.meets',
  reached: 'pair.stage',
  met: 'pair.stage',
  q: 'text',
  overdue: 'yes',
  unscheduled: 'yes',
  from: 'day',
  to: 'day',
  today: 'yes',
  state: 'meeting.state',
  table: 'name',
  withoutOutcome: 'yes',
  focus: 'text',
  archived: 'transfer.archived',
  word: 'transfer.word',
  timetable: 'text',
  planned: 'yes',
  person: 'name',
  noun: 'audit.noun',
  pair: 'name',
  party: 'name',
};
/** Filters that name something by its id, in whose place its name stands. */
const BY_ID = Object.keys(TOLD).filter((key) => TOLD[key] === 'name');

/** `분야: 로봇·제조, 인공지능`: one line a filter, so that nobody takes a part for the whole. */
export function filterWords(filter: Filter, names: NamesById, say: Say, locale: Locale): string[] {
  const word = (told: string, value: string) => {
    if (told === 'name') return value === NO_OWNER ? say('transfer.noOwner') : (names.get(value) ?? value);
    if (told === 'day') return dayText(value, locale);
    if (told === 'range') return amountWords(value, say, locale);
    if (told === 'interest') return value === 'none' ? say('pair.pipeline.filter.noInterest') : value;
    if (told === 'text') return value;
    return say(told === 'yes' ? 'transfer.yes' : `${told}.${value}`);
  };
  return Object.entries(TOLD).flatMap(([key, told]) => {
    const values = [filter[key] ?? []].flat().filter((value) => value !== false && value !== '');
    const words = values.map((value) => word(told, String(value)));
    return words.length > 0 ? [`${say(`transfer.filter.${key}`)}: ${words.join(', ')}`] : [];
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

/** The ids that a filter names, for whoever looks up their names. */
export function idsIn(filter: Filter): string[] {
  return BY_ID.flatMap((key) => [filter[key] ?? []].flat())
    .map(String)
    .filter((id) => id !== NO_OWNER);
}
