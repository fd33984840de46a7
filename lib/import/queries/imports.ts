import { AppError } from '@/lib/core/errors';
import type { ProgramScope } from '@/lib/core/scope';
import { MOST_BESIDE } from '@/lib/core/shapes';
import { beginningOf } from '@/lib/core/text';
import { readCursor, writeCursor } from '@/lib/platform/cursor';
import type { Tx } from '@/lib/platform/database';
import { programQuery } from '@/lib/platform/query';
import { importOperations } from '../operations';
import { canReadImports } from '../policy';
import { cellText } from '../rules/cells';
import { fieldsOf } from '../rules/fields';
import type { Counts, Verdict } from '../rules/judged';
import type { Answers } from '../rules/row-reader';
import { cellsByField, type Kept, type SheetReading, type StoredRow } from '../rules/stored';
import {
  type ImportDetail,
  type ImportItem,
  type ImportKind,
  type ImportRow,
  importDetail,
  importInput,
  importList,
  importRows,
  listImportRowsInput,
  listImportsInput,
} from '../schema';

const MOST_LISTED = 1_000;
/** In so many rows an example of each column is looked for. */
const EXAMPLES = 20;
const LONGEST_EXAMPLE = 120;

const SUMMARY = {
  ...{ id: true, kind: true, state: true, fileName: true, createdAt: true, appliedAt: true, undoneAt: true },
  ...{ version: true, rowCount: true, counts: true },
  by: { select: { id: true, name: true, nameEn: true } },
} as const;

type Row = {
  id: string;
  kind: string;
  state: ImportItem['state'];
  fileName: string;
  createdAt: Date;
  appliedAt: Date | null;
  undoneAt: Date | null;
  version: number;
  rowCount: number;
  counts: unknown;
  by: ImportItem['by'];
};

function itemOf({ rowCount, counts, createdAt, appliedAt, undoneAt, ...row }: Row): ImportItem {
  const { rejected, ...others } = counts as Counts;
  return {
    ...{ ...row, ...others, kind: row.kind as ImportKind, rows: rowCount, rejectedRows: rejected },
    createdAt: createdAt.toISOString(),
    appliedAt: appliedAt?.toISOString() ?? null,
    undoneAt: undoneAt?.toISOString() ?? null,
  };
}

/** One import with its columns and counts. Throws not_found. */
export async function detailOf(tx: Tx, { programId }: ProgramScope, importId: string): Promise<ImportDetail> {
  const row = await tx.import.findUnique({
    where: { programId_id: { programId, id: importId } },
    select: { ...SUMMARY, reading: true, answers: true },
  });
  if (!row) throw new AppError('not_found', 'import');
  const { reading, answers, ...summary } = row;
  const { headRow, columns, isRemembered = false, hiddenRows = 0, ...of } = reading as SheetReading;
  const told = await tx.$queryRaw<{ number: number; field: string | null; reason: string }[]>`
    select x.number, p ->> 'field' as field, p ->> 'reason' as reason
    from import_row x, jsonb_array_elements(x.judged -> 'problems') p
    where x.program_id = ${programId}::uuid and x.import_id = ${importId}::uuid and x.verdict = 'rejected'
    order by x.number limit ${MOST_LISTED}`;
  const conflicts = await tx.$queryRaw<{ reason: string; rows: number }[]>`
    select x.judged #>> '{problems,0,reason}' as reason, count(*)::int as rows from import_row x
    where x.program_id = ${programId}::uuid and x.import_id = ${importId}::uuid and x.verdict = 'conflict'
    group by 1 order by 2 desc, 1`;
  const rejections = await tx.$queryRaw<{ reason: string; rows: number }[]>`
    select p ->> 'reason' as reason, count(distinct x.number)::int as rows
    from import_row x, jsonb_array_elements(x.judged -> 'problems') p
    where x.program_id = ${programId}::uuid and x.import_id = ${importId}::uuid and x.verdict = 'rejected'
    group by 1 order by 2 desc, 1`;
  const first = (await tx.importRow.findMany({
    where: { programId, importId },
    select: { cells: true },
    orderBy: { number: 'asc' },
    take: EXAMPLES,
  })) as unknown as Pick<StoredRow, 'cells'>[];
  const exampleOf = (index: number) =>
    first.map(({ cells }) => cellText(cells[index] ?? null)).find((text) => text !== '') ?? '';
  const headings = new Map(columns.map(({ heading, field }) => [field, heading]));
  return {
    ...itemOf(summary),
    rejected: told.map(({ number, field, reason }) => ({
      ...{ row: number, reason },
      column: field === null ? null : (headings.get(field) ?? field),
    })),
    ...of,
    columns: columns.map((column, index) => ({
      ...column,
      example: beginningOf(exampleOf(index), LONGEST_EXAMPLE),
    })),
    ...{ headRow, isRemembered, hiddenRows, answers: answers as Answers, conflicts, rejections },
    fields: fieldsOf(row.kind as ImportKind).map(({ key, isRequired }) => ({ key, isRequired })),
  };
}

