import {
  createLoader,
  createSerializer,
  type inferParserType,
  parseAsString,
  parseAsStringLiteral,
} from 'nuqs/server';
import { parseAsDay, parseAsId } from '@/lib/core/address';

/** The first word of a command: what kind of thing was changed. */
export const AUDIT_NOUNS = [
  'pair',
  'meeting',
  'timetable',
  'match',
  'outcome',
  'amount',
  'report',
  'wave',
  'startup',
  'investor',
  'file',
  'program',
  'person',
  'invitation',
  'token',
  'export',
  'import',
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
  'format',
  'rows',
] as const;

/** Reasons that the product writes itself, for itself: they are no words for a reader. */
const NOT_SHOWN = ['booked', 'undo'];

export type Fact = (typeof AUDIT_FACTS)[number];
export type AuditFacts = Partial<Record<Fact, string | number | boolean>>;

/** The scalars of a detail that readers are shown; everything else stays in the table. */
export function factsOf(detail: unknown): AuditFacts {
  const facts: AuditFacts = {};
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

const addressParsers = {
  person: parseAsId,
  noun: parseAsStringLiteral(AUDIT_NOUNS),
  pair: parseAsId,
  party: parseAsId,
  from: parseAsDay,
  to: parseAsDay,
  cursor: parseAsString,
};
/** What an address asks of the trail; null means not asked. */
export type AuditAddress = inferParserType<typeof addressParsers>;
export const readAuditAddress = createLoader(addressParsers);
export const auditHref = createSerializer(addressParsers);

/** The same question as the input of a query, which knows no null. */
export function askedOf(address: AuditAddress) {
  return Object.fromEntries(Object.entries(address).filter(([, value]) => value !== null)) as {
    [key in keyof AuditAddress]?: NonNullable<AuditAddress[key]>;
  };
}
