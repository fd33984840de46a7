import { randomUUID } from 'node:crypto';
import type pg from 'pg';
import { joinManager } from './write';

type Size = { startups: number; investors: number; reports: number };

/** Each pair of the program with a number of its own: what it tells goes by that, so that crowds differ in size alone. */
const NUMBERED = `(select p.program_id, p.id as pair_id, p.startup_id, p.investor_id,
  row_number() over (order by p.id)::int as n from pair p where p.program_id = $1)`;
/** The columns every entry of a log has; `hours` after the first of March, written down an hour later. */
const entry = (hours: string) =>
  `program_id, gen_random_uuid(), startup_id, pair_id, 'import', '2023-03-01T01:00:00Z'::timestamptz + ${hours} * interval '1 hour'`;
const ENTRY = 'program_id, id, startup_id, pair_id, means, recorded_at';
const at = (hours: string) => `'2023-03-01T00:00:00Z'::timestamptz + ${hours} * interval '1 hour'`;

const STATEMENTS = [
  `insert into pair (program_id, id, startup_id, investor_id)
   select s.program_id, gen_random_uuid(), s.id, i.id from startup s join investor i using (program_id) where program_id = $1`,
  ...['candidate', 'video_call', 'main_session'].map(
    (stage, k) => `insert into stage_event (${ENTRY}, from_stage, to_stage, effective_at)
      select ${entry(`(n % 200 + ${k * 300})`)}, ${k === 0 ? 'null' : "'candidate'"}, '${stage}', ${at(`(n % 200 + ${k * 300})`)}
      from ${NUMBERED} p where n % ${k + 1} = 0`,
  ),
  ...['passed', 'open'].map(
    (
      status,
      k,
    ) => `insert into status_event (${ENTRY}, from_status, to_status, reason_code, reason, effective_at)
      select ${entry(`(n % 100 + ${400 + k * 200})`)}, 'open', '${status}', ${k === 0 ? "'timing'" : 'null'}, 'said', ${at(`(n % 100 + ${400 + k * 200})`)}
      from ${NUMBERED} p where n % ${2 + k * 2} = 0`,
  ),
  `insert into amount (${ENTRY}, rung, minor, currency, effective_on, source, reason)
   select ${entry('(n % 900)')}, 'discussed', 1000000, 'KRW', '2023-03-01', 'officer', 'said' from ${NUMBERED} p where n % 3 = 0`,
  `insert into meeting (program_id, id, startup_id, pair_id, investor_id, stage, state, starts_at, ends_at)
   select program_id, gen_random_uuid(), startup_id, pair_id, investor_id, 'main_session', 'cancelled',
     '2023-01-01T09:00:00Z', '2023-01-01T09:30:00Z' from ${NUMBERED} p where n % 2 = 0`,
  ...['booked', 'held'].map(
    (kind, k) => `insert into meeting_event (${ENTRY}, meeting_id, kind, starts_at, ends_at)
      select program_id, gen_random_uuid(), startup_id, pair_id, 'import', ${at(`(${100 + k * 400})`)}, id, '${kind}',
        ${at('450')}, ${at('451')} from meeting where program_id = $1`,
  ),
];

/** A program of startups x investors pairs with logs of every kind and reports published on them; gives its id. */
export async function writeCrowd(client: pg.Client, { startups, investors, reports }: Size): Promise<string> {
  const id = randomUUID();
  await client.query(
    `insert into program (id, slug, name, name_en, home_zone, venue_zone)
     values ($1, $2, 'Crowd', 'Crowd', 'Asia/Seoul', 'America/New_York')`,
    [id, `p-${id}`],
  );
  await joinManager(client, id);
  await client.query(
    `insert into startup (program_id, id, name, name_en, sector)
     select $1, gen_random_uuid(), 'S' || n, 'S' || n, 'ai' from generate_series(1, $2::int) n`,
    [id, startups],
  );
  await client.query(
    `insert into investor (program_id, id, name, focus)
     select $1, gen_random_uuid(), 'I' || n, '{}' from generate_series(1, $2::int) n`,
    [id, investors],
  );
  for (const statement of STATEMENTS) await client.query(statement, [id]);
  await client.query(
    `insert into report (program_id, id, number, as_of, known_at, figures, sentence_ko, sentence_en, published_at, means)
     select $1, gen_random_uuid(), n, '2023-03-05'::date + n, '2023-03-06T03:00:00Z'::timestamptz + n * interval '1 day',
       '{"sum": "discussed"}', '', '', '2023-05-01', 'import' from generate_series(1, $2::int) n`,
    [id, reports],
  );
  return id;
}
