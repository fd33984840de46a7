import { done, refuse } from '@/lib/core/result';
import type { ProgramScope } from '@/lib/core/scope';
import { programCommand } from '@/lib/platform/command';
import type { Tx } from '@/lib/platform/database';
import { programQuery } from '@/lib/platform/query';
import { importOperations } from '../operations';
import { canImport } from '../policy';
import { importInput, undoImportInput, undone, undonePreview } from '../schema';
import { lockImport } from './store';

type KeptRow = { table: string; id: string; why: 'edited' | 'used'; name: string };

/** Asks the database what stays, and with `isDone` takes the rest back. */
async function undo(
  tx: Tx,
  { programId, viewer }: ProgramScope,
  importId: string,
  now: Date,
  isDone: boolean,
): Promise<{ takesBack: number; kept: KeptRow[] }> {
  const kept = await tx.$queryRaw<KeptRow[]>`
    select u.table_name as "table", coalesce(u.row_now ->> 'id', u.row_key) as id, u.kept as why, coalesce(u.row_now ->> 'name', '') as name
    from undo_import(${programId}::uuid, ${importId}::uuid, ${viewer.personId}::uuid, ${now}, ${isDone}) u
    order by u.table_name, name, id`;
  const [counted] = await tx.$queryRaw<{ changes: number }[]>`
    select count_import_changes(${programId}::uuid, ${importId}::uuid) as changes`;
  return { takesBack: (counted?.changes ?? 0) - kept.length, kept };
}

/** What an undo would leave as it is, because it was changed or used since. Throws not_found. */
export const previewUndo = programQuery({
  operation: importOperations.previewUndo,
  input: importInput,
  output: undonePreview,
  may: canImport,
  run: async (tx, scope, { importId }) => {
    const { state } = await lockImport(tx, scope, importId);
    return state === 'applied' ? undo(tx, scope, importId, new Date(), false) : { takesBack: 0, kept: [] };
  },
});

/**
 * Takes an import back: what it made goes, with the entries of logs, and what it changed is as it was before; rows changed
 * since stay and are answered. Refusals: not_applied; published_since, where figures that were published since count it.
 */
export const undoImport = programCommand({
  operation: importOperations.undo,
  input: undoImportInput,
  output: undone,
  may: canImport,
  patience: { seconds: 170 },
  run: async (tx, { scope, now, record }, { importId }) => {
    const of = await lockImport(tx, scope, importId);
    if (of.state !== 'applied') return refuse('not_applied');
    const published = await tx.report.findFirst({
      where: { programId: scope.programId, publishedAt: { gte: of.appliedAt ?? now } },
      select: { number: true },
      orderBy: { number: 'asc' },
    });
    if (published) return refuse('published_since', { params: { number: published.number } });
    const { takesBack, kept } = await undo(tx, scope, importId, now, true);
    record({ subject: 'import', subjectId: importId, detail: { takenBack: takesBack, kept: kept.length } });
    return done({ importId, takesBack, kept });
  },
});
