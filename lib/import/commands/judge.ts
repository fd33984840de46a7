import type { ProgramScope } from '@/lib/core/scope';
import type { Tx } from '@/lib/platform/database';
import type { FileColumn } from '../rules/headings';
import { type Judged, tellTwins } from '../rules/judged';
import { type Answers, RowReader } from '../rules/row-reader';
import { cellsByField, type StoredRow } from '../rules/stored';
import type { Kind } from './kinds/kind';

export type JudgedRow = StoredRow & { judged: Judged };

/** Judges all rows of a file against the program as it stands. With `lock`, what they name is taken for this transaction. */
export async function judgeRows(
  tx: Tx,
  scope: ProgramScope,
  kind: Kind,
  rows: readonly StoredRow[],
  { columns, answers, lock = false }: { columns: readonly FileColumn[]; answers: Answers; lock?: boolean },
): Promise<{ rows: JudgedRow[]; known: unknown }> {
  const known = await kind.load(tx, scope, lock);
  const judged = rows.map((row): JudgedRow => {
    const reader = new RowReader(cellsByField(row.cells, columns), answers);
    return { ...row, judged: kind.judge(reader, known, row.decision) };
  });
  tellTwins(judged);
  return { rows: judged, known };
}
