import { Client } from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createTestDatabase, type TestDatabase } from '@/scripts/database/test-database';
import { asking, type Settings, settingsOf } from '@/scripts/test/asking';
import { columnsFor, tablesWithKeys } from '@/scripts/test/catalogue';
import { type Furnished, furnishedProgram, type Row } from '@/scripts/test/one-of-each';

/*
 * Who may do what with which table, as the application's role, whatever the application itself would have asked. Each
 * letter is a real attempt by SQL on a row of the asker's own program (and startup):
 * A admin, O officer, M manager, S startup; and outside any program: P a signed-in person, N nobody, L whoever brings a
 * link, X the command line of the machine's owner. A dot stands for nobody. A new table needs a line here.
 */
const WALLS = `
  table                select  insert  update  delete
  amount               AOMS    AOS     .       .
  audit_entry          AOMS    AOMS    .       .
  blackout             AOM     AO      .       AO
  change_number        AOMS    .       .       .
  contact              AOMS    AOS     AOS     .
  fixed_table          AOM     AO      .       AO
  funnel_rollup        AOMP    AOM     AOM     .
  fx_rate              AOMS    AO      .       .
  import               AO      AO      O       .
  import_change        .       .       .       .
  import_mapping       AO      AO      AO      .
  import_row           O       O       O       O
  investor             AOMS    AO      AO      .
  meeting              AOMS    AO      AOS     .
  meeting_event        AOMS    AOS     .       .
  meeting_participant  AOMS    AO      .       AO
  membership           AOMS    AO      AO      .
  note                 AOMS    AOS     S       .
  outcome              AOMS    AOS     .       .
  pair                 AOMS    AO      AOS     .
  match_weights        AOM     AO      AO      .
  pair_weight          AOM     AO      AO      AO
  party_merge          AOM     .       .       .
  program              AOMSP   A       AO      .
  program_stage        AOMS    AO      AO      .
  program_touch        AOMP    .       .       .
  report               AOM     AO      .       .
  saved_view           AOMS    AOMS    AO      .
  slot                 AOMS    AO      .       AO
  stage_event          AOMS    AO      .       .
  startup              AOMS    AO      AOS     .
  status_event         AOMS    AO      .       .
  stored_file          AOMS    AOS     AOS     .
  timetable            AOM     AO      AO      .
  timetable_meeting    AOM     AO      AO      AO
  timetable_rules      AOM     AO      AO      .
  timetable_run        AOM     AO      AO      .
  venue_table          AOMS    AO      AO      .
  void                 AOMS    AOS     .       .
  wave_answer          AOMS    AOS     .       .
  wish                 S       .       .       .
  _prisma_migrations   .       .       .       .
  api_token            AOSLX   SX      AOSLX   .
  idempotency_key      S       S       S       S
  invitation           AOLX    AOX     AOLX    .
  known_browser        NLX     NLX     NLX     NLX
  limit_use            .       .       .       .
  passkey              SN      S       SN      S
  passkey_challenge    SN      SN      .       SN
  person               AOMSNLX AOX     ASLX    .
  person_identity      SN      SN      SN      S
  recovery_code        S       S       .       S
  second_factor        SN      S       SN      S
  webhook              S       S       S       .
  webhook_delivery     S       .       .       .
  sign_in              AOSNLX  NLX     .       AOSNLX
  sign_in_link         AOSNLX  NLX     NLX     AOSNLX
`;
/**
 * Rows of another program that these reach all the same: an admin is over the whole installation, the doors and the
 * command line know everybody who has an account, and whoever invites makes an account.
 */
const BEYOND: Record<string, RegExp> = {
  ...{ program: /A/g, membership: /A/g, funnel_rollup: /A/g, program_touch: /A/g, invitation: /[ALX]/g },
  ...{ api_token: /[ALX]/g, known_browser: /[NLX]/g, person: /[AONLX]/g, sign_in: /[ANLX]/g },
  ...{
    passkey: /N/g,
    passkey_challenge: /N/g,
    person_identity: /N/g,
    second_factor: /N/g,
    sign_in_link: /[ANLX]/g,
  },
};
/** What is of a person: the rows that are tried are those of somebody of the startup. */
const OF_A_PERSON = [
  ...[
    'api_token',
    'idempotency_key',
    'invitation',
    'known_browser',
    'passkey',
    'passkey_challenge',
    'person',
  ],
  ...['person_identity', 'recovery_code', 'second_factor', 'sign_in', 'sign_in_link'],
  ...['webhook', 'webhook_delivery'],
];
const VERBS = ['select', 'insert', 'update', 'delete'] as const;
type Verb = (typeof VERBS)[number];

