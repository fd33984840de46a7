import { done, type Result, refuse } from '@/lib/core/result';
import type { ProgramScope } from '@/lib/core/scope';
import type { Context } from '@/lib/platform/command';
import type { Tx } from '@/lib/platform/database';
import { tellAlikeRows } from '../rules/alike-rows';
import type { FileColumn } from '../rules/headings';
import { type Judged, rejected, tellTwins } from '../rules/judged';
import { type Answers, RowReader } from '../rules/row-reader';
import { cellsByField, type StoredRow } from '../rules/stored';
import { attemptRows } from './attempt';
import type { Kind } from './kinds/kind';

export type JudgedRow = StoredRow & { judged: Judged };

type How = {
  columns: readonly FileColumn[];
  answers: Answers;
  /** What rows name is taken for this transaction, and nothing is tried: they are about to be written. */
  lock?: boolean;
  /** What was found before of rows that are as they were. */
  found?: ReadonlyMap<number, Judged>;
};

/** So many rows are judged before others have their turn: requests, and the line that says how far this one is. */
const JUDGED_AT_ONCE = 1_000;
const letOthers = () => new Promise<void>((resolve) => setImmediate(resolve));

/** Rows that commands write one by one: each takes some hundredths of a second, and is tried before it is written. */
const MOST_BY_COMMANDS = 3_000;

/** Judges all rows of a file against the program as it stands. Refusal: too_many_rows_of_kind, at `file`. */
export async function judgeRows(
  tx: Tx,
  context: Context<ProgramScope>,
  kind: Kind,
  rows: readonly StoredRow[],
  { columns, answers, lock = false, found = new Map() }: How,
): Promise<Result<{ rows: JudgedRow[]; known: unknown }>> {
  const { scope } = context;
  const known = await kind.load(tx, scope, lock);
  const judgeOne = (row: StoredRow): JudgedRow => {
    if (row.decision === 'skip') return { ...row, judged: { ...rejected([]), verdict: 'skipped' } };
    const reader = new RowReader(cellsByField(row.cells, columns), answers);
    return { ...row, judged: kind.judge(reader, known, row.decision, scope) };
  };
  const judged: JudgedRow[] = [];
  for (const row of rows) {
    if (judged.length > 0 && judged.length % JUDGED_AT_ONCE === 0) {
      context.tell({ step: 'check', done: judged.length, of: rows.length });
      await letOthers();
    }
    judged.push(judgeOne(row));
  }
  tellTwins(judged);
  if (kind.nameOf) tellAlikeRows(judged, kind.nameOf);
  if (!kind.perform) return done({ rows: judged, known });
  const toTry: JudgedRow[] = [];
  for (const row of judged) {
    const before = found.get(row.number);
    if (row.judged.write === null || kind.sets?.covers(row.judged.write)) continue;
    if (!before) toTry.push(row);
    else if (!lock || !isWritten(before)) row.judged = before;
  }
  if (toTry.length > MOST_BY_COMMANDS)
    return refuse('too_many_rows_of_kind', { field: ['file'], params: { max: MOST_BY_COMMANDS } });
  if (!lock) await attemptRows(tx, context, kind, toTry);
  return done({ rows: judged, known });
}

const isWritten = ({ verdict }: Judged) => verdict === 'create' || verdict === 'change';
