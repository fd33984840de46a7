import type { Means, ProgramScope, Viewer } from '@/lib/core/scope';
import { uuidv7 } from '@/lib/core/uuid';
import type { Prisma } from '@/prisma/client/client';
import type { Tx } from './database';

/** What a change leaves behind in the audit trail; `detail` holds no secret and no contact data. */
export type AuditEntry = {
  subject: string;
  subjectId?: string;
  startupId?: string | null;
  pairId?: string | null;
  detail?: Prisma.InputJsonObject;
  /** Where it came in by other means than the viewer did. */
  means?: Means;
  /** Where the work of another command was done for many rows at once: its name. */
  command?: string;
  /** Keeps who it was, and by what means, out of the trail: for what nobody is to learn. */
  unnamed?: boolean;
};

/** The entry as it is written, with who left it, when and by what means. */
export function auditRow(
  command: string,
  actor: ProgramScope | Viewer,
  viewer: Viewer,
  at: Date,
  entry: AuditEntry,
) {
  return {
    programId: 'programId' in actor ? actor.programId : null,
    startupId: entry.startupId ?? null,
    pairId: entry.pairId ?? null,
    command: entry.command ?? command,
    subject: entry.subject,
    subjectId: entry.subjectId ?? null,
    detail: entry.detail ?? {},
    at,
    byId: entry.unnamed ? null : viewer.personId,
    means: entry.unnamed ? 'web' : (entry.means ?? viewer.means),
  };
}

/** From so many on the values of a statement take longer to hand over one by one than as one JSON text. */
export const MANY_ENTRIES = 50;
/** Entries a statement: an import leaves as many as its file has rows. */
const AT_ONCE = 5_000;

/** Writes entries to the trail. Ids in their order, so that those of one instant are read as they were left. */
export async function writeEntries(tx: Tx, rows: readonly ReturnType<typeof auditRow>[]): Promise<void> {
  for (let from = 0; from < rows.length; from += AT_ONCE) {
    const some = rows.slice(from, from + AT_ONCE);
    const ids = some.map(({ at }) => uuidv7(at)).sort();
    const records = JSON.stringify(some.map((row, index) => ({ ...row, id: ids[index] })));
    await tx.$executeRaw`
      insert into audit_entry (id, program_id, startup_id, pair_id, command, subject, subject_id, detail, at, by_id, means)
      select r.id, r."programId", r."startupId", r."pairId", r.command, r.subject, r."subjectId", r.detail, r.at, r."byId", r.means
      from jsonb_to_recordset(${records}::jsonb) as r(id uuid, "programId" uuid, "startupId" uuid, "pairId" uuid, command text,
        subject text, "subjectId" text, detail jsonb, at timestamptz, "byId" uuid, means means)`;
  }
}