let database: TestDatabase;
let owner: Client;
let app: Client;
let mine: Furnished;
let other: Furnished;
/** Every table with the columns of its key, with those that the application may change, and those that it may give. */
let tables: Map<string, string[]>;
let changeable: Map<string, string[]>;
let given: Map<string, string[]>;

beforeAll(async () => {
  database = await createTestDatabase('empty');
  owner = new Client({ connectionString: database.ownerUrl });
  app = new Client({ connectionString: database.appUrl });
  await Promise.all([owner.connect(), app.connect()]);
  mine = await furnishedProgram(owner, database.ownerUrl);
  other = await furnishedProgram(owner, database.ownerUrl);
  tables = await tablesWithKeys(owner);
  changeable = await columnsFor(owner, 'UPDATE');
  given = await columnsFor(owner, 'INSERT');
});
afterAll(async () => {
  await Promise.all([owner.end(), app.end()]);
  await database.drop();
});

type Target = { table: string; row: Row };

/** What the attempts are made on: for each table one row of the asker's own, of the rival startup and of the other program. */
async function targets({ world, startupIds }: Furnished, startup: 0 | 1): Promise<Map<string, Target>> {
  const found = new Map<string, Target>();
  const teams = [world.as('startup').viewer.personId, world.as('rival').viewer.personId];
  for (const table of tables.keys()) {
    const isPersons = OF_A_PERSON.includes(table);
    const column = table === 'person' || table === 'program' ? 'id' : isPersons ? 'person_id' : 'program_id';
    const { rows } = await owner.query<{ row: Row }>(
      `select to_jsonb(t) as row from ${table} t where to_jsonb(t) ->> $4 = $1 or $3 in ('limit_use', '_prisma_migrations')
       order by (case $3 when 'startup' then to_jsonb(t) ->> 'id' else to_jsonb(t) ->> 'startup_id' end) is distinct from $2,
         to_jsonb(t) ->> 'role' is distinct from 'startup' limit 1`,
      [isPersons ? teams[startup] : world.programId, startupIds[startup], table, column],
    );
    if (rows[0]) found.set(table, { table, row: rows[0].row });
  }
  return found;
}

const keyOf = ({ table, row }: Target) =>
  (tables.get(table) ?? []).map((column) => `${column} = '${row[column]}'`).join(' and ');

/** Whether the walls let the attempt through; what else refuses a row (a key twice, a meeting in the way) stands behind them. */
async function passes(settings: Settings, verb: Verb, target: Target, column = ''): Promise<boolean> {
  return asking(app, settings, async () => {
    const attempt = await ATTEMPTS[verb](target, settings, column).then(
      ({ rowCount }) => (rowCount ?? 0) > 0,
      (error: { code?: string }) => error.code !== '42501',
    );
    return attempt;
  });
}

type Attempt = (target: Target, settings: Settings, column: string) => Promise<{ rowCount: number | null }>;
const ATTEMPTS: Record<Verb, Attempt> = {
  select: (target) =>
    app.query(`select ${tables.get(target.table)?.join(', ')} from ${target.table} where ${keyOf(target)}`),
  insert: async ({ table, row }, settings) => {
    const { viewer } = settings;
    if (table === 'meeting_event' && settings.role === 'startup') await markAnew(row);
    const copy = {
      ...row,
      ...('by_id' in row ? { by_id: viewer || null } : {}),
      ...asWritten(table, settings),
    };
    // Of a table that nobody adds to, the key.
    const columns = (given.get(table) ?? tables.get(table) ?? []).join(', ');
    return app.query(
      `insert into ${table} (${columns}) select ${columns} from jsonb_populate_record(null::public.${table}, $1)`,
      [JSON.stringify(copy)],
    );
  },
  // With the value that it has: what is not to be read is changed without reading it.
  update: (target, _settings, column) =>
    app.query(
      `update ${target.table} set ${column} = (select ${column} from jsonb_populate_record(null::public.${target.table}, $1))
       where ${keyOf(target)}`,
      [JSON.stringify(target.row)],
    ),
  delete: (target) => app.query(`delete from ${target.table} where ${keyOf(target)}`),
};

