import { createLoader, createSerializer, parseAsString, parseAsStringLiteral } from 'nuqs/server';
import { withParams } from '@/lib/core/address';
import type { Locale } from '@/lib/core/locale';
import { VERDICTS } from '@/lib/import/rules/judged';
import type { ImportKind, ImportRow } from '@/lib/import/schema';

const parts = { show: parseAsStringLiteral(VERDICTS), cursor: parseAsString };
/** Which rows of an import are shown, and from where. */
export const readImportAddress = createLoader(parts);
export const importSearch = createSerializer(parts);

export const kindSearch = createSerializer({ kind: parseAsString });

/** Where a program's spreadsheets come in, and where one of them is. */
export function importPath(slug: string, importId?: string): string {
  return `/programs/${slug}/import${importId ? `/${importId}` : ''}`;
}

/** A spreadsheet to fill in, in the reader's language or the one said. */
export function templatePath(slug: string, kind: ImportKind, lang?: Locale): string {
  return withParams(`/api/v1/programs/${slug}/imports/templates/${kind}/xlsx`, lang ? { lang } : {});
}

/** A row with what is wrong with it in the reader's words, a sentence a problem. */
export type ShownRow = ImportRow & { texts: readonly string[] };

/** How long the server may take to check or write a large file, in milliseconds. */
export const LONG_MS = 180_000;
