import type pg from 'pg';

/** What one program is filled up to: a hundred of them are 57,000 pairs, 1,000,000 events and 200,000 amounts. */
const EVENTS = 10_000;
const AMOUNTS = 2_000;

const COPIED = [
  'program_stage',
  'startup',
  'investor',
  'pair',
  'stage_event',
  'status_event',
  'amount',
  'void',
  'meeting',
  'meeting_event',
  'fx_rate',
] as const;
/** Columns that hold an id of the program, whose copy has an id of its own. */
const IDS = /^(id|(program|startup|investor|pair|meeting|stage_event|status_event|amount)_id)$/;
const LEFT_OUT = new Set(['seq', 'table_id', 'owner_id', 'next_step_owner_id']);

/**
 * Copies of the sample program numbered `from` to `to`, each with its own ids and its logs filled up to the sizes above by
 * pairs that move back and forth and say their amounts again. Written as the owner with triggers off.
 */
export async function fillPrograms(client: pg.Client, slug: string, from: number, to: number): Promise<void> {
  await client.query('set session_replication_role = replica');
  const { rows } = await client.query<{ id: string }>('select id from program where slug = $1', [slug]);
  const source = rows[0]?.id ?? '';
  for (let n = from; n <= to; n += 1) {
    const mine = (column: string) => `md5(${column}::text || '${n}')::uuid`;
    await client.query(
      `insert into program (id, slug, name, name_en, home_zone, venue_zone)
       select ${mine('id')}, 'copy-${n}', 'Copy ${n}', 'Copy ${n}', home_zone, venue_zone from program where id = $1`,
      [source],
    );
    for (const table of COPIED) {
      const columns = await columnsOf(client, table);
      const values = columns.map((column) => (IDS.test(column) ? mine(column) : column));
      await client.query(
        `insert into ${table} (${columns.join(', ')}) select ${values.join(', ')} from ${table} where program_id = $1`,
        [source],
      );
    }
    await repeatUpTo(client, n, 'stage_event', EVENTS, {
      effective_at: later('effective_at'),
      recorded_at: later('recorded_at'),
    });
    await repeatUpTo(client, n, 'amount', AMOUNTS, {});
  }
  await client.query('set session_replication_role = origin');
  await client.query('analyze');
}

const later = (column: string) => `${column} + k * interval '1 second'`;

async function columnsOf(client: pg.Client, table: string): Promise<string[]> {
  const { rows } = await client.query<{ name: string }>(
    `select column_name as name from information_schema.columns where table_schema = 'public' and table_name = $1`,
    [table],
  );
  return rows.map(({ name }) => name).filter((name) => !LEFT_OUT.has(name));
}

async function repeatUpTo(
  client: pg.Client,
  n: number,
  table: string,
  wanted: number,
  changed: Record<string, string>,
): Promise<void> {
  const columns = await columnsOf(client, table);
  const values = columns.map((column) =>
    column === 'id' ? 'gen_random_uuid()' : (changed[column] ?? `e.${column}`),
  );
  await client.query(
    `insert into ${table} (${columns.join(', ')})
     select ${values.join(', ')} from program g join ${table} e on e.program_id = g.id
     cross join generate_series(1, 100) k where g.slug = 'copy-${n}'
     limit (select greatest(0, $1 - count(*)) from ${table} e join program g on g.id = e.program_id where g.slug = 'copy-${n}')`,
    [wanted],
  );
}