export const listImports = programQuery({
  operation: importOperations.list,
  input: listImportsInput,
  output: importList,
  may: canReadImports,
  run: async (tx, { programId }) => ({
    items: (
      await tx.import.findMany({
        where: { programId },
        select: SUMMARY,
        orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
        take: MOST_BESIDE,
      })
    ).map(itemOf),
  }),
});

/** Throws not_found. */
export const getImport = programQuery({
  operation: importOperations.get,
  input: importInput,
  output: importDetail,
  may: canReadImports,
  run: (tx, scope, { importId }) => detailOf(tx, scope, importId),
});

type Stored = StoredRow & { verdict: ImportRow['verdict']; targetId: string | null; judged: Kept };

/** Rows of a file in its order; of somebody else's file none. */
export const listImportRows = programQuery({
  operation: importOperations.rows,
  input: listImportRowsInput,
  output: importRows,
  may: canReadImports,
  run: async (tx, { programId }, { importId, verdict, limit = 100, cursor }) => {
    const of = await tx.import.findUnique({
      where: { programId_id: { programId, id: importId } },
      select: { reading: true },
    });
    if (!of) throw new AppError('not_found', 'import');
    const after = Number(readCursor(cursor)?.key ?? 0);
    const rows = (await tx.importRow.findMany({
      where: { programId, importId, number: { gt: after }, ...(verdict ? { verdict } : {}) },
      select: { number: true, cells: true, decision: true, verdict: true, targetId: true, judged: true },
      orderBy: { number: 'asc' },
      take: limit + 1,
    })) as unknown as Stored[];
    const page = rows.slice(0, limit);
    const { columns } = of.reading as SheetReading;
    return {
      items: page.map((row): ImportRow => {
        const cells = Object.entries(cellsByField(row.cells, columns));
        const { name, ...told } = row.judged;
        return {
          ...{ number: row.number, verdict: row.verdict, decision: row.decision, ...told },
          cells: Object.fromEntries(cells.map(([field, cell]) => [field, cellText(cell)])),
          target: row.targetId ? { id: row.targetId, name: name ?? '' } : null,
        };
      }),
      nextCursor: rows.length > limit ? cursorAt(importId, page.at(-1)?.number ?? 0) : null,
      previousCursor: await cursorBefore(tx, { programId, importId, verdict, limit, after }),
    };
  },
});

const cursorAt = (importId: string, after: number) => writeCursor({ key: String(after), id: importId });

type Page = {
  programId: string;
  importId: string;
  verdict: Verdict | undefined;
  limit: number;
  after: number;
};

/** Leads to the page before the one that begins behind `after`. */
async function cursorBefore(tx: Tx, { programId, importId, verdict, limit, after }: Page) {
  if (after === 0) return null;
  const before = await tx.importRow.findMany({
    where: { programId, importId, number: { lte: after }, ...(verdict ? { verdict } : {}) },
    select: { number: true },
    orderBy: { number: 'desc' },
    take: limit + 1,
  });
  // Behind the row that stands before that page; at the beginning there is none.
  return cursorAt(importId, before[limit]?.number ?? 0);
}
