import { randomUUID } from 'node:crypto';
import { Client } from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { withClient } from '@/scripts/database/connection';
import { createTestDatabase, type TestDatabase } from '@/scripts/database/test-database';
import { asking as askingOf, codeOf, settingsOf } from '@/scripts/test/asking';
import { type SmallProgram, smallProgram } from '@/scripts/test/small-program';

/* The database alone, without a line of the application: what it refuses, and to whom it shows what. */

let database: TestDatabase;
let mine: SmallProgram;
let other: SmallProgram;
let app: Client;

beforeAll(async () => {
  database = await createTestDatabase('empty');
  mine = await smallProgram(database.ownerUrl);
  other = await smallProgram(database.ownerUrl);
  app = new Client({ connectionString: database.appUrl });
  await app.connect();
});
afterAll(async () => {
  await app.end();
  await database.drop();
});

type Who = Parameters<SmallProgram['as']>[0];
const asking = <T>(who: Who, fn: () => Promise<T>) => askingOf(app, settingsOf(mine, who), fn);

async function tables(sql: string): Promise<string[]> {
  return withClient(database.ownerUrl, async (client) =>
    (await client.query<{ name: string }>(sql)).rows.map(({ name }) => name),
  );
}

describe('row-level security', () => {
  it('is on and forced for every table that carries a program', async () => {
    const open = await tables(`
      select c.relname as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
      where n.nspname = 'public' and c.relkind = 'r' and not (c.relrowsecurity and c.relforcerowsecurity)
        and (c.relname = 'program' or exists (select from pg_attribute a where a.attrelid = c.oid and a.attname = 'program_id'))`);
    expect(open).toEqual([]);
  });

  it('the application owns nothing and bypasses nothing', async () => {
    const { rows } =
      await app.query(`select rolsuper or rolbypassrls or rolcreaterole or rolcreatedb as strong,
      (select count(*)::int from pg_class where relowner = r.oid) as owns from pg_roles r where rolname = current_user`);
    expect(rows).toEqual([{ strong: false, owns: 0 }]);
  });

  it('T28 shows nobody anything: a bare client sees no row of any program', async () => {
    const walled =
      await tables(`select c.relname as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
      where n.nspname = 'public' and c.relkind = 'r' and c.relrowsecurity`);
    expect(walled.length).toBeGreaterThan(15);
    for (const table of walled) {
      const seen = await app.query(`select from ${table}`).then(
        ({ rowCount }) => rowCount,
        ({ code }) => code,
      );
      expect({ table, hidden: [0, '42501'].includes(seen) }).toEqual({ table, hidden: true });
    }
  });

  it('shows an officer the own program, all of it and nothing else', async () => {
    await asking('officer', async () => {
      const { rows } = await app.query('select distinct program_id from pair');
      expect(rows).toEqual([{ program_id: mine.programId }]);
      expect((await app.query('select from pair')).rowCount).toBe(4);
    });
  });

  it('shows a startup its own pairs and their logs, contacts and notes, never those of its rival', async () => {
    await withClient(database.ownerUrl, async (owner) => {
      for (const startup of [mine.stepOne, mine.rival]) {
        const at = [mine.programId, startup, mine.pairOf(startup, mine.firm7)];
        for (const [side, visibility] of [
          ['startup', 'private'],
          ['program', 'program'],
          ['program', 'shared'],
        ]) {
          await owner.query(
            `insert into note (program_id, startup_id, pair_id, id, body, side, visibility, created_at) values ($1, $2, $3, $4, 'x', $5, $6, now())`,
            [...at, randomUUID(), side, visibility],
          );
        }
        await owner.query(
          `insert into amount (program_id, startup_id, pair_id, id, rung, minor, currency, effective_on, recorded_at, means, source)
           values ($1, $2, $3, $4, 'discussed', 100, 'KRW', '2023-05-01', now(), 'api', 'startup')`,
          [...at, randomUUID()],
        );
      }
    });
    await asking('startup', async () => {
      for (const table of ['pair', 'stage_event', 'amount', 'note', 'membership']) {
        const { rows } = await app.query(`select distinct startup_id from ${table}`);
        expect({ table, rows }).toEqual({ table, rows: [{ startup_id: mine.stepOne }] });
      }
      const notes = await app.query('select side, visibility from note order by 1, 2');
      expect(notes.rows).toEqual([
        { side: 'startup', visibility: 'private' },
        { side: 'program', visibility: 'shared' },
      ]);
      expect((await app.query('select from startup')).rowCount).toBe(1);
      expect((await app.query('select from contact where startup_id is not null')).rowCount).toBe(1);
    });
    await asking('manager', async () => {
      const notes = await app.query('select distinct side, visibility from note order by 1, 2');
      expect(notes.rows).toEqual([
        { side: 'program', visibility: 'program' },
        { side: 'program', visibility: 'shared' },
      ]);
    });
  });

  it('lets nobody write into another program, and a manager nowhere', async () => {
    const insert = (programId: string, startupId: string, pairId: string) =>
      app.query(
        `insert into note (program_id, startup_id, pair_id, id, body, side, visibility, created_at, by_id)
         values ($1, $2, $3, $4, 'x', 'program', 'program', now(), app_viewer())`,
        [programId, startupId, pairId, randomUUID()],
      );
    const foreign = () => insert(other.programId, other.stepOne, other.pairOf(other.stepOne, other.firm7));
    const own = () => insert(mine.programId, mine.stepOne, mine.pairOf(mine.stepOne, mine.firm7));
    expect(await codeOf(asking('officer', foreign))).toBe('42501');
    expect(await codeOf(asking('manager', own))).toBe('42501');
    expect(await codeOf(asking('rival', own))).toBe('42501');
    expect(await codeOf(asking('officer', own))).toBe('accepted');
  });

  it('a row cannot point into another program', async () => {
    const crossed = () =>
      app.query('insert into pair (program_id, id, startup_id, investor_id) values ($1, $2, $3, $4)', [
        mine.programId,
        randomUUID(),
        mine.stepOne,
        other.firm7,
      ]);
    expect(await codeOf(asking('officer', crossed))).toBe('pair_program_id_investor_id_fkey');
  });
});

