import { AppError } from '@/lib/core/errors';
import type { ProgramScope } from '@/lib/core/scope';
import type { Tx } from '@/lib/platform/database';

export type StartupProfile = {
  name: string;
  nameEn: string;
  sector: string;
  summary: string;
  summaryEn: string;
  website: string;
};

/** Takes a startup's row for this transaction. Throws not_found for what is not there or not the viewer's. */
export async function lockStartup(
  tx: Tx,
  scope: ProgramScope,
  startupId: string,
): Promise<{ profile: StartupProfile; version: number; isArchived: boolean }> {
  await tx.$queryRaw`
    select id from startup where program_id = ${scope.programId}::uuid and id = ${startupId}::uuid for no key update`;
  const row = await tx.startup.findUnique({
    where: {
      programId_id: { programId: scope.programId, id: startupId },
      ...(scope.startupId ? { AND: { id: scope.startupId } } : {}),
    },
    select: {
      name: true,
      nameEn: true,
      sector: true,
      summary: true,
      summaryEn: true,
      website: true,
      version: true,
      archivedAt: true,
    },
  });
  if (!row) throw new AppError('not_found', 'startup');
  const { version, archivedAt, ...profile } = row;
  return { version, profile, isArchived: archivedAt !== null };
}

/** Another startup in use whose Korean or English name is the same, however it is written. */
export async function findSameName(
  tx: Tx,
  scope: ProgramScope,
  { name, nameEn }: { name: string; nameEn: string },
  self: string | null = null,
): Promise<{ id: string; name: string } | null> {
  const rows = await tx.$queryRaw<{ id: string; name: string }[]>`
    select id, name from startup
    where program_id = ${scope.programId}::uuid and archived_at is null
      and id is distinct from ${self}::uuid
      and (name_key(name) = name_key(${name}) or (${nameEn} <> '' and name_key(name_en) = name_key(${nameEn})))
    order by created_at limit 1`;
  return rows[0] ?? null;
}
