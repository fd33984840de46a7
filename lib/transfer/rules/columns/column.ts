import type { Locale, Say } from '@/lib/core/locale';
import { nameIn } from '@/lib/core/shown-name';
import type { BookCell, BookTable } from '../../schema';
import { text } from '../book';
import type { StreamedTable } from '../table';

/** What words of a table are written by. */
export type Words = { say: Say; locale: Locale };

/**
 * One column of a list. `key` stays for ever: it is in no file, but a heading is its message transfer.column in either
 * language, by which an import knows it again. `heading`: where the rows themselves make the column.
 */
export type Column<Row> = {
  key: string;
  heading?: string;
  cell: (row: Row) => BookCell;
};

export const column = <Row>(key: string, cell: Column<Row>['cell']): Column<Row> => ({ key, cell });

const headings = <Row>(columns: readonly Column<Row>[], say: Say) =>
  columns.map(({ key, heading }) => heading ?? say(`transfer.column.${key}`));

/** All rows of a list that is held whole. */
export function wholeTable<Row>(
  title: string,
  columns: readonly Column<Row>[],
  rows: readonly Row[],
  say: Say,
): BookTable {
  return {
    title,
    columns: headings(columns, say),
    rows: rows.map((row) => columns.map(({ cell }) => cell(row))),
  };
}

/** Rows of a list as they are read, so many at a time; `done` is told how many there were. */
export function streamedTable<Row>(
  title: string,
  columns: readonly Column<Row>[],
  batches: AsyncIterable<readonly Row[]>,
  { say, done }: { say: Say; done: (rows: number) => void },
): StreamedTable {
  async function* rows() {
    let count = 0;
    for await (const batch of batches) {
      for (const row of batch) yield columns.map(({ cell }) => cell(row));
      count += batch.length;
    }
    done(count);
  }
  return { title, columns: headings(columns, say), rows: rows() };
}

/** The name that a reader of this language is shown. */
export const named = (
  party: { name: string; nameEn?: string } | null | undefined,
  locale: Locale,
): BookCell => (party ? text(nameIn({ nameEn: '', ...party }, locale)) : null);
