import type pg from 'pg';

/**
 * One program of 300 startups and 200 firms: 60,000 pairs, 15,000 next steps, 30,000 notes, 20,000 meetings, 1,000 contacts, 600
 * people.
 */
const STARTUPS = 300;
const FIRMS = 200;
const SLUG = 'large-search';

const SYLLABLES = '가나다라마바사아자차카타파하메디픽셀스텝원한빛누리소리별';
const WORDS = [
  'Harbor',
  'Summit',
  'River',
  'Maple',
  'Orion',
  'Cedar',
  'Pioneer',
  'Granite',
  'Lumen',
  'Atlas',
];

/**
 * Writes it as the owner, with its triggers on, so that the database writes what is searched; the officer is its member, and the
 * other person one of a startup. Answers its short name.
 */
export async function fillLargeProgram(
  client: pg.Client,
  { officerId, startupPersonId }: { officerId: string; startupPersonId: string },
): Promise<string> {
  const { rows } = await client.query<{ id: string }>(
    `insert into program (id, slug, name, name_en, home_zone, venue_zone)
     values (gen_random_uuid(), $1, '큰 프로그램', 'Large program', 'Asia/Seoul', 'America/New_York') returning id`,
    [SLUG],
  );
  const program = rows[0]?.id;
  const write = (sql: string, ...values: unknown[]) => client.query(sql, [program, ...values]);
  await write(
    `insert into membership (program_id, id, person_id, role) values ($1, gen_random_uuid(), $2, 'officer')`,
    officerId,
  );
  await write(
    `insert into startup (program_id, id, name, name_en, sector)
     select $1, gen_random_uuid(), n, e, 'ai' from unnest($2::text[], $3::text[]) as u (n, e)`,
    many(STARTUPS, korean),
    many(STARTUPS, (at) => `${latin(at)} Labs ${at}`),
  );
  await write(
    `insert into investor (program_id, id, name, city, focus)
     select $1, gen_random_uuid(), n, 'Boston', '{}' from unnest($2::text[]) as u (n)`,
    many(FIRMS, (at) => `${latin(at)} ${latin(at * 7 + 3)} Capital ${at}`),
  );
  await write(
    `insert into membership (program_id, id, person_id, role, startup_id)
     select $1, gen_random_uuid(), $2, 'startup', id from startup where program_id = $1 order by name limit 1`,
    startupPersonId,
  );
  await write(
    `with one as (insert into person (id, email, name, name_en)
       select gen_random_uuid(), 'member' || n || '@large.example', n || '번 담당', 'Member ' || n from generate_series(1, 600) n returning id)
     insert into membership (program_id, id, person_id, role) select $1, gen_random_uuid(), id, 'manager' from one`,
  );
  for (const side of ['startup', 'investor'])
    await write(
      `insert into contact (program_id, id, ${side}_id, name, name_en, title)
       select $1, gen_random_uuid(), p.id, '김' || left(p.name, 2), 'Kim ' || k, '이사' from ${side} p, generate_series(1, 2) k
       where p.program_id = $1`,
    );
  await write(
    `insert into pair (program_id, id, startup_id, investor_id, next_step, next_step_on)
     select $1, gen_random_uuid(), s.id, i.id,
       case when random() < 0.25 then (array['자료 송부', '후속 미팅 잡기', '계약서 초안 검토', '실사 자료 준비'])[1 + floor(random() * 4)] || ' ' || i.name end,
       date '2023-06-01' + floor(random() * 200)::int
     from startup s join investor i on i.program_id = s.program_id where s.program_id = $1`,
  );
  await write(
    `insert into note (program_id, id, startup_id, pair_id, body, visibility, side, created_at)
     select $1, gen_random_uuid(), p.startup_id, p.id,
       'CFO가 ' || (array['매출 전망', '특허 출원', '임상 일정', '밸류에이션'])[1 + floor(random() * 4)] || '을 물었고, 다음 주까지 답하기로 함. '
         || '담당 심사역은 긍정적이며 내부 회의에서 다시 논의한다고 함. ' || md5(p.id::text),
       'shared', 'program', timestamptz '2023-05-01' + random() * interval '200 days'
     from pair p where p.program_id = $1 limit 30000`,
  );
  await write(
    `insert into meeting (program_id, id, pair_id, startup_id, investor_id, stage, starts_at, ends_at, state)
     select $1, gen_random_uuid(), p.id, p.startup_id, p.investor_id, 'main_session', timestamptz '2023-04-01' + n * interval '30 minutes',
       timestamptz '2023-04-01' + n * interval '30 minutes' + interval '25 minutes', 'held'
     from (select id, startup_id, investor_id, row_number() over () as n from pair where program_id = $1 limit 20000) p`,
  );
  await client.query('analyze');
  return SLUG;
}

const many = (count: number, of: (at: number) => string) => Array.from({ length: count }, (_, at) => of(at));
const korean = (at: number) =>
  [at, at * 3 + 1, at * 5 + 2, at * 7 + 3].map((n) => SYLLABLES[n % SYLLABLES.length]).join('');
const latin = (at: number) => WORDS[at % WORDS.length] ?? '';
