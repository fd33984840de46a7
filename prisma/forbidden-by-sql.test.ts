import { Client } from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createTestDatabase, type TestDatabase } from '@/scripts/database/test-database';
import { asking, codeOf, type Settings, settingsOf } from '@/scripts/test/asking';
import { furnishedProgram } from '@/scripts/test/one-of-each';
import type { SmallProgram } from '@/scripts/test/small-program';

/* What a role may not do with rows that it otherwise writes: columns, authors and words that are not its own. */

let database: TestDatabase;
let app: Client;
let world: SmallProgram;

beforeAll(async () => {
  database = await createTestDatabase('empty');
  const owner = new Client({ connectionString: database.ownerUrl });
  app = new Client({ connectionString: database.appUrl });
  await Promise.all([owner.connect(), app.connect()]);
  world = (await furnishedProgram(owner, database.ownerUrl)).world;
  await owner.query(`update person set password_hash = 'hash of ' || name`);
  await owner.query('update program set evidence_limit = 1000, large_amount = 5000');
  await owner.end();
});
afterAll(async () => {
  await app.end();
  await database.drop();
});

const LOG = `program_id, startup_id, pair_id, id, recorded_at, means`;
const LOGGED = `:program, :startup, :pair, gen_random_uuid(), now(), 'web'`;
type Who = Parameters<SmallProgram['as']>[0];
/** What was found open, and what is like it: by whom, what, and how. Each is refused aloud. */
const FORBIDDEN: [Who, [string, string][]][] = [
  [
    'startup',
    [
      ['makes itself an admin', `update person set is_admin = true where id = app_viewer()`],
      ['takes the address of another', `update person set email = 'x@example.com' where id = app_viewer()`],
      ['reads hashes of passwords', `select password_hash from person`],
      ['finds a hash of a password by comparing', `select from person where password_hash > 'a'`],
      ['reads all of a person', `select * from person`],
      ['reads hashes of sign-ins', `select token_hash from sign_in`],
      ['reads hashes of API tokens', `select token_hash from api_token`],
      ['reads hashes of links', `select token_hash from invitation`],
      [
        'signs in as somebody',
        `insert into sign_in (id, person_id, token_hash, expires_at)
        values (gen_random_uuid(), :officer, 'x', now() + interval '1 day')`,
      ],
      [
        'makes a token of somebody',
        `insert into api_token (id, person_id, name, token_hash)
        values (gen_random_uuid(), :officer, 'x', 'x')`,
      ],
      [
        'makes a link',
        `insert into invitation (id, person_id, token_hash, invited_by, expires_at)
        values (gen_random_uuid(), :officer, 'x', app_viewer(), now() + interval '1 day')`,
      ],
      [
        'makes an account',
        `insert into person (id, email, name) values (gen_random_uuid(), 'x@example.com', 'x')`,
      ],
      ['forgets what was counted', `delete from limit_use`],
      [
        'adds an investor',
        `insert into investor (program_id, id, name, focus) values (:program, gen_random_uuid(), 'x', '{}')`,
      ],
      [
        'states a rate',
        `insert into fx_rate (program_id, id, base, quote, rate, on_day, source, recorded_at, by_id)
        values (:program, gen_random_uuid(), 'USD', 'KRW', 1, '2023-05-01', 'x', now(), app_viewer())`,
      ],
      [
        'moves its pair',
        `insert into stage_event (${LOG}, to_stage, effective_at, by_id)
        values (${LOGGED}, 'follow_up', now(), app_viewer())`,
      ],
      [
        'closes its pair',
        `insert into status_event (${LOG}, from_status, to_status, effective_at, by_id)
        values (${LOGGED}, 'open', 'invested', now(), app_viewer())`,
      ],
      ['writes its pair into another stage', `update pair set stage = 'follow_up' where id = :pair`],
      ['writes its pair into another status', `update pair set status = 'invested' where id = :pair`],
      ['chooses its officer', `update pair set owner_id = :officer where id = :pair`],
      [
        'changes the days of a stage',
        `update program_stage set ends_on = '2030-01-01' where program_id = :program`,
      ],
      ['changes a slot', `update slot set ends_at = ends_at where program_id = :program`],
      ['renames a table', `update venue_table set name = 'x' where program_id = :program`],
      [
        'moves its meeting',
        `update meeting set starts_at = starts_at - interval '1 hour' where startup_id = :startup`,
      ],
      ['gives its meeting a table', `update meeting set table_id = null where startup_id = :startup`],
      [
        'seats people at its meeting',
        `insert into meeting_participant (program_id, startup_id, pair_id, meeting_id, contact_id)
          select program_id, startup_id, pair_id, id, gen_random_uuid() from meeting where startup_id = :startup`,
      ],
      [
        'says that a meeting was booked',
        `insert into meeting_event (${LOG}, meeting_id, kind, starts_at, ends_at, by_id)
        select ${LOGGED}, id, 'booked', starts_at, ends_at, app_viewer() from meeting where startup_id = :startup`,
      ],
      ['takes itself out of the program', `update startup set archived_at = now() where id = :startup`],
      [
        'speaks for an investor',
        `insert into amount (${LOG}, rung, minor, currency, effective_on, source, by_id)
        values (${LOGGED}, 'paid', 1, 'KRW', '2023-05-01', 'investor', app_viewer())`,
      ],
      [
        'speaks in the name of an officer',
        `insert into amount (${LOG}, rung, minor, currency, effective_on, source, by_id)
        values (${LOGGED}, 'paid', 1, 'KRW', '2023-05-01', 'startup', :officer)`,
      ],
      [
        'writes a note of the office',
        `insert into note (program_id, startup_id, pair_id, id, body, visibility, side, created_at, by_id)
        values (:program, :startup, :pair, gen_random_uuid(), 'x', 'shared', 'program', now(), app_viewer())`,
      ],
      [
        'voids a move',
        `insert into void (${LOG}, stage_event_id, reason, by_id)
        select ${LOGGED}, id, 'x', app_viewer() from stage_event where pair_id = :pair`,
      ],
      [
        'leaves a trail on the pair of a rival',
        `insert into audit_entry (id, program_id, startup_id, pair_id, command, subject, at, by_id, means)
        values (gen_random_uuid(), :program, :startup, :rivalpair, 'x', 'x', now(), app_viewer(), 'web')`,
      ],
      ['cancels its meeting', `update meeting set state = 'cancelled' where startup_id = :startup`],
      ['says that it is interesting', `update pair set interest = 5 where id = :pair`],
      [
        'has money that nobody logged',
        `update pair set live_rung = 'paid', live_minor = 9, live_currency = 'KRW', live_on = '2023-05-01' where id = :pair`,
      ],
      ['stands in a stage since long ago', `update pair set stage_since = '2001-01-01' where id = :pair`],
      [
        'gives its next step to a rival',
        `update pair set next_step_owner_id = :rivalperson where id = :pair`,
      ],
      ['ends the numbers of versions', `update pair set version = 2147483647 where id = :pair`],
      ['takes back a version', `update startup set version = version - 1 where id = :startup`],
      [
        'puts an entry at the end of a log for ever',
        `insert into meeting_event (${LOG}, seq, meeting_id, kind, starts_at, ends_at, by_id)
        select ${LOGGED}, 9000000000, id, 'held', starts_at, ends_at, app_viewer() from meeting where startup_id = :startup`,
      ],
      [
        'has a token that never ends',
        `insert into api_token (id, person_id, name, token_hash, expires_at)
        values (gen_random_uuid(), app_viewer(), 'x', 'x', 'infinity')`,
      ],
      ['reads from which amount on evidence is wanted', `select evidence_limit from program`],
      ['finds that amount by comparing', `select from program where evidence_limit > 5`],
      ['reads all of a program', `select * from program`],
      ['keeps a large object', `select lo_create(0)`],
      ['keeps a large object of its own making', `select lo_from_bytea(0, 'x')`],
      ['makes a temporary table', `create temporary table pair (id uuid)`],
      ['makes a funnel look uncounted', `insert into program_touch (program_id, xid) values (:program, 7)`],
      [
        'says a wish behind the function',
        `insert into wish (program_id, startup_id, pair_id, side, said, at)
        values (:program, :startup, :pair, 'office', 'must', now())`,
      ],
    ],
  ],
  [
    'manager',
    [
      ['moves a pair', `update pair set next_step = 'x' where program_id = :program`],
      ['renames the program', `update program set name = 'x' where id = :program`],
      [
        'makes a member',
        `update membership set role = 'manager', startup_id = null where program_id = :program`,
      ],
      [
        'publishes',
        `insert into report (program_id, id, number, as_of, known_at, figures, sentence_ko, sentence_en, published_at, means, by_id)
        values (:program, gen_random_uuid(), 9, '2023-05-01', now(), '{}', 'x', 'x', now(), 'web', app_viewer())`,
      ],
    ],
  ],
  [
    'officer',
    [
      ['makes itself an admin', `update person set is_admin = true where id = app_viewer()`],
      [
        'makes an admin of a new account',
        `insert into person (id, email, name, is_admin) values (gen_random_uuid(), 'x@example.com', 'x', true)`,
      ],
      [
        'makes an account with a password',
        `insert into person (id, email, name, password_hash) values (gen_random_uuid(), 'x@example.com', 'x', 'x')`,
      ],
      [
        'makes a link that sets anybody’s password',
        `insert into invitation (id, person_id, token_hash, purpose, expires_at)
        values (gen_random_uuid(), :officer, 'x', 'reset', now() + interval '1 day')`,
      ],
      [
        'makes an officer',
        `update membership set role = 'officer', startup_id = null where program_id = :program and role = 'manager'`,
      ],
      [
        'ends an officer',
        `update membership set ended_at = now() where program_id = :program and person_id = app_viewer()`,
      ],
      ['archives the program', `update program set archived_at = now() where id = :program`],
      ['gives the program another address', `update program set slug = 'x' where id = :program`],
      ['rewrites a log', `update stage_event set reason = 'x' where program_id = :program`],
      ['rewrites what was published', `update report set note = 'x' where program_id = :program`],
      ['reads bounds past the function', `select large_amount from program`],
      ['ends the numbers of versions', `update program set version = version + 2 where id = :program`],
    ],
  ],
  [
    'admin',
    [
      ['sets the password of another', `update person set password_hash = 'x' where id <> app_viewer()`],
      ['renames another', `update person set name = 'x' where id <> app_viewer()`],
      ['reads hashes of passwords', `select password_hash from person`],
      ['says what was migrated', `update _prisma_migrations set finished_at = null`],
      ['takes back a migration', `delete from _prisma_migrations`],
      ['reads the checksums of migrations', `select checksum from _prisma_migrations`],
      ['becomes the owner', `set local role postgres`],
    ],
  ],
];

