import type pg from 'pg';
import { fillLargeProgram } from './large-program';

const ROWS = 50_000;

export type BenchProgram = { id: string; slug: string };
/** A file of `ROWS` rows, the program it goes into, and the tables that its rows end up in. */
export type Transfer = {
  kind: 'startups' | 'contacts' | 'pairs' | 'amounts';
  tables: readonly string[];
  prepare: (client: pg.Client, officerId: string) => Promise<BenchProgram>;
  lines: (client: pg.Client, program: BenchProgram) => Promise<string[]>;
};

const many = (head: string, line: (at: number) => string) => [
  head,
  ...Array.from({ length: ROWS }, (_, at) => line(at)),
];

/** `line` is given both names of each of the first pairs. */
const ofPairs =
  (head: string, line: (names: string, at: number) => string): Transfer['lines'] =>
  async (client, { id }) => {
    const { rows } = await client.query<{ names: string }>(
      `select s.name_en || ',' || i.name as names from pair p
       join startup s on s.program_id = p.program_id and s.id = p.startup_id
       join investor i on i.program_id = p.program_id and i.id = p.investor_id
       where p.program_id = $1 order by p.id limit ${ROWS}`,
      [id],
    );
    return [head, ...rows.map(({ names }, at) => line(names, at))];
  };

export const TRANSFERS: readonly Transfer[] = [
  {
    kind: 'startups',
    tables: ['startup'],
    prepare: (client, officerId) => newProgram(client, officerId, 'bench-startups'),
    lines: async () => many('회사명,산업,소개', (at) => `스타트업 ${at} 주식회사,AI,${at}번째 소개`),
  },
  {
    kind: 'contacts',
    tables: ['contact'],
    prepare: async (client, officerId) => {
      const program = await newProgram(client, officerId, 'bench-contacts');
      await client.query(
        `insert into startup (program_id, id, name, name_en, sector) values ($1, gen_random_uuid(), '스텝원', 'StepOne', 'ai')`,
        [program.id],
      );
      return program;
    },
    lines: async () =>
      many('참가기업,이름,이메일,직함', (at) => `스텝원,사람 ${at},person${at}@example.com,이사`),
  },
  {
    kind: 'pairs',
    tables: ['wish', 'pair_weight'],
    prepare: largeProgram,
    lines: ofPairs(
      '참가기업,투자사,가중치,참가기업 희망,투자사 희망,다음 단계',
      (names, at) => `${names},${1 + (at % 5)},희망,필수,자료 송부 ${at}`,
    ),
  },
  {
    kind: 'amounts',
    tables: ['amount'],
    prepare: largeProgram,
    lines: ofPairs(
      '참가기업,투자사,금액 단계,금액,기준일',
      (names) => `${names},LOI,"3억 2,000만",2023-05-02`,
    ),
  },
];

async function newProgram(client: pg.Client, officerId: string, slug: string): Promise<BenchProgram> {
  const { rows } = await client.query<BenchProgram>(
    `with made as (
       insert into program (id, slug, name, name_en, home_zone, venue_zone)
       values (gen_random_uuid(), $1, '가져오기', 'Import', 'Asia/Seoul', 'America/New_York') returning id, slug)
     select id, slug from made`,
    [slug],
  );
  const [program] = rows;
  if (!program) throw new Error('no program');
  await client.query(
    `insert into membership (program_id, id, person_id, role) values ($1, gen_random_uuid(), $2, 'officer')`,
    [program.id, officerId],
  );
  return program;
}

/** The program of 60,000 pairs, filled once; each pair with the entry that opens its log. */
export async function largeProgram(client: pg.Client, officerId: string): Promise<BenchProgram> {
  const find = async () =>
    (await client.query<BenchProgram>(`select id, slug from program where name_en = 'Large program'`))
      .rows[0];
  const found = await find();
  if (found) return found;
  const { rows } = await client.query<{ id: string }>(
    `select id from person where email = 'startup@sample.example'`,
  );
  const startupPersonId = rows[0]?.id ?? '';
  await fillLargeProgram(client, { officerId, startupPersonId });
  await client.query(
    `insert into stage_event (program_id, id, startup_id, pair_id, to_stage, effective_at, recorded_at, means)
     select program_id, gen_random_uuid(), startup_id, id, 'candidate', '2023-04-01', '2023-04-01', 'sample' from pair p
     where not exists (select from stage_event e where e.program_id = p.program_id and e.pair_id = p.id)`,
  );
  const made = await find();
  if (!made) throw new Error('no large program');
  return made;
}
