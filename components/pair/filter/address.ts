import { parseDay } from '@/lib/core/days';
import { LIVE_RUNGS, type LiveRung } from '@/lib/pair/rules/item';
import {
  MEETING_STAGES,
  type MeetingStage,
  type PairStatus,
  REASON_FILTERS,
  type ReasonFilter,
  STAGES,
  STATUSES,
  type Stage,
} from '@/lib/pair/rules/stages';

export const VIEWS = ['matrix', 'board', 'table'] as const;
type View = (typeof VIEWS)[number];

/** All that the pipeline's address says: what is kept, as of when, and how it is shown. Empty means no choice made. */
export type Address = {
  view: View;
  q: string;
  stage: readonly Stage[];
  status: readonly PairStatus[];
  sector: readonly string[];
  startup: readonly string[];
  investor: readonly string[];
  owner: readonly string[];
  rung: readonly LiveRung[];
  reason: readonly ReasonFilter[];
  reached: Stage | '';
  met: MeetingStage | '';
  overdue: boolean;
  /** In a meeting's stage and without a meeting of it. */
  unscheduled: boolean;
  /** YYYY-MM-DD, or empty for the live view. */
  asOf: string;
  knownOn: string;
  /** Keys of the view's own vocabulary, the first one deciding; a minus turns it round. */
  sort: readonly string[];
  group: string;
  columns: readonly string[];
  /** What the matrix does with pairs outside the filter. */
  others: '' | 'hide';
  /** The pair that is pointed at. */
  pair: string;
};

export type RawQuery = Readonly<Record<string, string | readonly string[] | undefined>>;

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;
const WORD = /^-?[a-zA-Z][a-zA-Z0-9_]{0,40}$/;
const MOST_VALUES = 500;

const isId = (text: string) => UUID.test(text);
const isWord = (text: string) => WORD.test(text);
const oneOf =
  <T extends string>(list: readonly T[]) =>
  (text: string): text is T =>
    list.some((known) => known === text);

/**
 * Reads an address; what it does not know is left out, and nothing it holds can make it fail. With `today` a date that
 * is not over yet is the live view.
 */
export function readAddress(query: RawQuery, today = '9999-12-31'): Address {
  const text = (key: string): string => {
    const value = query[key];
    return (typeof value === 'string' ? value : value?.[0]) ?? '';
  };
  const list = (key: string, keeps: (part: string) => boolean): string[] =>
    [...new Set([query[key] ?? []].flat().flatMap((value) => value.split(',')))]
      .filter(keeps)
      .slice(0, MOST_VALUES);
  const one = (key: string, keeps: (part: string) => boolean): string => (keeps(text(key)) ? text(key) : '');
  const isDay = (value: string) => parseDay(value) !== null && value < today;
  return {
    view: (one('view', oneOf(VIEWS)) || 'matrix') as View,
    // PostgreSQL text cannot hold NUL, and a search of a hundred letters is none.
    q: text('q').toWellFormed().replaceAll('\u0000', '').trim().slice(0, 100).toWellFormed().trim(),
    stage: list('stage', oneOf(STAGES)) as Stage[],
    status: list('status', oneOf(STATUSES)) as PairStatus[],
    sector: list('sector', isWord),
    startup: list('startup', isId),
    investor: list('investor', isId),
    owner: list('owner', isId),
    rung: list('rung', oneOf(LIVE_RUNGS)) as LiveRung[],
    reason: list('reason', oneOf(REASON_FILTERS)) as ReasonFilter[],
    reached: one('reached', oneOf(STAGES)) as Stage | '',
    met: one('met', oneOf(MEETING_STAGES)) as MeetingStage | '',
    overdue: text('overdue') === '1',
    unscheduled: text('unscheduled') === '1',
    asOf: one('asOf', isDay),
    knownOn: text('knownOn') === 'then' ? one('asOf', isDay) : one('knownOn', isDay),
    sort: list('sort', isWord),
    group: one('group', isWord),
    columns: list('columns', isWord),
    others: text('others') === 'hide' ? 'hide' : '',
    pair: one('pair', isId),
  };
}

/** The same for what the browser's own reader of addresses gives. */
export function readSearch(search: URLSearchParams): Address {
  const query: Record<string, string[]> = {};
  for (const key of new Set(search.keys())) query[key] = search.getAll(key);
  return readAddress(query);
}

/** In one order and without what is not chosen: the same choices always make the same address. */
export function queryOf(address: Partial<Address>): Record<string, string> {
  const query: Record<string, string> = {};
  for (const key of KEYS) {
    const value = address[key];
    if (value === undefined || value === false || value === '' || (key === 'view' && value === 'matrix'))
      continue;
    const text = value === true ? '1' : typeof value === 'string' ? value : value.join(',');
    if (text !== '') query[key] = text;
  }
  return query;
}

const KEYS = [
  'view',
  'q',
  'stage',
  'status',
  'sector',
  'startup',
  'investor',
  'owner',
  'rung',
  'reason',
  'reached',
  'met',
  'overdue',
  'unscheduled',
  'asOf',
  'knownOn',
  'sort',
  'group',
  'columns',
  'others',
  'pair',
] as const satisfies readonly (keyof Address)[];

/** `?a=b&c=d,e`, or nothing: commas stay commas, so that people can read and write it. */
export function searchOf(address: Partial<Address>): string {
  const parts = Object.entries(queryOf(address)).map(
    ([key, value]) => `${key}=${encodeURIComponent(value).replaceAll('%2C', ',')}`,
  );
  return parts.length > 0 ? `?${parts.join('&')}` : '';
}

/** The keys that keep some pairs and leave out others. */
export const FILTER_KEYS = [
  'q',
  'stage',
  'status',
  'sector',
  'startup',
  'investor',
  'owner',
  'rung',
  'reason',
  'reached',
  'met',
  'overdue',
  'unscheduled',
] as const satisfies readonly (keyof Address)[];

/** Of these, the ones that speak of the pairs and not of who they are between: the matrix fades what they leave out. */
const PAIR_FILTER_KEYS = [
  'stage',
  'status',
  'owner',
  'rung',
  'reason',
  'reached',
  'met',
  'overdue',
  'unscheduled',
] as const;

type FilterAddress = Pick<Address, (typeof FILTER_KEYS)[number] | 'asOf' | 'knownOn'>;

/** What reads of pairs are asked with: filter and clocks, in the words of the API. */
export function filterOf(address: Address): Partial<FilterAddress> {
  const kept: Partial<Address> = {};
  for (const key of [...FILTER_KEYS, 'asOf', 'knownOn'] as const)
    Object.assign(kept, { [key]: address[key] });
  return kept;
}

export function isFiltered(address: Address): boolean {
  return FILTER_KEYS.some((key) => isChosen(address[key]));
}

export function filtersPairs(address: Address): boolean {
  return PAIR_FILTER_KEYS.some((key) => isChosen(address[key]));
}

function isChosen(value: string | boolean | readonly string[]): boolean {
  return typeof value === 'boolean' ? value : value.length > 0;
}

/** The same view, date and arrangement without any filter. */
export function withoutFilter(address: Address): Address {
  const empty = readAddress({});
  const cleared: Address = { ...address };
  for (const key of FILTER_KEYS) Object.assign(cleared, { [key]: empty[key] });
  return cleared;
}

/** One party's pairs stand as a list in the place of the matrix; those of a startup's own people always do. */
export function showsOneParty({ view, startup, investor }: Address, ownStartup: string | null): boolean {
  return view === 'matrix' && (ownStartup !== null || startup.length === 1 || investor.length === 1);
}
