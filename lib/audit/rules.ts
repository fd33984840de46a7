import { parseDay } from '@/lib/core/days';
import type { Facts } from './schema';

/** The first word of a command: what kind of thing was changed. */
export const AUDIT_NOUNS = [
  'pair',
  'meeting',
  'timetable',
  'outcome',
  'amount',
  'report',
  'wave',
  'startup',
  'investor',
  'program',
  'person',
  'invitation',
  'token',
] as const;
export type AuditNoun = (typeof AUDIT_NOUNS)[number];

/** What of an entry's detail is shown: words and figures of the trade, no identifiers, nothing typed into notes. */
export const AUDIT_FACTS = [
  'from',
  'to',
  'stage',
  'kind',
  'side',
  'startsAt',
  'rung',
  'minor',
  'currency',
  'interest',
  'reasonCode',
  'reason',
  'visibility',
  'name',
  'role',
  'day',
  'base',
  'quote',
  'rate',
  'isAdmin',
] as const;

/** Reasons that the product writes itself, for itself: they are no words for a reader. */
const NOT_SHOWN = ['booked', 'undo'];

export type Fact = (typeof AUDIT_FACTS)[number];

/** The scalars of a detail that readers are shown; everything else stays in the table. */
export function factsOf(detail: unknown): Facts {
  const facts: Facts = {};
  if (typeof detail !== 'object' || detail === null) return facts;
  for (const key of AUDIT_FACTS) {
    const value: unknown = Object.hasOwn(detail, key) ? Reflect.get(detail, key) : undefined;
    if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') {
      facts[key] = value;
    }
  }
  if (NOT_SHOWN.includes(String(facts.reason))) delete facts.reason;
  return facts;
}

/** What an address asks of the trail; empty means not asked. */
export type AuditAddress = {
  person: string;
  noun: AuditNoun | '';
  pair: string;
  from: string;
  to: string;
  cursor: string;
};

type Query = Record<string, string | string[] | undefined>;
const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/** What it does not know is left out, so that no address fails. */
export function readAuditAddress(query: Query): AuditAddress {
  const text = (key: string) => [query[key] ?? ''].flat()[0] ?? '';
  const id = (key: string) => (UUID.test(text(key)) ? text(key) : '');
  const day = (key: string) => (parseDay(text(key)) ? text(key) : '');
  return {
    person: id('person'),
    noun: AUDIT_NOUNS.find((noun) => noun === text('noun')) ?? '',
    pair: id('pair'),
    from: day('from'),
    to: day('to'),
    cursor: text('cursor'),
  };
}

/** The same question as a query's input or an address's search: without what is not asked. */
export function askedOf(address: AuditAddress): Record<string, string> {
  return Object.fromEntries(Object.entries(address).filter(([, value]) => value !== ''));
}