/** A startup writes into a meeting's log what it has just made of the meeting. */
const markAnew = ({ meeting_id }: Row) =>
  app.query(
    `update meeting set state = 'no_show', no_show_side = 'investor', version = version + 1 where id = $1`,
    [meeting_id],
  );

function asWritten(table: string, { role, viewer }: Settings): Row {
  if (table === 'note') return { side: role === 'startup' ? 'startup' : 'program' };
  if (table === 'meeting_event' && role === 'startup') return { kind: 'no_show', side: 'investor' };
  // The row is a shared view that lists of startups open with; others keep views for themselves.
  if (table === 'saved_view')
    return { person_id: viewer || null, is_shared: role === 'officer' || role === 'admin', default_for: [] };
  if (table === 'invitation') return { invited_by: viewer || null };
  return table === 'membership' ? { role: 'manager', startup_id: null } : {};
}

const LETTERS = ['A', 'O', 'M', 'S', 'P', 'N', 'L', 'X'] as const;
type Letter = (typeof LETTERS)[number];

function settingsBy(letter: Letter, { world }: Furnished): Settings {
  const outside = { P: '', N: 'nobody', L: 'link', X: 'machine' };
  if (letter === 'P') return { viewer: world.as('officer').viewer.personId };
  if (letter in outside) return { role: outside[letter as keyof typeof outside] };
  const who = { A: 'admin', O: 'officer', M: 'manager', S: 'startup' } as const;
  return settingsOf(world, who[letter as keyof typeof who]);
}

type Line = Record<Verb, string>;

function expected(): Map<string, Line> {
  const [, ...lines] = WALLS.trim().split('\n');
  return new Map(
    lines.map((line) => {
      const [table = '', ...cells] = line.trim().split(/ +/);
      return [table, Object.fromEntries(VERBS.map((verb, n) => [verb, cells[n]])) as Line];
    }),
  );
}

/** Who gets through to this row; for a change, to each of its columns in turn. */
async function whoPasses(verb: Verb, target: Target): Promise<string> {
  const columns = (verb === 'update' && changeable.get(target.table)) || tables.get(target.table) || [];
  const tried = verb === 'update' ? columns : [''];
  const found = new Map<string, string[]>();
  for (const column of tried) {
    let letters = '';
    for (const letter of LETTERS)
      if (await passes(settingsBy(letter, mine), verb, target, column)) letters += letter;
    found.set(letters || '.', [...(found.get(letters || '.') ?? []), column]);
  }
  // Columns that differ are told, and stand in no line of the table above.
  if (found.size === 1) return [...found.keys()].join();
  return [...found].map(([letters, names]) => `${letters} (${names.join(', ')})`).join('; ');
}

/** Who of all gets through to the rows of these targets. */
async function found(rows: Map<string, Target>): Promise<Map<string, Line>> {
  const lines = new Map<string, Line>();
  for (const [table, target] of rows) {
    const line = Object.fromEntries(VERBS.map((verb) => [verb, ''])) as Line;
    for (const verb of VERBS) line[verb] = await whoPasses(verb, target);
    lines.set(table, line);
  }
  return lines;
}

const sorted = <Value>(map: Map<string, Value>) =>
  Object.fromEntries([...map].sort(([a], [b]) => (a < b ? -1 : 1)));
const without = (line: Line, letters: RegExp): Line =>
  Object.fromEntries(VERBS.map((verb) => [verb, line[verb].replaceAll(letters, '') || '.'])) as Line;

/** A weight carries the name of whoever gave it last. */
const WRITTEN_AGAIN = ['pair_weight.by_id'] as const;

