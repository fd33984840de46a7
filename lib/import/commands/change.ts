import { AppError } from '@/lib/core/errors';
import { done, type Result, refuse } from '@/lib/core/result';
import type { ProgramScope } from '@/lib/core/scope';
import { type Context, programCommand } from '@/lib/platform/command';
import type { Tx } from '@/lib/platform/database';
import { importOperations } from '../operations';
import { canImport } from '../policy';
import { detailOf } from '../queries/imports';
import type { FileCell } from '../rules/cells';
import { withMapping } from '../rules/headings';
import { type Choice, type Judged, TWIN } from '../rules/judged';
import type { StoredRow } from '../rules/stored';
import {
  changeImportInput,
  decideRowsInput,
  type ImportDetail,
  importDetail,
  importInput,
  mendRowInput,
} from '../schema';
import { judgeRows } from './judge';
import { KINDS } from './kinds/kinds';
import { keepCounts, type LockedImport, lockOwnImport, readJudged, readRows, updateRows } from './store';

const PATIENCE = { seconds: 170 };

/** Takes the viewer's own draft. Refusals: import_over where it was applied or put aside. */
async function lockDraft(tx: Tx, scope: ProgramScope, importId: string): Promise<Result<LockedImport>> {
  const found = await lockOwnImport(tx, scope, importId);
  return found.state === 'draft' ? done(found) : refuse('import_over');
}

/** Judges all rows anew with what was changed, and keeps it; rows of `found` are not tried again. */
async function rejudge(
  tx: Tx,
  context: Context<ProgramScope>,
  of: LockedImport,
  rows: readonly StoredRow[],
  { found, detail }: { found?: ReadonlyMap<number, Judged>; detail: Record<string, string | number> },
): Promise<Result<ImportDetail>> {
  const { scope, record } = context;
  const { reading, answers } = of;
  const { columns } = reading;
  const how = { columns, answers, ...(found ? { found } : {}) };
  const judged = await judgeRows(tx, context, KINDS[of.kind], rows, how);
  if (!judged.ok) return judged;
  await updateRows(tx, scope, of.id, judged.value.rows);
  await keepCounts(tx, scope, of.id, judged.value.rows, { reading, answers });
  record({ subject: 'import', subjectId: of.id, detail });
  return done(await detailOf(tx, scope, of.id));
}

/** Says what the columns hold and how days and figures are meant. Refusals: stale, import_over. */
export const changeImport = programCommand({
  operation: importOperations.change,
  input: changeImportInput,
  output: importDetail,
  may: canImport,
  patience: PATIENCE,
  run: async (tx, context, { importId, version, mapping, answers }) => {
    const found = await lockDraft(tx, context.scope, importId);
    if (!found.ok) return found;
    const of = found.value;
    if (of.version !== version) {
      return refuse('stale', { field: ['version'], current: await detailOf(tx, context.scope, importId) });
    }
    const { headRow, columns, ...file } = of.reading;
    const head = withMapping({ row: headRow, columns }, mapping ?? {});
    const reading = {
      ...file,
      headRow,
      columns: head.columns,
      isRemembered: mapping === undefined && file.isRemembered,
    };
    const rows = await readRows(tx, context.scope, importId);
    return rejudge(tx, context, { ...of, reading, answers: { ...of.answers, ...answers } }, rows, {
      detail: { columns: Object.keys(mapping ?? {}).length },
    });
  },
});

/** Mends cells of a row, or says what is meant. Refusals: import_over, no_such_row, no_such_column at the cell. */
export const mendRow = programCommand({
  operation: importOperations.mendRow,
  input: mendRowInput,
  output: importDetail,
  may: canImport,
  patience: PATIENCE,
  run: async (tx, context, { importId, number, cells = {}, decision }) => {
    const found = await lockDraft(tx, context.scope, importId);
    if (!found.ok) return found;
    const of = found.value;
    const rows = await readRows(tx, context.scope, importId);
    const row = rows.find((each) => each.number === number);
    if (!row) return refuse('no_such_row', { field: ['number'] });
    const mended = [...row.cells];
    for (const [field, text] of Object.entries(cells)) {
      const column = of.reading.columns.findIndex((each) => each.field === field);
      if (column < 0) return refuse('no_such_column', { field: ['cells', field] });
      while (mended.length <= column) mended.push(null);
      mended[column] = (text.trim() === '' ? null : text) satisfies FileCell;
    }
    row.cells = mended;
    if (decision !== undefined) row.decision = decision;
    const detail = { row: number };
    // Rows that no commands write are judged by themselves, all of them.
    if (!KINDS[of.kind].perform) return rejudge(tx, context, of, rows, { detail });
    const before = await readJudged(tx, context.scope, importId);
    for (const [each, { problems }] of before)
      if (each === number || problems.some(({ reason }) => reason === TWIN)) before.delete(each);
    return rejudge(tx, context, of, rows, { found: before, detail });
  },
});

/** Answers every conflict of one reason alike. Refusal: import_over. */
export const decideRows = programCommand({
  operation: importOperations.decide,
  input: decideRowsInput,
  output: importDetail,
  may: canImport,
  patience: PATIENCE,
  run: async (tx, context, { importId, reason, decision }) => {
    const found = await lockDraft(tx, context.scope, importId);
    if (!found.ok) return found;
    const { programId } = context.scope;
    const asked = await tx.$queryRaw<{ number: number; choices: Choice[] | null }[]>`
      select number, judged #> '{problems,0,choices}' as choices from import_row where program_id = ${programId}::uuid and import_id = ${importId}::uuid
        and verdict = 'conflict' and judged #>> '{problems,0,reason}' = ${reason}`;
    const meant = new Map(asked.map(({ number, choices }) => [number, meantBy(decision, choices ?? [])]));
    const rows = await readRows(tx, context.scope, importId);
    for (const row of rows) row.decision = meant.get(row.number) ?? row.decision;
    return rejudge(tx, context, found.value, rows, { detail: { reason, decision, rows: meant.size } });
  },
});

/** To confirm where one record was found means that record. */
function meantBy(decision: string, choices: readonly Choice[]): string {
  const records = choices.filter(({ name }) => name !== undefined);
  const [only] = records;
  return decision === 'confirm' && only && records.length === 1 ? only.decision : decision;
}

/** Puts an import aside unapplied, and forgets its rows. Refusal: import_over. */
export const discardImport = programCommand({
  operation: importOperations.discard,
  input: importInput,
  output: importDetail,
  may: canImport,
  run: async (tx, { scope, record }, { importId }) => {
    const found = await lockDraft(tx, scope, importId);
    if (!found.ok) return found;
    const { programId } = scope;
    await tx.importRow.deleteMany({ where: { programId, importId } });
    const { count } = await tx.import.updateMany({
      where: { programId, id: importId, state: 'draft' },
      data: { state: 'discarded', version: { increment: 1 } },
    });
    if (count !== 1) throw new AppError('internal', 'import was not put aside');
    record({ subject: 'import', subjectId: importId });
    return done(await detailOf(tx, scope, importId));
  },
});
