import type { ProgramScope } from '@/lib/core/scope';
import type { Tx } from '@/lib/platform/database';
import type { MemberRole } from '../policy';

/** A membership as rows of a file are matched with it; `id` is the membership's. */
export type KnownMember = {
  id: string;
  personId: string;
  email: string;
  name: string;
  nameEn: string;
  role: MemberRole;
  startupId: string | null;
  startupName: string | null;
  isEnded: boolean;
  version: number;
};

/** All members of a program by their address, those who left included. */
export async function listKnownMembers(
  tx: Tx,
  { programId }: ProgramScope,
): Promise<Map<string, KnownMember>> {
  const rows = await tx.$queryRaw<KnownMember[]>`
    select m.id, m.person_id as "personId", p.email, p.name, p.name_en as "nameEn", m.role, m.startup_id as "startupId", s.name as "startupName",
      m.ended_at is not null as "isEnded", m.version
    from membership m join person p on p.id = m.person_id
    left join startup s on s.program_id = m.program_id and s.id = m.startup_id
    where m.program_id = ${programId}::uuid`;
  return new Map(rows.map((row) => [row.email.toLowerCase(), row]));
}
