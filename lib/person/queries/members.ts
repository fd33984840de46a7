import { pageInput } from '@/lib/core/fields';
import { pageOf } from '@/lib/platform/cursor';
import { nameOrder } from '@/lib/platform/ordering';
import { programQuery } from '@/lib/platform/query';
import { Prisma } from '@/prisma/client/client';
import { personOperations } from '../operations';
import { canChangeMember, canReadPeople, type MemberRole } from '../policy';
import { type MemberItem, type MemberState, members } from '../schema';

type Row = {
  membershipId: string;
  personId: string;
  name: string;
  nameEn: string;
  email: string;
  role: MemberRole;
  startupId: string | null;
  startupName: string | null;
  startupNameEn: string | null;
  createdAt: Date;
  endedAt: Date | null;
  version: number;
  joined: boolean;
  invitedAt: Date | null;
  invitedUntil: Date | null;
};

/** The program's people: the office first, then managers, then startups' people by startup; ended ones last. */
export const listMembers = programQuery({
  operation: personOperations.listMembers,
  input: pageInput,
  output: members,
  may: canReadPeople,
  run: async (tx, scope, page) => {
    const now = new Date();
    const { locale } = scope.viewer;
    const rows = await tx.$queryRaw<Row[]>`
      select m.id as "membershipId", p.id as "personId", p.name, p.name_en as "nameEn", p.email, m.role, s.id as "startupId", s.name as "startupName",
        s.name_en as "startupNameEn", m.created_at as "createdAt", m.ended_at as "endedAt", m.version,
        p.has_joined as joined, i.created_at as "invitedAt", i.expires_at as "invitedUntil"
      from membership m
      join person p on p.id = m.person_id and p.archived_at is null
      left join startup s on s.program_id = m.program_id and s.id = m.startup_id
      left join lateral (
        select v.created_at, v.expires_at from invitation v
        where v.program_id = m.program_id and v.person_id = m.person_id and v.accepted_at is null and v.revoked_at is null
        order by v.created_at desc limit 1) i on true
      where m.program_id = ${scope.programId}::uuid
      order by m.ended_at is not null, m.role,
        ${nameOrder(locale, Prisma.sql`s.name`, Prisma.sql`s.name_en`)} nulls first, s.id,
        ${nameOrder(locale, Prisma.sql`p.name`, Prisma.sql`p.name_en`)}, p.id, m.id`;
    const items = rows.map((row) => ({ ...toItem(row, now), mayChange: canChangeMember(scope, row) }));
    return pageOf(items, page, ({ membershipId }) => membershipId);
  },
});

function toItem(row: Row, now: Date): Omit<MemberItem, 'mayChange'> {
  const { membershipId, personId, name, nameEn, email, role, version } = row;
  return {
    membershipId,
    personId,
    name,
    nameEn,
    email,
    role,
    version,
    startup: row.startupId
      ? { id: row.startupId, name: row.startupName ?? '', nameEn: row.startupNameEn ?? '' }
      : null,
    state: stateOf(row, now),
    since: row.createdAt.toISOString(),
    invited:
      !row.joined && row.invitedAt && row.invitedUntil
        ? { at: row.invitedAt.toISOString(), until: row.invitedUntil.toISOString() }
        : null,
    endedAt: row.endedAt?.toISOString() ?? null,
  };
}

function stateOf({ endedAt, joined, invitedUntil }: Row, now: Date): MemberState {
  if (endedAt) return 'ended';
  if (joined) return 'active';
  return invitedUntil && invitedUntil > now ? 'invited' : 'expired';
}
