import { createLoader, createSerializer, parseAsString, parseAsStringLiteral } from 'nuqs/server';
import { VERDICTS } from '@/lib/import/rules/judged';
import type { ImportRow } from '@/lib/import/schema';

const parts = { show: parseAsStringLiteral(VERDICTS), cursor: parseAsString };
/** Which rows of an import are shown, and from where. */
export const readImportAddress = createLoader(parts);
export const importSearch = createSerializer(parts);

export const kindSearch = createSerializer({ kind: parseAsString });

/** Where a program's spreadsheets come in, and where one of them is. */
export function importPath(slug: string, importId?: string): string {
  return `/programs/${slug}/import${importId ? `/${importId}` : ''}`;
}

/** A row with what is wrong with it in the reader's words, a sentence a problem. */
export type ShownRow = ImportRow & { texts: readonly string[] };

/** How long the server may take to check or write a large file, in milliseconds. */
export const LONG_MS = 150_000;
