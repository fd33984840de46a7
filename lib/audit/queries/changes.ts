import type { ProgramScope } from '@/lib/core/scope';
import { asViewer } from '@/lib/platform/database';
import { programQuery } from '@/lib/platform/query';
import { auditOperations } from '../operations';
import { changesPage, listChangesInput } from '../schema';

type Row = { seq: bigint; at: Date; kind: string; id: string | null; operation: string };

/**
 * Changes of the program after `since`, in the order of their numbers, for whoever keeps a copy. An entry is numbered after
 * it is committed, so that none turns up later below a number that was read. Row-level security leaves the entries that the
 * asker may read: of a startup its own, of a note only where it may be read.
 */
export const listChanges = programQuery({
  operation: auditOperations.listChanges,
  input: listChangesInput,
  output: changesPage,
  may: () => true,
  run: async (tx, { programId }, { since, limit }) => {
    await tx.$queryRaw`select number_changes()::text`;
    const rows = await tx.$queryRaw<Row[]>`
      select c.seq, e.at, e.subject as kind, e.subject_id as id, e.command as operation
      from change_number c join audit_entry e on e.id = c.entry_id
      where c.program_id = ${programId}::uuid and c.seq > ${since} and e.program_id = ${programId}::uuid
      order by c.seq limit ${limit}`;
    const items = rows.map(toChange);
    return { items, next: items.at(-1)?.seq ?? since };
  },
});

/** One change by its entry in the trail, as the same list tells it; null where it does not tell it to this scope. */
export function readChange(scope: ProgramScope, entryId: string) {
  return asViewer(scope, async (tx) => {
    await tx.$queryRaw`select number_changes()::text`;
    const [row] = await tx.$queryRaw<Row[]>`
      select c.seq, e.at, e.subject as kind, e.subject_id as id, e.command as operation
      from change_number c join audit_entry e on e.id = c.entry_id
      where c.program_id = ${scope.programId}::uuid and c.entry_id = ${entryId}::uuid`;
    return row ? toChange(row) : null;
  });
}

function toChange({ seq, at, ...row }: Row) {
  return { ...row, seq: Number(seq), at: at.toISOString() };
}
