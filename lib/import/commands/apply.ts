import { done, refuse } from '@/lib/core/result';
import type { ProgramScope } from '@/lib/core/scope';
import { type Context, programCommand } from '@/lib/platform/command';
import type { Tx } from '@/lib/platform/database';
import { importOperations } from '../operations';
import { canImport } from '../policy';
import { detailOf } from '../queries/imports';
import { type CellChange, verdictCounts } from '../rules/judged';
import type { Kept, SheetReading } from '../rules/stored';
import { applyImportInput, type ImportKind, importDetail } from '../schema';
import { signatureOf } from './create';
import { type JudgedRow, judgeRows } from './judge';
import { KINDS } from './kinds/kinds';
import { lockOwnImport, readRows } from './store';

/**
 * Writes the rows of an import that create or change something, all or none, in the name of whoever applies it and by the
 * means `import`. Every row is judged anew first. Refusals: stale, import_over, nothing_to_import, and preview_changed where
 * the program has changed so much since that a row would do something else than was shown.
 */
export const applyImport = programCommand({
  operation: importOperations.apply,
  input: applyImportInput,
  output: importDetail,
  may: canImport,
  patience: { seconds: 120 },
  run: async (tx, context, { importId, version }) => {
    const { scope, viewer, now, record } = context;
    const of = await lockOwnImport(tx, scope, importId);
    if (of.state !== 'draft') return refuse('import_over');
    if (version !== undefined && version !== of.version)
      return refuse('stale', { field: ['version'], current: await detailOf(tx, scope, importId) });
    const kind = KINDS[of.kind];
    const { columns } = of.reading;
    const stored = await readRows(tx, scope, importId);
    const { rows, known } = await judgeRows(tx, scope, kind, stored, {
      columns,
      answers: of.answers,
      lock: true,
    });
    const changed = await countChanged(tx, scope, importId, rows);
    if (changed > 0) return refuse('preview_changed', { params: { rows: changed } });
    const counts = verdictCounts(rows);
    if (counts.create + counts.change === 0) return refuse('nothing_to_import');
    await tx.$queryRaw`select set_config('app.import', ${importId}, true)`;
    const written = rows.flatMap(({ judged }) => (judged.write ? [judged] : []));
    await kind.write(tx, byImport(context), written, known);
    await tx.$queryRaw`select set_config('app.import', '', true)`;
    await tx.import.update({
      where: { programId_id: { programId: scope.programId, id: importId } },
      data: { state: 'applied', appliedAt: now, appliedById: viewer.personId, version: { increment: 1 } },
      select: { id: true },
    });
    await remember(tx, scope, of.kind, of.reading, now);
    const { create, change, same, conflict, rejected } = counts;
    record({
      ...{ subject: 'import', subjectId: importId },
      detail: { kind: of.kind, file: of.fileName, create, change, same, conflict, rejected },
    });
    return done(await detailOf(tx, scope, importId));
  },
});

/** What is written says that it came in by a file; whose hand it was stays the viewer's. */
function byImport(context: Context<ProgramScope>): Context<ProgramScope> {
  const viewer = { ...context.viewer, means: 'import' as const };
  return {
    ...{ ...context, viewer, scope: { ...context.scope, viewer } },
    record: (entry) => context.record({ means: 'import', ...entry }),
  };
}

/** Rows that would do something else now than their reader saw. */
async function countChanged(
  tx: Tx,
  { programId }: ProgramScope,
  importId: string,
  rows: readonly JudgedRow[],
): Promise<number> {
  const kept = await tx.$queryRaw<
    { number: number; verdict: string; targetId: string | null; judged: Kept }[]
  >`
    select number, verdict, target_id as "targetId", judged from import_row
    where program_id = ${programId}::uuid and import_id = ${importId}::uuid`;
  const shown = new Map(kept.map((row) => [row.number, row]));
  return rows.filter(({ number, judged }) => {
    const before = shown.get(number);
    return (
      before?.verdict !== judged.verdict ||
      before.targetId !== (judged.target?.id ?? null) ||
      textOf(before.judged.changes) !== textOf(judged.changes)
    );
  }).length;
}

/** JSONB keeps the keys of an object in an order of its own. */
function textOf(changes: readonly CellChange[]): string {
  return JSON.stringify(changes.map(({ field, from, to }) => [field, from, to]));
}

/** The next file with these headings is taken the same way. */
async function remember(
  tx: Tx,
  { programId }: ProgramScope,
  kind: ImportKind,
  { columns }: SheetReading,
  at: Date,
): Promise<void> {
  const signature = signatureOf({ columns });
  const fields = Object.fromEntries(columns.map(({ field }, index) => [String(index), field]));
  await tx.importMapping.upsert({
    where: { programId_kind_signature: { programId, kind, signature } },
    create: { programId, kind, signature, fields, at },
    update: { fields, at },
    select: { at: true },
  });
}
