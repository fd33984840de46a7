import { Prisma } from '@/prisma/client/client';
import { rankOf, termsOf } from '../rules/rank';

/** What is looked for: the query as typed, and its words with their keys. */
export type Wanted = { query: string; terms: { word: string; key: string }[] };

export function wantedOf(query: string): Wanted {
  return { query, terms: termsOf(query) };
}

/** Every word of the query, one bit each. */
export function allBits({ terms }: Wanted): number {
  return 2 ** terms.length - 1;
}

/** Whether a column of search text holds a key; two thirds of what `like` costs. */
function holds(column: Prisma.Sql, key: string): Prisma.Sql {
  return Prisma.sql`strpos(${column}, ${key}) > 0`;
}

/** Which words a column of search text holds, one bit each. */
export function bitsIn(column: Prisma.Sql, { terms }: Wanted): Prisma.Sql {
  const bits = terms.map(
    ({ key }, at) => Prisma.sql`case when ${holds(column, key)} then ${2 ** at}::int else 0 end`,
  );
  return Prisma.sql`(${Prisma.join(bits, ' + ')})`;
}

const NOWHERE = 10_000;

/**
 * How far behind in a search text the words begin a line, the smaller the better: names stand before titles. Orders what is
 * found where only some of it is ranked.
 */
export function beginningsIn(column: Prisma.Sql, { terms }: Wanted): Prisma.Sql {
  const places = terms.map(
    ({ key }) => Prisma.sql`coalesce(nullif(strpos(E'\\n' || ${column}, ${`\n${key}`}), 0), ${NOWHERE}::int)`,
  );
  return Prisma.sql`(${Prisma.join(places, ' + ')})`;
}

/** A record found by its names: `bits`, the words that it holds as they were typed; `near`, those it holds with slips. */
export type FoundByName = {
  id: string;
  name: string;
  nameEn: string;
  detail: string;
  bits: number;
  near: number;
};

export function rankOfFound(
  { query, terms }: Wanted,
  found: readonly Pick<FoundByName, 'name' | 'nameEn' | 'bits'>[],
): number {
  const names = found.map(({ name, nameEn }) => ({ name, others: nameEn ? [nameEn] : [] }));
  const bits = found.reduce((all, each) => all | each.bits, 0);
  const words = terms.map(({ word }) => word);
  return rankOf(query, words, names, (at) => (bits & (2 ** at)) !== 0);
}
