import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseDay } from '@/lib/core/days';
import { asViewer } from '@/lib/platform/database';
import { keepHouse } from '@/lib/platform/jobs';
import { clocksOf } from '@/lib/program/rules';
import { endOf, history, later, twoClocks } from '@/scripts/test/funnel/history';
import { laterLog, logOf } from '@/scripts/test/funnel/log';
import { joinManager, scopeIn, writeLog, writeProgram } from '@/scripts/test/funnel/write';
import { ownDatabase } from '@/scripts/test/own-database';
import { keptOf } from '../rules/across';
import { getFunnel } from './funnel';
import { countAndKeep, findKept } from './kept';

const database = ownDatabase();

type GeneratedScope = ReturnType<typeof scopeIn>;

const clocksIn = (scope: GeneratedScope, { asOf, knownOn }: { asOf: string; knownOn?: string | undefined }) =>
  clocksOf(scope.program, new Date(), parseDay(asOf), knownOn ? parseDay(knownOn) : null);

/** What a reader of many programs gets: what is kept and still true, else counted now and kept. */
function read(scope: GeneratedScope, asked: { asOf: string; knownOn?: string | undefined }) {
  const clocks = clocksIn(scope, asked);
  return asViewer(scope, async (tx) => {
    const kept = (await findKept(tx, [{ programId: scope.programId, clocks }])).get(scope.programId);
    return { wasKept: kept !== undefined, funnel: kept ?? (await countAndKeep(tx, scope, clocks)) };
  });
}

describe('a kept funnel', () => {
  test('T35 is the funnel counted anew, before and after whatever is written down', async () => {
    await fc.assert(
      fc.asyncProperty(
        history,
        later,
        fc.array(twoClocks, { minLength: 3, maxLength: 3 }),
        async (told, further, dates) => {
          const log = logOf(told);
          const programId = await writeProgram(database.owner, told.zone, log);
          const scope = scopeIn(programId, told.zone);
          const expectTrue = async () => {
            for (const asked of dates) {
              const counted = keptOf(await getFunnel(scope, asked));
              expect((await read(scope, asked)).funnel).toEqual(counted);
              expect(await read(scope, asked)).toEqual({ wasKept: true, funnel: counted });
            }
          };
          await expectTrue();
          const rows = laterLog(further, log.pairs, told.zone, endOf('2023-05-31', told.zone));
          await writeLog(database.owner, programId, rows);
          await expectTrue();
          await database.owner.query(
            `update startup set archived_at = now() where program_id = $1 and name = '0'`,
            [programId],
          );
          await expectTrue();
        },
      ),
      { numRuns: 20 },
    );
  });

  test('is not kept for a write that had begun before it was counted and ends behind it', async () => {
    const scope = await smallProgram();
    const asked = { asOf: '2023-05-31' };
    await database.owner.query('begin');
    await database.owner.query(`update startup set archived_at = now() where program_id = $1`, [
      scope.programId,
    ]);
    const before = await read(scope, asked);
    expect(before.funnel.startups).toBe(1);
    await database.owner.query('commit');
    const after = await read(scope, asked);
    expect(after.wasKept).toBe(false);
    expect(after.funnel.startups).toBe(0);
  });

  test('leaves nothing behind that no reader needs', async () => {
    const scope = await smallProgram();
    for (const asOf of ['2023-05-01', '2023-05-02', '2023-05-03']) await read(scope, { asOf });
    await database.owner.query(`update startup set name_en = 'x' where program_id = $1`, [scope.programId]);
    await read(scope, { asOf: '2023-05-04' });
    const days = async () => {
      const { rows } = await database.owner.query<{ day: string }>(
        `select as_of::text as day from funnel_rollup where program_id = $1 order by 1`,
        [scope.programId],
      );
      return rows.map(({ day }) => day);
    };
    // Somebody counts a funnel meanwhile: it may need every touch.
    await asViewer(scope, async (tx) => {
      await countAndKeep(tx, scope, clocksIn(scope, { asOf: '2023-05-05' }));
      await database.owner.query('select forget_what_is_over()');
    });
    expect(await days()).toHaveLength(5);
    await keepHouse();
    expect(await days()).toEqual(['2023-05-04', '2023-05-05']);
    // Whatever else runs on the server holds its oldest transaction back: only what is older than that can be swept.
    const { rows } = await database.owner.query(
      `select (select count(*) from program_touch t where t.program_id = r.program_id
          and t.xid < pg_snapshot_xmin(r.snapshot::pg_snapshot)::text::bigint)::int as touches
       from funnel_rollup r where r.program_id = $1`,
      [scope.programId],
    );
    expect(rows).toEqual([{ touches: 0 }, { touches: 0 }]);
  });

  test('is not believed where another server kept it', async () => {
    const scope = await smallProgram();
    const asked = { asOf: '2023-05-03' };
    await read(scope, asked);
    expect((await read(scope, asked)).wasKept).toBe(true);
    await database.owner.query(
      `update funnel_rollup set figures = jsonb_set(figures, '{server}', '"1"') where program_id = $1`,
      [scope.programId],
    );
    expect((await read(scope, asked)).wasKept).toBe(false);
  });

  test('is seen by readers of its program alone', async () => {
    const scope = await smallProgram();
    const clocks = clocksIn(scope, { asOf: '2023-05-03' });
    await read(scope, { asOf: '2023-05-03' });
    const other = scopeIn((await smallProgram()).programId, 'Asia/Seoul');
    const wanted = [{ programId: scope.programId, clocks }];
    expect((await asViewer(scope, (tx) => findKept(tx, wanted))).size).toBe(1);
    expect((await asViewer(other, (tx) => findKept(tx, wanted))).size).toBe(0);
    expect((await asViewer('nobody', (tx) => findKept(tx, wanted))).size).toBe(0);
  });
});

/** One startup, one investor, their pair. */
async function smallProgram(): Promise<GeneratedScope> {
  const programId = crypto.randomUUID();
  const insert = (sql: string, values: unknown[] = []) => database.owner.query(sql, [programId, ...values]);
  await insert(
    `insert into program (id, slug, name, name_en, home_zone, venue_zone) values ($1, $2, 'k', 'k', 'Asia/Seoul', 'Asia/Seoul')`,
    [`k-${programId}`],
  );
  const [startup, investor, pair] = [crypto.randomUUID(), crypto.randomUUID(), crypto.randomUUID()];
  await insert(
    `insert into startup (program_id, id, name, name_en, sector) values ($1, $2, '0', '0', 'ai')`,
    [startup],
  );
  await insert(`insert into investor (program_id, id, name, focus) values ($1, $2, '0', '{}')`, [investor]);
  await insert(`insert into pair (program_id, id, startup_id, investor_id) values ($1, $2, $3, $4)`, [
    pair,
    startup,
    investor,
  ]);
  await joinManager(database.owner, programId);
  return scopeIn(programId, 'Asia/Seoul');
}