describe('7.29 the walls by role and verb', () => {
  it('7.29 every table of the database stands in the table above, with row-level security on, forced and with policies', async () => {
    expect([...tables.keys()].sort()).toEqual([...expected().keys()].sort());
    const { rows } = await owner.query(`
      select c.relname as name from pg_class c
      where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') and not (c.relrowsecurity and c.relforcerowsecurity
        and exists (select from pg_policies p where p.schemaname = 'public' and p.tablename = c.relname))`);
    expect(rows).toEqual([{ name: '_prisma_migrations' }]);
  });

  it('7.29 each role passes by real SQL what its commands need, on its own rows, and nothing else', async () => {
    expect(sorted(await found(await targets(mine, 0)))).toEqual(sorted(expected()));
  }, 60_000);

  it('7.29 a startup reaches no row of a rival, whatever the verb', async () => {
    const rivals = await targets(mine, 1);
    for (const [table, { row }] of rivals)
      if (!('startup_id' in row) && table !== 'startup' && !OF_A_PERSON.includes(table)) rivals.delete(table);
    expect(rivals.size).toBeGreaterThan(15);
    for (const [table, line] of await found(rivals))
      expect({ table, S: Object.values(line).join().includes('S') }).toEqual({ table, S: false });
  }, 60_000);

  it('7.29 nobody reaches a row of another program, but an admin what is of the installation', async () => {
    for (const [table, line] of await found(await targets(other, 0))) {
      const beyond = without(line, BEYOND[table] ?? /(?!)/g);
      expect({ table, ...beyond }).toEqual({ table, select: '.', insert: '.', update: '.', delete: '.' });
    }
  }, 60_000);

  it('7.29 what the settings claim is looked up: whoever is not what they claim stands for nothing and reads nothing', async () => {
    const worlds = [mine.world, other.world];
    const people = ['admin', 'officer', 'manager', 'startup', 'rival'] as const;
    const truths = worlds.flatMap((world) => people.map((who) => settingsOf(world, who)));
    const isTrue = (claim: Required<Settings>) =>
      ['nobody', 'link', 'machine'].includes(claim.role) ||
      truths.some(
        ({ viewer, role, program, startup }) =>
          viewer === claim.viewer &&
          role === claim.role &&
          startup === claim.startup &&
          (role === 'admin' || program === claim.program),
      );
    const read = [
      'pair',
      'amount',
      'report',
      'timetable',
      'wish',
      'slot',
      'audit_entry',
      'contact',
      'startup',
    ];
    const sum = read.map((table) => `(select count(*) from ${table})`).join(' + ');
    let lies = 0;
    for (const role of [...people, 'wishes', 'owner', 'postgres', 'nobody', 'link', 'machine', ''])
      for (const { viewer } of [...truths, { viewer: '' }])
        for (const program of [mine.world.programId, other.world.programId, ''])
          for (const startup of [mine.world.stepOne, other.world.rival, '']) {
            const claim = { role, viewer, program, startup };
            await asking(app, claim, async () => {
              const { rows } = await app.query(`select app_standing() as standing, (${sum})::int as seen`);
              const stands = isTrue(claim) ? role : '';
              expect({ claim, standing: rows[0].standing }).toEqual({ claim, standing: stands });
              if (['officer', 'manager', 'startup', 'admin'].includes(stands)) return;
              expect({ claim, seen: rows[0].seen }).toEqual({ claim, seen: 0 });
              lies++;
            });
          }
    expect(lies).toBeGreaterThan(1000);
  }, 60_000);

  it('7.29 keys, authors and times of a row are written once: no column of theirs can be changed', () => {
    const once = [
      'program_id',
      'id',
      'pair_id',
      'investor_id',
      'by_id',
      'created_at',
      'recorded_at',
      'seq',
      'person_id',
      'token_hash',
    ];
    const found = [...changeable].flatMap(([table, columns]) =>
      columns.filter((column) => once.includes(column)).map((column) => `${table}.${column}`),
    );
    expect(found).toEqual([...WRITTEN_AGAIN]);
  });
});
