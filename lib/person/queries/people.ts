import { viewerQuery } from '@/lib/platform/query';
import { personOperations } from '../operations';
import { canReadInstallation } from '../policy';
import { listPeopleInput, type PersonItem, people } from '../schema';

type Row = Omit<PersonItem, 'createdAt' | 'lastSeenAt'> & { createdAt: Date; lastSeenAt: Date | null };

/** People of the installation, the newest first, 50 a page; found by name or address. */
export const listPeople = viewerQuery({
  operation: personOperations.listPeople,
  input: listPeopleInput,
  output: people,
  may: canReadInstallation,
  run: async (tx, _viewer, { q = '', show = 'active', limit = 50, cursor }) => {
    const rows = await tx.$queryRaw<Row[]>`
      select p.id as "personId", p.name, p.name_en as "nameEn", p.email, p.is_admin as "isAdmin", p.has_joined as joined,
        p.archived_at is not null as archived, p.created_at as "createdAt", p.version,
        (select max(s.last_seen_at) from sign_in s where s.person_id = p.id and s.expires_at > now()) as "lastSeenAt",
        coalesce((
          select json_agg(json_build_object('slug', g.slug, 'name', g.name, 'nameEn', g.name_en, 'role', m.role) order by g.slug)
          from membership m join program g on g.id = m.program_id
          where m.person_id = p.id and m.ended_at is null), '[]'::json) as programs
      from person p
      where (position(name_key(${q}) in name_key(p.name)) > 0 or position(name_key(${q}) in name_key(p.name_en)) > 0
        or position(name_key(${q}) in p.email) > 0)
        and (p.archived_at is not null) = ${show === 'archived'} and (p.is_admin or ${show !== 'admins'})
        and (${cursor ?? null}::uuid is null or p.id < ${cursor ?? null}::uuid)
      order by p.id desc
      limit ${limit + 1}`;
    const items = rows.slice(0, limit).map((row) => ({
      ...row,
      createdAt: row.createdAt.toISOString(),
      lastSeenAt: row.lastSeenAt?.toISOString() ?? null,
    }));
    return { items, nextCursor: rows.length > limit ? (items.at(-1)?.personId ?? null) : null };
  },
});
