import type { Means, ProgramScope, Viewer } from '@/lib/core/scope';
import type { Prisma } from '@/prisma/client/client';

/** What a change leaves behind in the audit trail; `detail` holds no secret and no contact data. */
export type AuditEntry = {
  subject: string;
  subjectId?: string;
  startupId?: string | null;
  pairId?: string | null;
  detail?: Prisma.InputJsonObject;
  /** Where it came in by other means than the viewer did. */
  means?: Means;
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
    command,
    subject: entry.subject,
    subjectId: entry.subjectId ?? null,
    detail: entry.detail ?? {},
    at,
    byId: entry.unnamed ? null : viewer.personId,
    means: entry.unnamed ? 'web' : (entry.means ?? viewer.means),
  };
}
