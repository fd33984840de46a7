import { randomUUID } from 'node:crypto';
import { Client } from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { withClient } from '@/scripts/database/connection';
import { createTestDatabase, type TestDatabase } from '@/scripts/database/test-database';
import { asking as askingOf, codeOf, settingsOf } from '@/scripts/test/asking';
import { type SmallProgram, smallProgram } from '@/scripts/test/small-program';

/* The walls around plans and wishes, without a line of the application. */

let database: TestDatabase;
let mine: SmallProgram;
let other: SmallProgram;
let app: Client;
const draft = randomUUID();
const version = randomUUID();
const slot = randomUUID();

beforeAll(async () => {
  database = await createTestDatabase('empty');
  mine = await smallProgram(database.ownerUrl);
  other = await smallProgram(database.ownerUrl);
  await withClient(database.ownerUrl, async (owner) => {
    const program = mine.programId;
    const one = mine.pairOf(mine.stepOne, mine.firm7);
    await owner.query(
      `insert into slot (program_id, id, stage, starts_at, ends_at) values ($1, $2, 'main_session', '2023-04-28 14:30-04', '2023-04-28 14:55-04')`,
      [program, slot],
    );
    await owner.query(
      `insert into program_stage (program_id, stage, starts_on, ends_on, time_zone) values ($1, 'main_session', '2023-04-28', '2023-04-28', 'UTC')`,
      [program],
    );
    await owner.query(`insert into timetable_rules (program_id, stage) values ($1, 'main_session')`, [
      program,
    ]);
    for (const id of [draft, version]) {
      await owner.query(
        `insert into timetable (program_id, id, stage, name, created_at) values ($1, $2, 'main_session', 'x', now())`,
        [program, id],
      );
      await owner.query(
        `insert into timetable_meeting (program_id, timetable_id, pair_id, startup_id, investor_id, slot_id, starts_at, ends_at)
         values ($1, $2, $3, $4, $5, $6, '2023-04-28 14:30-04', '2023-04-28 14:55-04')`,
        [program, id, one, mine.stepOne, mine.firm7, slot],
      );
    }
    await owner.query(
      `update timetable set state = 'published', number = 1, published_at = now() where id = $1`,
      [version],
    );
    await owner.query(
      `insert into timetable_run (program_id, id, timetable_id, seed, seconds, from_version, started_at, deadline_at)
       values ($1, $2, $3, 1, 1, 1, now(), now())`,
      [program, randomUUID(), draft],
    );
    await owner.query(`insert into blackout (program_id, id, slot_id, startup_id) values ($1, $2, $3, $4)`, [
      program,
      randomUUID(),
      slot,
      mine.stepOne,
    ]);
    await owner.query(
      `insert into fixed_table (program_id, id, stage, startup_id, table_id) values ($1, $2, 'main_session', $3, $4)`,
      [program, randomUUID(), mine.stepOne, mine.table6],
    );
    for (const startup of [mine.stepOne, mine.rival]) {
      const pair = mine.pairOf(startup, mine.firm7);
      await owner.query(
        `insert into pair_weight (program_id, startup_id, pair_id, weight, at) values ($1, $2, $3, 3, now())`,
        [program, startup, pair],
      );
      for (const [side, said] of [
        ['startup', 'like'],
        ['investor', 'no_thanks'],
        ['office', 'must'],
      ]) {
        await owner.query(
          `insert into wish (program_id, startup_id, pair_id, side, said, at) values ($1, $2, $3, $4::wish_side, $5::wish_word, now())`,
          [program, startup, pair, side, said],
        );
      }
    }
  });
  app = new Client({ connectionString: database.appUrl });
  await app.connect();
});
afterAll(async () => {
  await app.end();
  await database.drop();
});

type Who = Parameters<SmallProgram['as']>[0];
/** Somebody of my program, or the officer of the other. */
const asking = <T>(who: Who | 'elsewhere', fn: () => Promise<T>) =>
  askingOf(app, who === 'elsewhere' ? settingsOf(other, 'officer') : settingsOf(mine, who), fn);
const seen = async (table: string) => (await app.query(`select from ${table}`)).rowCount;
const PLANS = [
  'timetable_rules',
  'pair_weight',
  'blackout',
  'fixed_table',
  'timetable',
  'timetable_meeting',
  'timetable_run',
];

const SAY = 'select * from say_wishes($1, $2::jsonb, now(), app_viewer())';

