import { z } from 'zod';
import { currencyField, emailField, linkField, zoneField } from '@/lib/core/fields';
import { LOCALES } from '@/lib/core/locale';
import { isReadableLine } from '@/lib/core/text';
import { ARCHIVED_NAMES, type ArchivedTable, type ArchiveFile, OTHER_FILES, rowsFile } from './archive';

/*
 * What an archive says of itself, and what of its rows no constraint of the database judges: what a page would open as a link,
 * count with, or take for somebody's address. All else the database judges when it is written.
 */

const count = z.int().min(0);
const sha256 = z.string().regex(/^[0-9a-f]{64}$/);
const uuid = z.string().regex(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/);
const line = (max: number) => z.string().max(max, { abort: true }).refine(isReadableLine);

export const archiveManifest = z.object({
  format: z.literal('roundtable-archive'),
  version: z.int(),
  takenAt: z.iso.datetime(),
  program: z.object({ id: uuid, slug: line(60), name: line(500), nameEn: line(500) }),
  withoutBytes: z.array(uuid),
  files: z.array(z.object({ name: z.string().max(100), rows: count, sha256 })).refine((files) =>
    isSame(
      files.map(({ name }) => name),
      [...OTHER_FILES, ...ARCHIVED_NAMES].map(rowsFile),
    ),
  ),
  contents: z.array(z.object({ name: z.string().max(100), size: count, sha256 })),
});
export type ArchiveManifest = z.output<typeof archiveManifest>;

function isSame(some: readonly string[], others: readonly string[]): boolean {
  return some.toSorted().join() === others.toSorted().join();
}

export const archivedProgramRow = z.looseObject({
  ...{ id: uuid, slug: line(60), name: line(500).min(1), name_en: line(500) },
  ...{ home_zone: zoneField, venue_zone: zoneField, base_currency: currencyField },
  closed_at: z.iso.datetime({ offset: true }).nullable(),
});
export type ArchivedProgramRow = z.output<typeof archivedProgramRow>;

export const archivedPerson = z.strictObject({
  ...{ id: uuid, email: emailField, name: line(500).min(1), name_en: line(500), locale: z.enum(LOCALES) },
});
export type ArchivedPerson = z.output<typeof archivedPerson>;

const optionalLink = z.union([z.literal(''), z.null(), linkField]);
const optionalCurrency = currencyField.nullable();
const merged = { merged_into: uuid.nullable() };

const CHECKS: Partial<Record<ArchivedTable, z.ZodRawShape>> = {
  program_stage: { time_zone: zoneField },
  startup: { id: uuid, website: optionalLink, sought_currency: optionalCurrency, ...merged },
  investor: { id: uuid, website: optionalLink, ticket_currency: optionalCurrency, ...merged },
  meeting: { id: uuid, link: optionalLink },
  meeting_event: { id: uuid, seq: count },
  amount: { id: uuid, currency: optionalCurrency },
  fx_rate: { id: uuid, base: currencyField, quote: currencyField },
  timetable: { id: uuid, base_seq: count },
  stored_file: { id: uuid, kind: z.string(), name: z.string(), media_type: z.string(), size: count, sha256 },
};

const anyRow = z.looseObject({ id: uuid.optional() });
const ROWS = Object.fromEntries(
  Object.entries(CHECKS).map(([name, shape]) => [name, z.looseObject(shape)]),
) as Partial<Record<ArchiveFile, z.ZodObject>>;

/** What of a row is looked at before it is written; null for one that cannot be taken. */
export function readRow(name: ArchiveFile, text: string): Readonly<Record<string, unknown>> | null {
  try {
    const parsed = (ROWS[name] ?? anyRow).safeParse(JSON.parse(text));
    return parsed.success ? parsed.data : null;
  } catch {
    return null;
  }
}