describe.each(FORBIDDEN)('7.29 by SQL no %s', (who, statements) => {
  it.each(statements)('7.29 %s', async (_what, sql) => {
    const startup = who === 'rival' ? world.rival : world.stepOne;
    const names: Record<string, string> = {
      ...{
        program: world.programId,
        startup,
        pair: world.pairOf(startup, world.firm7),
        rival: world.rival,
      },
      ...{
        rivalpair: world.pairOf(world.rival, world.firm7),
        officer: world.as('officer').viewer.personId,
        rivalperson: world.as('rival').viewer.personId,
      },
    };
    const said = sql.replaceAll(/:(\w+)/g, (all, name) => (name in names ? `'${names[name]}'` : all));
    expect(await codeOf(asking(app, settingsOf(world, who), () => app.query(said)))).toBe('42501');
  });
});

describe('7.29 hashes of passwords', () => {
  const hash = (who: Who) => `select password_hash_of('${world.as(who).viewer.personId}') as hash`;

  it('7.29 are told of oneself, and to whoever is signing in, and of nobody else', async () => {
    const told = async (settings: Settings, who: Who) =>
      asking(app, settings, async () => (await app.query(hash(who))).rows[0].hash);
    expect(await told(settingsOf(world, 'startup'), 'startup')).toBe('hash of startup');
    expect(await told({ role: 'nobody' }, 'officer')).toBe('hash of officer');
    for (const who of ['admin', 'officer', 'manager', 'rival'] as const)
      expect([who, await told(settingsOf(world, who), 'startup')]).toEqual([who, null]);
    for (const role of ['link', 'machine', ''])
      expect([role, await told({ role }, 'startup')]).toEqual([role, null]);
  });

  it('7.29 and a link sets a password and nothing else of a person', async () => {
    const set = (columns: string) => () => app.query(`update person set ${columns}`);
    const link = { role: 'link' };
    expect(await codeOf(asking(app, link, set(`password_hash = 'x'`)))).toBe('accepted');
    expect(await codeOf(asking(app, link, set('is_admin = true')))).toBe('42501');
    expect(await codeOf(asking(app, link, set('archived_at = now()')))).toBe('42501');
    expect(await codeOf(asking(app, { role: 'nobody' }, set(`password_hash = 'x'`)))).toBe('42501');
  });
});

