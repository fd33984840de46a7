import { done, type Result, refuse } from '@/lib/core/result';
import type { ProgramScope } from '@/lib/core/scope';
import { type Context, programCommand } from '@/lib/platform/command';
import type { Tx } from '@/lib/platform/database';
import { importOperations } from '../operations';
import { canImport } from '../policy';
import { detailOf } from '../queries/imports';
import { type CellChange, type Judged, verdictCounts } from '../rules/judged';
import type { SheetReading } from '../rules/stored';
import { applyImportInput, type ImportKind, importDetail } from '../schema';
import { performRow } from './attempt';
import { signatureOf } from './create';
import { type JudgedRow, judgeRows } from './judge';
import type { Kind } from './kinds/kind';
import { KINDS } from './kinds/kinds';
import { lockOwnImport, readJudged, readRows } from './store';

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
  patience: { seconds: 170 },
  endsUnheard: true,
  run: async (tx, context, { importId, version }) => {
    const { scope, viewer, now, record } = context;
    const of = await lockOwnImport(tx, scope, importId);
    if (of.state !== 'draft') return refuse('import_over');
    if (version !== undefined && version !== of.version)
      return refuse('stale', { field: ['version'], current: await detailOf(tx, scope, importId) });
    const kind = KINDS[of.kind];
    const { columns } = of.reading;
    const stored = await readRows(tx, scope, importId);
    const shown = await readJudged(tx, scope, importId);
    const how = { columns, answers: of.answers, lock: true, found: shown };
    const judged = await judgeRows(tx, context, kind, stored, how);
    if (!judged.ok) return judged;
    const { rows, known } = judged.value;
    const changed = countChanged(shown, rows);
    if (changed > 0) return refuse('preview_changed', { params: { rows: changed } });
    const counts = verdictCounts(rows);
    if (counts.create + counts.change === 0) return refuse('nothing_to_import');
    await tx.$queryRaw`select set_config('app.import', ${importId}, true)`;
    const writes = rows.flatMap(({ judged }) => (judged.write ? [judged.write] : []));
    const written = await writeRows(tx, byImport(context), kind, writes, known);
    if (!written.ok) return written;
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
    // Which wish of the file is a no-thanks, no entry of the import tells: they are all named alike.
    record: ({ unnamed, ...entry }) =>
      context.record({ means: 'import', ...entry, ...(entry.command && unnamed ? { unnamed } : {}) }),
  };
}

/** Rows written in sets: so many at once, so that whoever waits hears of them. */
const AT_ONCE = 5_000;
/** Rows written one by one: heard of after so many. */
const TOLD_EVERY = 50;

/** Refusal: preview_changed, where a command refuses what it did not refuse when it was tried. */
async function writeRows(
  tx: Tx,
  context: Context<ProgramScope>,
  kind: Kind,
  writes: readonly unknown[],
  known: unknown,
): Promise<Result<unknown>> {
  const tell = (done: number) => done > 0 && context.tell({ step: 'write', done, of: writes.length });
  if (kind.write) {
    for (const [at, some] of setsOf(writes)) {
      tell(at);
      await kind.write(tx, context, some, known);
    }
    return done(null);
  }
  const { sets } = kind;
  const covered = sets ? writes.filter(sets.covers) : [];
  for (const [at, some] of setsOf(covered)) {
    tell(at);
    if (!(await sets?.write(tx, context, some))?.ok) return CHANGED;
  }
  const others = sets ? writes.filter((write) => !sets.covers(write)) : writes;
  for (const [at, write] of others.entries()) {
    if (at % TOLD_EVERY === 0) tell(covered.length + at);
    if (!(await performRow(tx, context, kind, write)).ok) return CHANGED;
  }
  return done(null);
}

/** Rows in sets, each with where it begins. */
function* setsOf<Row>(rows: readonly Row[]): Generator<[at: number, some: readonly Row[]]> {
  for (let at = 0; at < rows.length; at += AT_ONCE) yield [at, rows.slice(at, at + AT_ONCE)];
}

const CHANGED = refuse('preview_changed', { params: { rows: 1 } });

/** Rows that would do something else now than their reader saw. */
function countChanged(shown: ReadonlyMap<number, Judged>, rows: readonly JudgedRow[]): number {
  return rows.filter(({ number, judged }) => {
    const before = shown.get(number);
    return (
      before?.verdict !== judged.verdict ||
      before.target?.id !== judged.target?.id ||
      textOf(before.changes) !== textOf(judged.changes)
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
