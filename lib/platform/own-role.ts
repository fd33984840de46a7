import { Prisma } from '@/prisma/client/client';

/** What PostgreSQL says of the role that a connection works as; columns of `OWN_ROLE`. */
export type OwnRole = {
  name: string;
  isApplication: boolean;
  isStrong: boolean;
  owns: boolean;
  mayBecome: string | null;
};

/**
 * Row-level security holds for a role that neither owns the tables nor bypasses it, and that cannot turn itself into one
 * that does: `set role` leads a connection to any role that the one it logged in as is a member of.
 */
export const OWN_ROLE = Prisma.sql`
  select r.rolname::text as name, r.rolname = 'roundtable_app' and current_user = 'roundtable_app' as "isApplication",
    r.rolsuper or r.rolbypassrls or r.rolcreaterole or r.rolreplication as "isStrong",
    exists (select from pg_class c join pg_namespace n on n.oid = c.relnamespace
      where n.nspname = 'public' and pg_has_role(r.oid, c.relowner, 'MEMBER')) as owns,
    (select min(o.rolname)::text from pg_roles o where o.oid <> r.oid and pg_has_role(r.oid, o.oid, 'MEMBER')) as "mayBecome"
  from pg_stat_activity a join pg_roles r on r.oid = a.usesysid where a.pid = pg_backend_pid()`;

/** Why the walls would not hold for this role, in one sentence; null where they do. */
export function whyWallsFail({ name, isApplication, isStrong, owns, mayBecome }: OwnRole): string | null {
  const role = `The application connects as the role "${name}"`;
  if (isStrong) return `${role}, which row-level security does not bind; let it connect as roundtable_app.`;
  if (owns) return `${role}, which owns the tables; let it connect as roundtable_app.`;
  if (mayBecome)
    return `${role}, which may turn itself into "${mayBecome}"; let a superuser run: REVOKE ${mayBecome} FROM ${name}.`;
  return isApplication ? null : `${role}; let it connect as roundtable_app.`;
}
