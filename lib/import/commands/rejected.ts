import { AppError } from '@/lib/core/errors';
import type { Locale } from '@/lib/core/locale';
import type { ProgramScope } from '@/lib/core/scope';
import type { Tx } from '@/lib/platform/database';
import { programFile } from '@/lib/platform/file';
import { sayIn } from '@/lib/platform/say';
import { FILE_TYPES, fileOf } from '@/lib/transfer/commands/list-file';
import { fileName } from '@/lib/transfer/rules/book';
import type { BookCell } from '@/lib/transfer/schema';
import { importOperations } from '../operations';
import { canReadImports } from '../policy';
import { problemTexts } from '../queries/problem-texts';
import { cellText, type FileCell } from '../rules/cells';
import type { FileColumn } from '../rules/headings';
import type { CellProblem } from '../rules/judged';
import { cellsByField, type SheetReading, type StoredRow } from '../rules/stored';
import { type ImportKind, rejectedFileInput } from '../schema';

const AT_ONCE = 1_000;

/**
 * The rows of a file that are not written, as they stand in it, each with the reason behind it: to be corrected and imported
 * again. Columns that are read carry the headings of the template, so that they are known again whatever they were called.
 */
export const rejectedFile = programFile({
  operation: importOperations.rejectedFile,
  input: rejectedFileInput,
  may: canReadImports,
  types: FILE_TYPES,
  make: async (tx, { scope, record }, { importId, format, lang }) => {
    const of = await tx.import.findUnique({
      where: { programId_id: { programId: scope.programId, id: importId } },
      select: { kind: true, reading: true, fileName: true },
    });
    if (!of) throw new AppError('not_found', 'import');
    const locale = lang ?? scope.viewer.locale;
    const say = sayIn(locale);
    const { columns } = of.reading as SheetReading;
    const kind = of.kind as ImportKind;
    const title = say('import.rejected.title');
    record({ subject: 'import', subjectId: importId, detail: { format } });
    return fileOf(
      {
        file: fileName(scope.program.slug, kind, 'rejected'),
        fileTitle: say('import.rejected.file', { file: of.fileName.replace(/\.\w+$/, '') }),
        timeZone: scope.program.homeZone,
        label: [],
        tables: [
          {
            title,
            columns: [
              ...columns.map(({ heading, field }) =>
                field ? say(`import.field.${kind}.${field}`) : heading,
              ),
              say('import.rejected.reason'),
            ],
            rows: rejectedRows(tx, scope, importId, (row) => [
              ...columns.map((_, index) => bookCell(row.cells[index] ?? null)),
              { text: reasonsOf(row, columns, kind, locale) },
            ]),
          },
        ],
      },
      format,
    );
  },
});

type Row = Pick<StoredRow, 'number' | 'cells'> & { judged: { problems: CellProblem[] } };

async function* rejectedRows(
  tx: Tx,
  { programId }: ProgramScope,
  importId: string,
  write: (row: Row) => BookCell[],
): AsyncGenerator<BookCell[]> {
  for (let after = 0; ; ) {
    const rows = (await tx.importRow.findMany({
      where: { programId, importId, number: { gt: after }, verdict: { in: ['rejected', 'conflict'] } },
      select: { number: true, cells: true, judged: true },
      orderBy: { number: 'asc' },
      take: AT_ONCE,
    })) as unknown as Row[];
    yield* rows.map(write);
    if (rows.length < AT_ONCE) return;
    after = rows.at(-1)?.number ?? after;
  }
}

function bookCell(cell: FileCell): BookCell {
  if (cell !== null && typeof cell === 'object' && 'number' in cell && /^-?\d+$/.test(cell.number))
    return { number: cell.number, places: 0 };
  if (cell !== null && typeof cell === 'object' && 'at' in cell && cell.at.length === 10)
    return { day: cell.at as never };
  const text = cellText(cell);
  return text === '' ? null : { text };
}

/** Each problem with the column it is of, in the reader's language. */
function reasonsOf(
  { cells, judged: { problems } }: Row,
  columns: readonly FileColumn[],
  kind: ImportKind,
  locale: Locale,
): string {
  const say = sayIn(locale);
  const byField = Object.entries(cellsByField(cells, columns));
  const texts = Object.fromEntries(byField.map(([field, cell]) => [field, cellText(cell)]));
  const told = problemTexts(problems, texts, locale);
  return problems
    .map(({ field, readings = [] }, index) => {
      const text = readings.length > 0 ? `${told[index]} (${readings.join(', ')})` : (told[index] ?? '');
      return field !== null && field in texts ? `${say(`import.field.${kind}.${field}`)}: ${text}` : text;
    })
    .join(' ');
}