it('7.29 a startup meets its own team and the office, and nobody of a rival', async () => {
  const met = async (who: Who) =>
    asking(app, settingsOf(world, who), async () =>
      (await app.query<{ name: string }>('select name from person order by name')).rows.map(
        ({ name }) => name,
      ),
    );
  expect(await met('startup')).toEqual(['admin', 'manager', 'officer', 'startup']);
  expect(await met('manager')).toEqual(['admin', 'manager', 'officer', 'rival', 'startup']);
});

describe('7.6 the bounds of amounts', () => {
  it('7.6 are told by the role: no startup learns from which amount on evidence is wanted', async () => {
    const told = (settings: Settings) =>
      asking(app, settings, async () => {
        const { rows } = await app.query('select evidence_limit, large_amount from amount_bounds()');
        return rows;
      });
    const all = [{ evidence_limit: '1000', large_amount: '5000' }];
    for (const who of ['admin', 'officer', 'manager'] as const)
      expect([who, await told(settingsOf(world, who))]).toEqual([who, all]);
    const less = [{ evidence_limit: null, large_amount: '5000' }];
    const { viewer } = settingsOf(world, 'startup');
    for (const settings of [settingsOf(world, 'startup'), settingsOf(world, 'rival'), { viewer }])
      expect(await told(settings)).toEqual(less);
    // What the settings claim is not what counts.
    expect(await told({ ...settingsOf(world, 'officer'), viewer })).toEqual(less);
    for (const role of ['nobody', 'link', 'machine', '']) expect(await told({ role })).toEqual([]);
  });
});

