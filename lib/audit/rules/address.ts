import { parseDay } from '@/lib/core/days';
import { AUDIT_NOUNS, type AuditNoun } from '../schema';

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
