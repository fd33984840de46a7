import { AppError } from '@/lib/core/errors';
import type { ProgramScope } from '@/lib/core/scope';
import type { Context } from '@/lib/platform/command';
import type { Tx } from '@/lib/platform/database';
import { type Judged, type Verdict, verdictCounts } from '../rules/judged';
import type { Answers } from '../rules/row-reader';
import type { Kept, SheetReading, StoredRow } from '../rules/stored';
import type { ImportKind } from '../schema';
import type { JudgedRow } from './judge';

/** Rows a statement: each is some hundred bytes of JSON. */
const AT_ONCE = 2_000;

export type LockedImport = {
  id: string;
  kind: ImportKind;
  state: 'draft' | 'applied' | 'undone' | 'discarded';
  reading: SheetReading;
  answers: Answers;
  fileName: string;
  byId: string;
  appliedAt: Date | null;
  version: number;
};

/** Takes an import for this transaction. Throws not_found. */
export async function lockImport(
  tx: Tx,
  { programId }: ProgramScope,
  importId: string,
): Promise<LockedImport> {
  const [row] = await tx.$queryRaw<LockedImport[]>`
    select id, kind, state, reading, answers, file_name as "fileName", by_id as "byId", applied_at as "appliedAt", version
    from import where program_id = ${programId}::uuid and id = ${importId}::uuid for update`;
  if (!row) throw new AppError('not_found', 'import');
  return row;
}

/** The same where it is the viewer's own: nobody else has its rows. */
export async function lockOwnImport(tx: Tx, scope: ProgramScope, importId: string): Promise<LockedImport> {
  const found = await lockImport(tx, scope, importId);
  if (found.byId !== scope.viewer.personId) throw new AppError('not_found', 'import');
  return found;
}

export async function readRows(tx: Tx, { programId }: ProgramScope, importId: string): Promise<StoredRow[]> {
  return tx.$queryRaw<StoredRow[]>`
    select number, cells, decision from import_row
    where program_id = ${programId}::uuid and import_id = ${importId}::uuid order by number`;
}

/** What was found of each row when it was last judged; what is to be written is not kept. */
export async function readJudged(
  tx: Tx,
  { programId }: ProgramScope,
  importId: string,
): Promise<Map<number, Judged>> {
  const rows = await tx.$queryRaw<
    { number: number; verdict: Verdict; key: string | null; targetId: string | null; judged: Kept }[]
  >`
    select number, verdict, match_key as key, target_id as "targetId", judged from import_row
    where program_id = ${programId}::uuid and import_id = ${importId}::uuid`;
  return new Map(
    rows.map(({ number, targetId, judged: { name, problems, changes }, ...found }) => {
      const target = targetId === null ? null : { id: targetId, name: name ?? '' };
      return [number, { ...found, target, problems, changes, write: null }];
    }),
  );
}

function recordOf({ number, cells, decision, judged }: JudgedRow) {
  const { verdict, key, target, problems, changes } = judged;
  const kept: Kept = { problems, changes, name: target?.name ?? null };
  return { number, cells, decision, verdict, matchKey: key, targetId: target?.id ?? null, judged: kept };
}

export async function insertRows(
  tx: Tx,
  { programId }: ProgramScope,
  importId: string,
  rows: readonly JudgedRow[],
  tell: Context<ProgramScope>['tell'],
): Promise<void> {
  for (let at = 0; at < rows.length; at += AT_ONCE) {
    if (at > 0) tell({ step: 'keep', done: at, of: rows.length });
    const records = JSON.stringify(rows.slice(at, at + AT_ONCE).map(recordOf));
    await tx.$executeRaw`
      insert into import_row (program_id, import_id, number, cells, decision, verdict, match_key, target_id, judged)
      select ${programId}::uuid, ${importId}::uuid, r.number, r.cells, r.decision, r.verdict, r."matchKey", r."targetId", r.judged
      from jsonb_to_recordset(${records}::jsonb) as r(number int, cells jsonb, decision text, verdict import_verdict,
        "matchKey" text, "targetId" uuid, judged jsonb)`;
  }
}

/** Keeps what was found of rows that are kept already. */
export async function updateRows(
  tx: Tx,
  { programId }: ProgramScope,
  importId: string,
  rows: readonly JudgedRow[],
): Promise<void> {
  for (let at = 0; at < rows.length; at += AT_ONCE) {
    const records = JSON.stringify(rows.slice(at, at + AT_ONCE).map(recordOf));
    await tx.$executeRaw`
      update import_row x set cells = r.cells, decision = r.decision, verdict = r.verdict, match_key = r."matchKey",
        target_id = r."targetId", judged = r.judged
      from jsonb_to_recordset(${records}::jsonb) as r(number int, cells jsonb, decision text, verdict import_verdict,
        "matchKey" text, "targetId" uuid, judged jsonb)
      where x.program_id = ${programId}::uuid and x.import_id = ${importId}::uuid and x.number = r.number
        and (x.cells, x.decision, x.verdict, x.match_key, x.target_id, x.judged)
          is distinct from (r.cells, r.decision, r.verdict, r."matchKey", r."targetId", r.judged)`;
  }
}

/** Keeps the counts, and what else is new, as the next version of the import. */
export async function keepCounts(
  tx: Tx,
  { programId }: ProgramScope,
  importId: string,
  rows: readonly JudgedRow[],
  more: { reading?: SheetReading; answers?: Answers } = {},
): Promise<void> {
  await tx.import.update({
    where: { programId_id: { programId, id: importId } },
    data: { ...(more as object), counts: verdictCounts(rows), version: { increment: 1 } },
    select: { id: true },
  });
}
