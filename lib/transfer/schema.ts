import { z } from 'zod';
import { LOCALES } from '@/lib/core/locale';
import { countShape, dayTextShape, instantShape } from '@/lib/core/shapes';
import { getFunnelOfPeriodInput, listFigureRowsInput } from '@/lib/funnel/schema';
import { listPairsInput } from '@/lib/pair/schema';

/** The language of the words; the reader's own without it. */
const lang = z.enum(LOCALES).optional();

export const exportFunnelInput = getFunnelOfPeriodInput.extend({ lang });
export const exportRowsInput = listFigureRowsInput.safeExtend({ lang });
export const exportPairsInput = listPairsInput.omit({ limit: true, cursor: true }).extend({ lang });

/**
 * One cell of an export, as what it is: `number` in exact decimal digits with `places` behind the point, `day` a calendar
 * day, `at` an instant that is written on the clocks of the book's zone.
 */
const bookCell = z
  .union([
    z.strictObject({ text: z.string() }),
    z.strictObject({ number: z.string().regex(/^-?\d+(\.\d+)?$/), places: countShape }),
    z.strictObject({ day: dayTextShape }),
    z.strictObject({ at: instantShape }),
  ])
  .nullable();
export type BookCell = z.output<typeof bookCell>;

const bookTable = z.strictObject({
  title: z.string(),
  columns: z.array(z.string()),
  rows: z.array(z.array(bookCell)),
});
export type BookTable = z.output<typeof bookTable>;

/** What an export holds before it is a file: its label, which stands above every table, and the tables. */
export const book = z.strictObject({
  /** Without its ending; ASCII. */
  file: z.string(),
  /** The same for readers, in their language. */
  fileTitle: z.string(),
  /** IANA name. */
  timeZone: z.string(),
  label: z.array(z.strictObject({ term: z.string(), value: z.string() })),
  tables: z.array(bookTable),
});
export type Book = z.output<typeof book>;
