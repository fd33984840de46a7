import { AppError } from '@/lib/core/errors';
import type { ProgramScope } from '@/lib/core/scope';
import type { Tx } from '@/lib/platform/database';

export type InvestorProfile = {
  name: string;
  city: string;
  focus: string[];
  summary: string;
  website: string;
};

/** Takes an investor's row for this transaction. Throws not_found for what is not there. */
export async function lockInvestor(
  tx: Tx,
  scope: ProgramScope,
  investorId: string,
): Promise<{ profile: InvestorProfile; version: number; isArchived: boolean }> {
  await tx.$queryRaw`
    select id from investor where program_id = ${scope.programId}::uuid and id = ${investorId}::uuid for no key update`;
  const row = await tx.investor.findUnique({
    where: { programId_id: { programId: scope.programId, id: investorId } },
    select: {
      name: true,
      city: true,
      focus: true,
      summary: true,
      website: true,
      version: true,
      archivedAt: true,
    },
  });
  if (!row) throw new AppError('not_found', 'investor');
  const { version, archivedAt, ...profile } = row;
  return { version, profile, isArchived: archivedAt !== null };
}

/** Another investor in use whose name is the same, however it is written. */
export async function findSameName(
  tx: Tx,
  scope: ProgramScope,
  name: string,
  self: string | null = null,
): Promise<{ id: string; name: string } | null> {
  const rows = await tx.$queryRaw<{ id: string; name: string }[]>`
    select id, name from investor
    where program_id = ${scope.programId}::uuid and archived_at is null
      and id is distinct from ${self}::uuid and name_key(name) = name_key(${name})
    order by created_at limit 1`;
  return rows[0] ?? null;
}
