import { z } from 'zod';
import type { Locale } from '@/lib/core/locale';
import { Prisma } from '@/prisma/client/client';
import { type CursorPlace, keyField, readCursor } from './cursor';
import { InvalidInput } from './query';

/** The collations of ICU, which sorts as browsers do: a list on a screen and its pages from the server agree. */
const COLLATIONS: Readonly<Record<Locale, Prisma.Sql>> = {
  ko: Prisma.sql`collate "ko-x-icu"`,
  en: Prisma.sql`collate "en-x-icu"`,
};

/** A name as its reader sees it, compared by the rules of the reader's language; Latin where English has one. */
export function nameOrder(locale: Locale, name: Prisma.Sql, nameEn?: Prisma.Sql): Prisma.Sql {
  const shown = locale === 'en' && nameEn ? Prisma.sql`coalesce(nullif(${nameEn}, ''), ${name})` : name;
  return Prisma.sql`lower(${shown}) ${COLLATIONS[locale]}`;
}

/** Text that is compared byte by byte: codes, days and digits. */
export function plainKey(value: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`(${value}) collate "C"`;
}

/** Two keys for what may be missing: what nobody has filled in stands last, whichever way the rest is turned. */
export function blanksLast(key: Prisma.Sql, value: Prisma.Sql, descending: boolean): Prisma.Sql[] {
  const [blank, filled] = descending ? ['0', '1'] : ['1', '0'];
  return [plainKey(Prisma.sql`case when ${value} is null then ${blank} else ${filled} end`), key];
}

/**
 * What a list is sorted by: the first key decides, the id at last; all of them up, or all of them down. `shapes`: how each
 * key looks, where another order of the same list has as many keys.
 */
export type Ordering = {
  keys: readonly Prisma.Sql[];
  id: Prisma.Sql;
  descending?: boolean;
  shapes?: readonly RegExp[];
};

export function orderBy({ keys, id, descending = false }: Ordering): Prisma.Sql {
  const direction = descending ? Prisma.sql`desc` : Prisma.sql`asc`;
  return Prisma.join(
    [...keys.map((key) => Prisma.sql`coalesce(${key}, '') ${direction}`), Prisma.sql`${id} ${direction}`],
    ', ',
  );
}

/** The row's keys as a cursor holds them. Each is made JSON by itself: texts of two collations do not meet in one call. */
export function keyText({ keys }: Pick<Ordering, 'keys'>): Prisma.Sql {
  const texts = keys.map((key) => Prisma.sql`to_jsonb(coalesce(${key}, ''))`);
  return Prisma.sql`jsonb_build_array(${Prisma.join(texts)})::text`;
}

/** What stands behind a place in that order. */
export function behind(order: Ordering, place: CursorPlace): Prisma.Sql {
  const { keys, id, descending = false } = order;
  const values = keysAt(place, order);
  const own = Prisma.join([...keys.map((key) => Prisma.sql`coalesce(${key}, '')`), id]);
  const theirs = Prisma.join([...values.map((value) => Prisma.sql`${value}`), Prisma.sql`${place.id}::uuid`]);
  return descending ? Prisma.sql`(${own}) < (${theirs})` : Prisma.sql`(${own}) > (${theirs})`;
}

/** The place of a cursor of this order, or null without one. Throws InvalidInput for a cursor of another order. */
export function readPlace(
  cursor: string | undefined,
  order: Pick<Ordering, 'keys' | 'shapes'>,
): CursorPlace | null {
  const place = readCursor(cursor);
  if (place) keysAt(place, order);
  return place;
}

function keysAt({ key }: CursorPlace, { keys, shapes = [] }: Pick<Ordering, 'keys' | 'shapes'>): string[] {
  const found = z.array(keyField).length(keys.length).safeParse(parsed(key));
  if (!found.success || !shapes.every((shape, at) => shape.test(found.data[at] ?? '')))
    throw new InvalidInput([{ reason: 'invalid', field: ['cursor'] }]);
  return found.data;
}

function parsed(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return null;
  }
}
