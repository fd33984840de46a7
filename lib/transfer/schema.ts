import { z } from 'zod';
import { listAuditInput } from '@/lib/audit/schema';
import { fileField, requiredText, searchField, textField } from '@/lib/core/fields';
import { LOCALES } from '@/lib/core/locale';
import { MOST_ARCHIVE_BYTES } from '@/lib/core/operation';
import { countShape, dayTextShape, idShape, instantShape, twoNamesShape } from '@/lib/core/shapes';
import { figureInput, getFunnelOfPeriodInput } from '@/lib/funnel/schema';
import { listMeetingsInput } from '@/lib/meeting/schema';
import { listPairsInput, summarizePairsInput } from '@/lib/pair/schema';
import { PARTY_SCHEMAS } from '@/lib/party/schema';
import { newSlug } from '@/lib/program/schema';
import { WISH_SORTS, WORD_FILTERS } from '@/lib/timetable/rules/shown-wishes';
import { timetableInput, wishesInput } from '@/lib/timetable/schema';

/** The language of the words; the reader's own without it. */
const lang = z.enum(LOCALES).optional();

export const exportFunnelInput = getFunnelOfPeriodInput.extend({ lang });
export const exportRowsInput = figureInput.safeExtend({ lang });
/** Of a file: in which form, and the language of its words. */
const file = { format: z.enum(['xlsx', 'csv']), lang };
const pages = { limit: true, cursor: true } as const;

export const exportFunnelFileInput = exportFunnelInput.extend(file);
/** The figure is read by the question that the file is made of. */
export const exportRowsFileInput = z.strictObject({
  ...exportRowsInput.shape,
  ...file,
  figure: z.string().max(100),
});
export const exportPairsInput = listPairsInput.omit(pages).extend(file);
/** What was logged of the pairs of a filter; by day, whatever the order of the pairs. */
export const exportRecordsInput = summarizePairsInput.extend(file);
export const exportMeetingsInput = listMeetingsInput.omit(pages).extend(file);
export const exportStartupsInput = PARTY_SCHEMAS.startup.list.omit(pages).extend(file);
export const exportInvestorsInput = PARTY_SCHEMAS.investor.list.omit(pages).extend(file);
export const exportPeopleInput = z.strictObject(file);
export const exportWishesInput = wishesInput.omit(pages).extend({
  ...file,
  q: searchField(100).optional(),
  word: z.enum(WORD_FILTERS).optional(),
  planned: z.stringbool().or(z.boolean()).optional(),
  sort: z.enum(WISH_SORTS).optional(),
});
export const exportTimetableInput = timetableInput.extend(file);
export const takeArchiveInput = z.strictObject({});

const archiveFile = fileField(MOST_ARCHIVE_BYTES);
/** Names and address are those of the archive where nothing is said; an address that is taken gets a number. */
export const restoreArchiveInput = z.strictObject({
  file: archiveFile,
  name: requiredText(120).optional(),
  nameEn: textField(120).optional(),
  slug: newSlug.optional(),
  /** Whether whoever was a member when the archive was taken is one again. */
  keepMembers: z.boolean().default(false),
});
export const restoredArchive = z.strictObject({
  programId: idShape,
  slug: z.string(),
  rows: countShape,
  people: z.strictObject({ known: countShape, created: countShape }),
});

export const previewArchiveInput = z.strictObject({ file: archiveFile });
/** `slug` and days as the archive has them; `slug` beside them is one that is free here. */
export const archivePreview = z.strictObject({
  takenAt: instantShape,
  program: twoNamesShape.extend({
    slug: z.string(),
    isClosed: z.boolean(),
    /** IANA name. */
    homeZone: z.string(),
    from: dayTextShape.nullable(),
    to: dayTextShape.nullable(),
  }),
  slug: z.string(),
  people: z.strictObject({ known: countShape, unknown: countShape }),
  counts: z.strictObject({
    ...{ startups: countShape, investors: countShape, contacts: countShape, pairs: countShape },
    ...{ meetings: countShape, outcomes: countShape, amounts: countShape, notes: countShape },
    ...{ reports: countShape, auditEntries: countShape },
  }),
  /** Of the bytes of uploaded files: how many there are, and of how many files they are missing. */
  files: z.strictObject({ count: countShape, bytes: countShape, missing: countShape }),
});
export type ArchivePreview = z.output<typeof archivePreview>;

export const exportAuditInput = listAuditInput.omit(pages).extend(file);

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
