import { z } from 'zod';
import {
  currencyField,
  cursorField,
  fileField,
  idField,
  proseField,
  requiredText,
  textField,
  versionField,
} from '@/lib/core/fields';
import { LOCALES } from '@/lib/core/locale';
import {
  countShape,
  idShape,
  instantShape,
  listShape,
  MOST_BESIDE,
  pageShape,
  versionShape,
} from '@/lib/core/shapes';
import { MOST_FILE_BYTES } from './rules/cells';
import { VERDICTS } from './rules/judged';

export const IMPORT_KINDS = [
  ...['startups', 'investors', 'contacts', 'people', 'pairs'],
  ...['wishes', 'availability', 'meetings', 'outcomes', 'amounts'],
] as const;
export type ImportKind = (typeof IMPORT_KINDS)[number];
const kindField = z.enum(IMPORT_KINDS);

const LONGEST_HEADING = 300;
const LONGEST_CELL = 5_000;
/** What a column holds, by its heading or its place from 0: the key of a field, or null for a column that is not read. */
const mapping = z.record(z.string().max(LONGEST_HEADING), textField(40).nullable());
/** What was answered for the whole file: how its days are written, and the currency of figures that name none. */
const answers = z.strictObject({
  dayOrder: z.enum(['ymd', 'dmy', 'mdy']).optional(),
  currency: currencyField.optional(),
});

export const createImportInput = z.strictObject({
  file: fileField(MOST_FILE_BYTES),
  kind: kindField,
  mapping: mapping.optional(),
  answers: answers.optional(),
  /** Of a workbook; the first one that is not hidden without it. */
  sheet: z.string().max(100).optional(),
});
export const importInput = z.strictObject({ importId: idField });
/** The language of the words; the reader's own without it. */
const lang = z.enum(LOCALES).optional();
export const templateInput = z.strictObject({ kind: kindField, lang });
export const rejectedFileInput = z.strictObject({ importId: idField, format: z.enum(['xlsx', 'csv']), lang });
export const listImportsInput = z.strictObject({});
export const listImportRowsInput = z.strictObject({
  importId: idField,
  verdict: z.enum(VERDICTS).optional(),
  limit: z.coerce.number().int().min(1).max(500).optional(),
  cursor: cursorField.optional(),
});
export const changeImportInput = z.strictObject({
  importId: idField,
  version: versionField,
  mapping: mapping.optional(),
  answers: answers.optional(),
});
/** `confirm`, `create`, `skip`, or the id of the record that is meant; null takes it back. */
const decision = z.union([z.enum(['confirm', 'create', 'skip']), idField]).nullable();
export const mendRowInput = z.strictObject({
  importId: idField,
  number: z.coerce.number().int().min(1).max(2_000_000),
  /** New texts of cells, by field. */
  cells: z.record(z.string().max(40), proseField(LONGEST_CELL)).optional(),
  decision: decision.optional(),
});
export const decideRowsInput = z.strictObject({
  importId: idField,
  /** Every conflict of this reason is answered so. */
  reason: requiredText(40),
  decision: z.enum(['confirm', 'create', 'skip']),
});
export const applyImportInput = z.strictObject({ importId: idField, version: versionField.optional() });
export const undoImportInput = z.strictObject({ importId: idField });

const problem = z.strictObject({
  field: z.string().nullable(),
  reason: z.string(),
  params: z.record(z.string(), z.union([z.string(), z.number()])).optional(),
  /** What the cell may mean, each as it would be typed. */
  readings: z.array(z.string()).optional(),
  choices: z.array(z.strictObject({ decision: z.string(), name: z.string().optional() })).optional(),
});

const column = z.strictObject({
  heading: z.string(),
  field: z.string().nullable(),
  /** What stands in it first, so that a reader knows the column by more than its heading. */
  example: z.string(),
});
const reasonCount = z.strictObject({ reason: z.string(), rows: countShape });
const rejectedCell = z.strictObject({ row: countShape, column: z.string().nullable(), reason: z.string() });

const counts = Object.fromEntries(
  VERDICTS.filter((verdict) => verdict !== 'rejected').map((v) => [v, countShape]),
) as Record<Exclude<(typeof VERDICTS)[number], 'rejected'>, typeof countShape>;
const IMPORT_STATES = ['draft', 'applied', 'undone', 'discarded'] as const;
const summary = {
  id: idShape,
  kind: kindField,
  state: z.enum(IMPORT_STATES),
  fileName: z.string(),
  createdAt: instantShape,
  by: z.strictObject({ id: idShape, name: z.string(), nameEn: z.string() }),
  appliedAt: instantShape.nullable(),
  undoneAt: instantShape.nullable(),
  version: versionShape,
  /** Rows below the headings that hold anything. */
  rows: countShape,
  ...counts,
};
const importItem = z.strictObject({ ...summary, rejectedRows: countShape });
export type ImportItem = z.output<typeof importItem>;
export const importList = listShape(importItem, MOST_BESIDE);

export const importDetail = z.strictObject({
  ...summary,
  rejectedRows: countShape,
  /** The first thousand; all of them are in the file of rejected rows. */
  rejected: z.array(rejectedCell),
  format: z.enum(['xlsx', 'csv']),
  encoding: z.string().nullable(),
  sheet: z.string().nullable(),
  otherSheets: z.array(z.string()),
  hiddenSheets: countShape,
  /** Rows of the sheet that a filter hid; they are read too. */
  hiddenRows: countShape,
  /** The row of the headings; null where none was found. */
  headRow: countShape.nullable(),
  columns: z.array(column),
  /** The columns were taken as an earlier file with the same headings was. */
  isRemembered: z.boolean(),
  /** Every field that a row of this kind may have. */
  fields: z.array(z.strictObject({ key: z.string(), isRequired: z.boolean() })),
  answers,
  /** Conflicts by reason. */
  conflicts: z.array(reasonCount),
  /** Rejected rows by reason; one with several problems counts for each. */
  rejections: z.array(reasonCount),
});
export type ImportDetail = z.output<typeof importDetail>;

const importRow = z.strictObject({
  number: countShape,
  verdict: z.enum(VERDICTS),
  /** Texts by field. */
  cells: z.record(z.string(), z.string()),
  target: z.strictObject({ id: idShape, name: z.string() }).nullable(),
  problems: z.array(problem),
  changes: z.array(z.strictObject({ field: z.string(), from: z.string().nullable(), to: z.string() })),
  decision: z.string().nullable(),
});
export type ImportRow = z.output<typeof importRow>;
export const importRows = pageShape(importRow).extend({
  /** Leads to the rows before these; null at the beginning. */
  previousCursor: z.string().nullable(),
});

/** A row that an undo leaves as it is: `edited` since, or `used` by something made since. */
const keptRow = z.strictObject({
  table: z.string(),
  id: z.string(),
  why: z.enum(['edited', 'used']),
  name: z.string(),
});
export const undonePreview = z.strictObject({ takesBack: countShape, kept: z.array(keptRow) });
export const undone = undonePreview.extend({ importId: idShape });