describe('7.29 the mark of a meeting, by SQL of its startup', () => {
  const MARKS = ['scheduled', 'held', 'no_show startup', 'no_show investor', 'cancelled'] as const;
  type Mark = (typeof MARKS)[number];
  const HALF_AN_HOUR = `starts_at = now() + interval '30 minutes', ends_at = now() + interval '55 minutes'`;
  const stateOf = (mark: Mark) => {
    const [state, side] = mark.split(' ');
    return `state = '${state}', no_show_side = ${side ? `'${side}'` : 'null'}`;
  };
  const log = (mark: Mark, by: string) => {
    const [state, side] = mark.split(' ');
    const kind = state === 'scheduled' ? 'reopened' : state;
    return `insert into meeting_event (${LOG}, meeting_id, kind, side, starts_at, ends_at, by_id)
      select program_id, startup_id, pair_id, gen_random_uuid(), now(), 'web', id, '${kind}', ${side ? `'${side}'` : 'null'},
        starts_at, ends_at, '${by}' from meeting where startup_id = '${world.stepOne}'`;
  };
  /** What comes of it after the meeting was marked so by one of them; all in one transaction that is rolled back. */
  const tried = (
    who: 'startup' | 'officer',
    from: Mark,
    by: 'officer' | 'startup',
    ...statements: string[]
  ) =>
    asking(app, settingsOf(world, 'officer'), async () => {
      const marked: [Mark, 'officer' | 'startup'][] = [['scheduled', 'officer']];
      if (from !== 'scheduled') marked.push([from, by]);
      for (const [mark, writer] of marked) {
        await speakAs(writer);
        await app.query(change(mark));
        await app.query(log(mark, world.as(writer).viewer.personId));
      }
      await speakAs(who);
      return codeOf(
        (async () => {
          for (const statement of statements) await app.query(statement);
        })(),
      );
    });
  const speakAs = async (who: 'officer' | 'startup') => {
    const { startup, role, viewer } = settingsOf(world, who);
    await app.query(
      `select set_config('app.startup', $1, true), set_config('app.role', $2, true), set_config('app.viewer', $3, true)`,
      [startup, role, viewer],
    );
  };
  const change = (to: Mark, more = '') =>
    `update meeting set ${stateOf(to)}, version = version + 1${more} where startup_id = '${world.stepOne}'`;

  it('7.29 changes as its commands change it, and only where the office has not spoken', async () => {
    for (const from of MARKS)
      for (const to of MARKS) {
        const isAMark = from !== to && from !== 'cancelled' && to !== 'cancelled';
        if (from !== 'cancelled') {
          const own = await tried('startup', from, 'startup', change(to));
          expect([from, to, own]).toEqual([from, to, isAMark ? 'accepted' : '42501']);
        }
        const offices = isAMark && from === 'scheduled' ? 'accepted' : '42501';
        expect([from, to, await tried('startup', from, 'officer', change(to))]).toEqual([from, to, offices]);
        expect(await tried('officer', from, 'officer', change(to))).toBe('accepted');
      }
  });

  it('7.29 does not become the startup’s by an entry of its own beside the office’s', async () => {
    const mine = world.as('startup').viewer.personId;
    for (const entry of MARKS.filter((mark) => mark !== 'cancelled'))
      expect([entry, await tried('startup', 'held', 'officer', log(entry, mine))]).toEqual([entry, '42501']);
    expect(await tried('startup', 'scheduled', 'officer', change('held'), log('held', mine))).toBe(
      'accepted',
    );
    expect(await tried('startup', 'scheduled', 'officer', change('held'), log('no_show startup', mine))).toBe(
      '42501',
    );
  });

  it('7.29 is not set before the meeting, and no outcome stands beside a no-show', async () => {
    const mine = world.as('startup').viewer.personId;
    const later = await asking(app, settingsOf(world, 'officer'), async () => {
      await app.query(
        `update meeting set ${stateOf('scheduled')}, ${HALF_AN_HOUR} where startup_id = '${world.stepOne}'`,
      );
      await speakAs('startup');
      return codeOf(app.query(change('held')));
    });
    expect(later).toBe('42501');
    const outcome = `insert into outcome (${LOG}, meeting_id, interest, asked, effective_at, by_id)
      select program_id, startup_id, pair_id, gen_random_uuid(), now(), 'web', id, 5, '{}', starts_at, '${mine}'
      from meeting where startup_id = '${world.stepOne}'`;
    expect(await tried('startup', 'no_show startup', 'startup', outcome)).toBe('42501');
    expect(await tried('startup', 'held', 'officer', outcome)).toBe('accepted');
  });
});

it('7.29 a link that was used is not used again', async () => {
  const again = asking(app, { role: 'link' }, async () => {
    await app.query('update invitation set accepted_at = now()');
    return codeOf(app.query('update invitation set accepted_at = null'));
  });
  expect(await again).toBe('42501');
});

it('7.29 nobody revives an API token that was revoked', async () => {
  for (const who of ['startup', 'officer', 'admin'] as const) {
    const set = (value: string) => app.query(`update api_token set revoked_at = ${value}`);
    const revived = asking(app, settingsOf(world, who), async () => {
      expect((await set('now()')).rowCount).toBeGreaterThan(0);
      return codeOf(set('null'));
    });
    expect([who, await revived]).toEqual([who, '42501']);
  }
});
