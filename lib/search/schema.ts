import { z } from 'zod';
import { searchField, slugField } from '@/lib/core/fields';
import { listShape } from '@/lib/core/shapes';

/** In the order in which equally good answers are listed. */
export const FOUND_KINDS = [
  'program',
  'startup',
  'investor',
  'person',
  'pair',
  'meeting',
  'action',
  'note',
  'page',
] as const;
export type FoundKind = (typeof FOUND_KINDS)[number];

export const QUERY_LENGTH = 100;
/** So many answers at most, the best. */
export const MOST_FOUND = 40;

export const searchInput = z.strictObject({
  /** Several words narrow: each must be found. Empty finds nothing. */
  q: searchField(QUERY_LENGTH),
  /** The short name of one program; left out, the first twenty of the viewer's programs are searched. */
  program: slugField.optional(),
});

const foundThing = z.strictObject({
  kind: z.enum(FOUND_KINDS),
  /** Of the record; of a pair for its next step (`action`); of a page its name. */
  id: z.string(),
  /** The program's short name, null for a page beside programs. */
  program: z.string().nullable(),
  /** In the viewer's language. */
  title: z.string(),
  detail: z.string(),
  /** Path of the page that shows it. */
  href: z.string(),
});
export type FoundThing = z.output<typeof foundThing>;

export const foundThings = listShape(foundThing, MOST_FOUND);
