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
    const items = rows.map(({ seq, at, ...row }) => ({ ...row, seq: Number(seq), at: at.toISOString() }));
    return { items, next: items.at(-1)?.seq ?? since };
  },
});
