import { Client } from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createTestDatabase, type TestDatabase } from '@/scripts/database/test-database';
import { asking, codeOf, settingsOf } from '@/scripts/test/asking';
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
    ],
  ],
  [
    'admin',
    [
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
      },
    };
    const said = sql.replaceAll(/:(\w+)/g, (all, name) => (name in names ? `'${names[name]}'` : all));
    expect(await codeOf(asking(app, settingsOf(world, who), () => app.query(said)))).toBe('42501');
  });
});
