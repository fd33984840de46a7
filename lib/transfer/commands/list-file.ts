import type { z } from 'zod';
import type { Locale, Say } from '@/lib/core/locale';
import type { Operation } from '@/lib/core/operation';
import type { ProgramScope } from '@/lib/core/scope';
import { nameIn } from '@/lib/core/shown-name';
import type { Context } from '@/lib/platform/command';
import type { Tx } from '@/lib/platform/database';
import { type FileContent, programFile } from '@/lib/platform/file';
import { InvalidInput } from '@/lib/platform/query';
import { sayIn } from '@/lib/platform/say';
import { zipOf } from '@/lib/platform/zip';
import { type Clocks, clocksOf } from '@/lib/program/rules';
import { readNames } from '../queries/names';
import { dispositionOf, fileName } from '../rules/book';
import { type Column, streamedTable } from '../rules/columns/column';
import { csvChunks } from '../rules/csv';
import { type Filter, filterWords, idsIn, labelOf } from '../rules/label';
import { sheetParts } from '../rules/sheets';
import type { StreamedTable, Workbook } from '../rules/table';
import { firstOf } from '../rules/widths';
import type { BookCell } from '../schema';

type Format = 'xlsx' | 'csv';
const TYPES: Record<Format, string> = {
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  csv: 'text/csv; charset=utf-8',
};
export const FILE_TYPES = Object.values(TYPES);

/** What a request asks of a file besides the list's own filter. */
type Asked = {
  format: Format;
  lang?: Locale | undefined;
  asOf?: string | undefined;
  knownOn?: string | undefined;
};

/** A sheet of Excel has no more rows. */
const MOST_SHEET_ROWS = 1_048_576;

/** The same rows; throws `too_many_rows_for_excel` at `format` where there are more than a sheet holds. */
export async function* fitting(
  rows: StreamedTable['rows'],
  most: number,
): AsyncGenerator<readonly BookCell[]> {
  let left = most;
  for await (const row of rows) {
    left -= 1;
    if (left < 0)
      throw new InvalidInput([
        { reason: 'too_many_rows_for_excel', field: ['format'], params: { max: most } },
      ]);
    yield row;
  }
}

function fittingSheets(book: Workbook): Workbook {
  // Above the rows stand the label, a blank line and the headings.
  const most = MOST_SHEET_ROWS - book.label.length - 2;
  return { ...book, tables: book.tables.map((table) => ({ ...table, rows: fitting(table.rows, most) })) };
}

/** A book as the file that was asked for; its rows are read while it is written. */
export function fileOf(book: Workbook, format: Format): FileContent {
  return {
    type: TYPES[format],
    disposition: dispositionOf(book, format),
    chunks: format === 'csv' ? csvChunks(book) : zipOf(sheetParts(fittingSheets(book))),
  };
}

/** The entry of an export in the audit trail. What was searched for stays out of it: it may name somebody. */
export function recordExport({ scope, record }: Context<ProgramScope>, format: Format, rows: number) {
  record({
    ...{ subject: 'program', subjectId: scope.programId, startupId: scope.startupId },
    detail: { format, rows },
  });
}

export type ListReading<Input> = {
  tx: Tx;
  scope: ProgramScope;
  now: Date;
  input: Input;
  clocks: Clocks;
  say: ReturnType<typeof sayIn>;
  locale: Locale;
};

type List<Schema extends z.ZodType, Row> = {
  operation: Operation<z.input<Schema>>;
  input: Schema;
  may: (scope: ProgramScope) => boolean;
  /** Its word in messages transfer.list, and in the file's name. */
  list: string;
  read: (reading: ListReading<z.output<Schema>>) => Promise<{
    columns: readonly Column<Row>[];
    rows: AsyncIterable<readonly Row[]>;
    /** What the label says of the filter, where that is not what was asked. */
    shown?: Filter;
    /** Behind the list. */
    more?: readonly StreamedTable[];
    /** Of its times, where that is another than the program's home. */
    zone?: string;
  }>;
};

/** A list as a file: exactly the rows that its screen shows to the same viewer, in the same order. */
export function listFile<Schema extends z.ZodType<Asked>, Row>(of: List<Schema, Row>) {
  return programFile({
    ...{ operation: of.operation, input: of.input, may: of.may, types: FILE_TYPES },
    make: async (tx, context, input: z.output<Schema>) => {
      const { scope, now } = context;
      const { format, lang, asOf, knownOn } = input as Asked;
      const locale = lang ?? scope.viewer.locale;
      const say = sayIn(locale);
      const clocks = clocksOf(scope.program, now, asOf as never, knownOn as never);
      const found = await of.read({ tx, scope, now, input, clocks, say, locale });
      const { first, rest } = await firstOf(found.rows, 1);
      const shown = saidTo(scope, found.shown ?? (input as Filter), Boolean(first[0]?.length), say);
      const names = await readNames(tx, scope, idsIn(shown), locale);
      const title = say(`transfer.list.${of.list}`);
      const timeZone = found.zone ?? clocks.timeZone;
      const done = (rows: number) => recordExport(context, format, rows);
      const book: Workbook = {
        file: fileName(scope.program.slug, of.list, clocks.asOf),
        fileTitle: [nameIn(scope.program, locale), title, clocks.asOf].join('_'),
        timeZone,
        label: labelOf(
          {
            ...{ scope, now, figure: title, asOf: clocks.asOf, knownOn: clocks.knownOn, timeZone },
            ...{ filter: filterWords(shown, names, say, locale), rates: [] },
          },
          say,
          locale,
        ),
        tables: [streamedTable(title, found.columns, rest, { say, done }), ...(found.more ?? [])],
      };
      return fileOf(book, format);
    },
  });
}

/** A startup reads no word that finds nothing among its own rows. */
function saidTo({ startupId }: ProgramScope, filter: Filter, isFound: boolean, say: Say): Filter {
  return filter.q && startupId && !isFound ? { ...filter, q: say('transfer.nothingFound') } : filter;
}