describe('the referee', () => {
  const book = (more: {
    startup?: string;
    investor?: string;
    table?: string | null;
    from?: string;
    to?: string;
    state?: string;
  }) => {
    const {
      startup = mine.stepOne,
      investor = mine.firm7,
      table = null,
      from = '14:30',
      to = '14:55',
      state = 'scheduled',
    } = more;
    return app.query(
      `insert into meeting (program_id, id, pair_id, startup_id, investor_id, stage, starts_at, ends_at, table_id, state)
       values ($1, $2, $3, $4, $5, 'main_session', $6, $7, $8, $9::meeting_state)`,
      [
        mine.programId,
        randomUUID(),
        mine.pairOf(startup, investor),
        startup,
        investor,
        `2023-04-28 ${from}-04`,
        `2023-04-28 ${to}-04`,
        table,
        state,
      ],
    );
  };
  const twice = (first: Parameters<typeof book>[0], second: Parameters<typeof book>[0]) =>
    codeOf(
      asking('officer', async () => {
        await book(first);
        await book(second);
      }),
    );

  it('T33 refuses to seat a startup, an investor or a table twice at one time', async () => {
    expect(await twice({}, { investor: mine.harbor, from: '14:50', to: '15:20' })).toBe(
      'meeting_startup_once',
    );
    expect(await twice({}, { startup: mine.rival, from: '14:00', to: '14:31' })).toBe(
      'meeting_investor_once',
    );
    expect(
      await twice({ table: mine.table6 }, { startup: mine.rival, investor: mine.harbor, table: mine.table6 }),
    ).toBe('meeting_table_once');
  });

  it('lets meetings follow each other, share a time at other tables, and take the place of a cancelled one', async () => {
    expect(await twice({}, { investor: mine.harbor, from: '14:55', to: '15:20' })).toBe('accepted');
    expect(
      await twice({ table: mine.table6 }, { startup: mine.rival, investor: mine.harbor, table: mine.table7 }),
    ).toBe('accepted');
    expect(await twice({ state: 'cancelled' }, {})).toBe('accepted');
  });

  it('refuses a meeting that ends before it starts, or of the candidate stage', async () => {
    expect(await codeOf(asking('officer', () => book({ from: '14:55', to: '14:30' })))).toBe('meeting_lasts');
    const candidate = () =>
      app.query(
        `insert into meeting (program_id, id, pair_id, startup_id, investor_id, stage, starts_at, ends_at)
         values ($1, $2, $3, $4, $5, 'candidate', '2023-04-28', '2023-04-28 01:00')`,
        [mine.programId, randomUUID(), mine.pairOf(mine.stepOne, mine.firm7), mine.stepOne, mine.firm7],
      );
    expect(await codeOf(asking('officer', candidate))).toBe('meeting_stage_is_a_meeting');
  });

  it('refuses money that is not on the ladder, a close without a reason, and an effect before its cause', async () => {
    const at = [mine.programId, mine.stepOne, mine.pairOf(mine.stepOne, mine.firm7), randomUUID()];
    const amount =
      (rung: string, minor: number | null, currency: string | null, reason: string | null) => () =>
        app.query(
          `insert into amount (program_id, startup_id, pair_id, id, rung, minor, currency, reason, effective_on, recorded_at, means, source, by_id)
         values ($1, $2, $3, $4, $5::rung, $6, $7, $8, '2023-05-01', now(), 'api', 'startup', app_viewer())`,
          [...at, rung, minor, currency, reason],
        );
    expect(await codeOf(asking('officer', amount('discussed', null, null, null)))).toBe(
      'amount_on_the_ladder',
    );
    expect(await codeOf(asking('officer', amount('discussed', -1, 'KRW', null)))).toBe(
      'amount_on_the_ladder',
    );
    expect(await codeOf(asking('officer', amount('discussed', 1, 'won', null)))).toBe('amount_on_the_ladder');
    expect(await codeOf(asking('officer', amount('rejected', null, null, null)))).toBe(
      'amount_on_the_ladder',
    );
    expect(await codeOf(asking('officer', amount('rejected', null, null, '투심 부결')))).toBe('accepted');
    const status = (effectiveAt: string, reason: string | null) => () =>
      app.query(
        `insert into status_event (program_id, startup_id, pair_id, id, from_status, to_status, reason, effective_at, recorded_at, means, by_id)
         values ($1, $2, $3, $4, 'open', 'passed', $5, $6, '2023-05-01', 'api', app_viewer())`,
        [...at, reason, effectiveAt],
      );
    expect(await codeOf(asking('officer', status('2023-05-01', null)))).toBe('status_event_reason');
    expect(await codeOf(asking('officer', status('2023-05-02', '분야')))).toBe('status_event_not_ahead');
  });

  it('keeps every log append-only, from the application and from its owner', async () => {
    const logs = [
      ...[
        'stage_event',
        'status_event',
        'void',
        'meeting_event',
        'outcome',
        'amount',
        'audit_entry',
        'fx_rate',
      ],
    ];
    for (const log of logs) {
      const rewrite = () => app.query(`update ${log} set program_id = program_id`);
      expect({ log, code: await codeOf(asking('officer', rewrite)) }).toEqual({
        log,
        code: '42501',
      });
      const remove = () => app.query(`delete from ${log}`);
      expect({ log, code: await codeOf(asking('officer', remove)) }).toEqual({
        log,
        code: '42501',
      });
    }
    const owner = withClient(database.ownerUrl, (client) =>
      client.query('update stage_event set reason = $1', ['rewritten']),
    );
    expect(await codeOf(owner)).toBe('23001');
    const emptied = withClient(database.ownerUrl, (client) => client.query('truncate amount cascade'));
    expect(await codeOf(emptied)).toBe('23001');
  });
});
