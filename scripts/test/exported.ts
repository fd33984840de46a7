import { buffer, text } from 'node:stream/consumers';
import type { MadeFile } from '@/lib/platform/file';
import { zipOf } from '@/lib/platform/zip';
import { csvChunks } from '@/lib/transfer/rules/csv';
import { sheetParts } from '@/lib/transfer/rules/sheets';
import type { Workbook } from '@/lib/transfer/rules/table';
import { readSheets, type SheetCell } from './unzip';

/** What a book becomes as a file of commas. */
export async function csvOf(book: Workbook): Promise<string> {
  let written = '';
  for await (const chunk of csvChunks(book)) written += chunk;
  return written;
}

/** What a book becomes as a workbook: the cells of its sheets. */
export async function sheetsOf(book: Workbook): Promise<Map<string, Map<string, SheetCell>>> {
  return readSheets(await buffer(zipOf(sheetParts(book))));
}

/** A file as whoever asked for it gets it. */
export async function textOf(file: MadeFile): Promise<string> {
  return text(file.read());
}

export async function bytesOf(file: MadeFile): Promise<Buffer> {
  return buffer(file.read());
}
