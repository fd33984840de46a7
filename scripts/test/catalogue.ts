import type { Client } from 'pg';

/** Every table with the columns of its key. */
export async function tablesWithKeys(owner: Client): Promise<Map<string, string[]>> {
  const { rows } = await owner.query<{ name: string; key: string[] }>(`
    select c.relname as name, array_agg(a.attname::text order by a.attnum) filter (where a.attnum = any(i.indkey)) as key
    from pg_class c
    join pg_index i on i.indrelid = c.oid and i.indisprimary
    join pg_attribute a on a.attrelid = c.oid and a.attnum > 0
    where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p')
    group by c.relname order by c.relname`);
  return new Map(rows.map(({ name, key }) => [name, key]));
}

/** The columns of each table that the application's role may change. */
export async function changeableColumns(owner: Client): Promise<Map<string, string[]>> {
  const { rows } = await owner.query<{ name: string; columns: string[] }>(`
    select table_name as name, array_agg(column_name::text order by column_name) as columns
    from information_schema.column_privileges
    where grantee = 'roundtable_app' and privilege_type = 'UPDATE' and table_schema = 'public' group by table_name`);
  return new Map(rows.map(({ name, columns }) => [name, columns]));
}