describe('plans', () => {
  it('are read by the office and managers of their program, by nobody of a startup, by nobody elsewhere', async () => {
    for (const table of PLANS) {
      const of = (asker: Who | 'elsewhere') => asking(asker, () => seen(table));
      expect({ table, seen: await of('officer') }).not.toEqual({ table, seen: 0 });
      expect({ table, seen: await of('manager') }).not.toEqual({ table, seen: 0 });
      expect({ table, seen: await of('startup') }).toEqual({
        table,
        seen: 0,
      });
      expect({ table, seen: await of('elsewhere') }).toEqual({ table, seen: 0 });
    }
  });

  it('a manager changes and removes nothing of them', async () => {
    const weight = () =>
      app.query(
        `insert into pair_weight (program_id, startup_id, pair_id, weight, at) values ($1, $2, $3, 3, now())`,
        [mine.programId, mine.stepOne, mine.pairOf(mine.stepOne, mine.harbor)],
      );
    expect(await codeOf(asking('manager', weight))).toBe('42501');
    expect(await codeOf(asking('officer', weight))).toBe('accepted');
    const rename = () => app.query(`update timetable set name = 'y'`);
    expect(await codeOf(asking('manager', rename))).toBe('42501');
    const removed = await asking('manager', async () => (await app.query('delete from blackout')).rowCount);
    expect(removed).toBe(0);
    expect(await asking('officer', async () => (await app.query('delete from blackout')).rowCount)).toBe(1);
  });

  it('what was published is frozen, a draft is not', async () => {
    const clear = (id: string) => () =>
      app.query('delete from timetable_meeting where timetable_id = $1', [id]);
    expect(await codeOf(asking('officer', clear(version)))).toBe('23001');
    expect(await codeOf(asking('officer', clear(draft)))).toBe('accepted');
    const relock = () =>
      app.query('update timetable_meeting set is_locked = true where timetable_id = $1', [version]);
    expect(await codeOf(asking('officer', relock))).toBe('23001');
  });

  it('a slot taken out of the grid leaves the times of a published meeting', async () => {
    await asking('officer', async () => {
      await app.query('delete from slot where id = $1', [slot]);
      const { rows } = await app.query(
        `select slot_id, starts_at = '2023-04-28 14:30-04' as kept from timetable_meeting where timetable_id = $1`,
        [version],
      );
      expect(rows).toEqual([{ slot_id: null, kept: true }]);
      expect(await seen('blackout')).toBe(0);
    });
  });

  it('one is in force at a time, one run works on a draft at a time', async () => {
    const publish = () =>
      app.query(`update timetable set state = 'published', number = 2, published_at = now() where id = $1`, [
        draft,
      ]);
    expect(await codeOf(asking('officer', publish))).toBe('timetable_published_once');
    const run = () =>
      app.query(
        `insert into timetable_run (program_id, id, timetable_id, seed, seconds, from_version, started_at, deadline_at)
         values ($1, $2, $3, 1, 1, 1, now(), now())`,
        [mine.programId, randomUUID(), draft],
      );
    expect(await codeOf(asking('officer', run))).toBe('timetable_run_once');
  });
});

describe('wishes', () => {
  it('7.5 the office reads no word of a side, and of a pair with a no-thanks nothing else', async () => {
    for (const role of ['officer', 'manager', 'admin'] as const) {
      await asking(role, async () => {
        expect((await app.query('select * from wish')).rows).toEqual([]);
        const { rows: told } = await app.query('select distinct said, own from pair_wish($1)', [
          mine.programId,
        ]);
        expect(told).toEqual([{ said: 'no_thanks', own: null }]);
      });
    }
  });

  it('a startup reads its own word and nobody else’s, not even by the function', async () => {
    await asking('rival', async () => {
      const { rows } = await app.query('select distinct startup_id, side, said from wish');
      expect(rows).toEqual([{ startup_id: mine.rival, side: 'startup', said: 'like' }]);
      const { rows: told } = await app.query('select * from pair_wish($1)', [mine.programId]);
      expect(told).toEqual([{ pair_id: mine.pairOf(mine.rival, mine.firm7), said: 'like', own: 'like' }]);
    });
  });

  it('a startup writes neither for the other side nor for another startup; a manager not at all', async () => {
    const say = (startup: string, side: string) => () =>
      app.query(SAY, [
        mine.programId,
        JSON.stringify([
          { startupId: startup, pairId: mine.pairOf(startup, mine.harbor), side, said: 'like' },
        ]),
      ]);
    expect(await codeOf(asking('startup', say(mine.stepOne, 'startup')))).toBe('accepted');
    expect(await codeOf(asking('startup', say(mine.stepOne, 'investor')))).toBe('42501');
    expect(await codeOf(asking('startup', say(mine.rival, 'startup')))).toBe('42501');
    expect(await codeOf(asking('manager', say(mine.stepOne, 'office')))).toBe('42501');
    expect(await codeOf(asking('elsewhere', say(mine.stepOne, 'office')))).toBe('42501');
  });

  it('the asker is the same after a wish was read or said', async () => {
    await asking('officer', async () => {
      const wish = {
        startupId: mine.stepOne,
        pairId: mine.pairOf(mine.stepOne, mine.harbor),
        side: 'office',
      };
      await app.query(SAY, [mine.programId, JSON.stringify([{ ...wish, said: 'like' }])]);
      await app.query('select * from pair_wish($1)', [mine.programId]);
      const { rows } = await app.query('select app_role() as role');
      expect(rows).toEqual([{ role: 'officer' }]);
    });
  });
});
