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

/** The columns of each table that the application's role may change, or give where it adds a row. */
export async function columnsFor(owner: Client, verb: 'UPDATE' | 'INSERT'): Promise<Map<string, string[]>> {
  const { rows } = await owner.query<{ name: string; columns: string[] }>(
    `select c.relname as name, array_agg(a.attname::text order by a.attname) as columns
     from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
     where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p')
       and has_column_privilege('roundtable_app', c.oid, a.attnum, $1) group by c.relname`,
    [verb],
  );
  return new Map(rows.map(({ name, columns }) => [name, columns]));
}
