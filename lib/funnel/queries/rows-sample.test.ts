import { beforeAll, describe, expect, test } from 'vitest';
import type { ProgramScope } from '@/lib/core/scope';
import { actAs, actIn } from '@/lib/platform/acting';
import { asViewer, type Tx } from '@/lib/platform/database';
import { readLog } from '@/scripts/test/funnel/read';
import { recountRows } from '@/scripts/test/funnel/recount-rows';
import { ownDatabase } from '@/scripts/test/own-database';
import { type FigureName, readFigure } from '../rules/figure';
import { listAgeing } from './ageing';
import { getFunnel } from './funnel';
import { listFigureRows } from './rows';

const database = ownDatabase('sample');
let manager: ProgramScope;
beforeAll(async () => {
  const viewer = await asViewer('nobody', (tx) => actAs(tx, 'manager@sample.example', 'web'));
  manager = actIn(viewer, 'boston-2023');
});

describe('the rows of the sample', () => {
  test('are those found by hand, with the very entries, at the dates that matter', async () => {
    const log = await readLog(database.owner, 'boston-2023');
    const names = [
      ...[
        'reached:main_session',
        'met:video_call',
        'now:follow_up',
        'staying:main_session',
        'on_hold:main_session',
      ],
      ...['lost:follow_up', 'lost:follow_up:passed:timing', 'invested:follow_up', 'entered:follow_up'],
      ...['step:invested', 'step:follow_on', 'sum:discussed', 'sum:intended', 'rung:paid'],
    ];
    for (const asOf of ['2023-05-03', '2023-08-01', '2023-11-30']) {
      for (const name of names) {
        const period = name.startsWith('entered') ? { from: '2023-05-01' } : {};
        const { rows } = await listFigureRows(manager, { figure: name, asOf, ...period });
        const asked = { zone: 'Asia/Seoul', asOf, from: '2023-05-01' };
        const expected = recountRows(log, readFigure(name) as FigureName, asked);
        expect({ asOf, name, rows: rows.map(({ pair, entry }) => `${pair} ${entry}`).sort() }).toEqual({
          ...{ asOf, name },
          rows: expected.map(({ pair, entry }) => `${pair} ${entry}`).sort(),
        });
      }
    }
  });

  test('of 84.5 billion are nine entries of five startups, the largest first, each with its source', async () => {
    const { rows } = await listFigureRows(manager, { figure: 'sum:discussed', asOf: '2023-05-03' });
    const amounts = rows.map(({ amount }) => amount?.minor ?? 0);
    expect(amounts.reduce((sum, minor) => sum + minor, 0)).toBe(84_500_000_000);
    expect(amounts).toEqual(amounts.toSorted((a, b) => b - a));
    expect(new Set(rows.map(({ startup }) => startup.id)).size).toBe(5);
    for (const { why, by, effectiveOn, effectiveAt } of rows) {
      expect(why).toMatchObject({ kind: 'amount', rung: 'discussed', source: 'startup' });
      expect([by === null, effectiveAt]).toEqual([false, null]);
      expect(effectiveOn && effectiveOn <= '2023-05-03').toBe(true);
    }
  });

  test('are narrowed like the figure, and by how the pairs stand', async () => {
    const asOf = '2023-05-03';
    const { stages } = await getFunnel(manager, { asOf, sector: 'ai' });
    const reached = await listFigureRows(manager, { figure: 'reached:main_session', asOf, sector: 'ai' });
    expect(reached.rows).toHaveLength(stages[3]?.reached ?? -1);
    const closed = await listFigureRows(manager, {
      ...{ figure: 'reached:main_session', asOf },
      status: ['passed', 'withdrawn'],
    });
    expect(new Set(closed.rows.map(({ status }) => status))).toEqual(new Set(['passed', 'withdrawn']));
  });

  test('of pairs beyond their target are those that the list of them names', async () => {
    const asOf = '2023-06-28';
    const { items, total } = await listAgeing(manager, { asOf, stage: 'main_session', limit: 1000 });
    const { rows } = await listFigureRows(manager, { figure: 'ageing:main_session', asOf });
    expect(total).toBeGreaterThan(0);
    expect(rows.map(({ pair }) => pair).sort()).toEqual(items.map(({ id }) => id).sort());
    for (const { status, stage } of rows) expect([status, stage]).toEqual(['open', 'main_session']);
  });

  test('take one statement and one setting for 570 pairs as for nine', async () => {
    for (const figure of ['reached:candidate', 'sum:discussed']) {
      let statements = 0;
      const counted = (tx: Tx): Tx =>
        new Proxy(tx, {
          get: (target, key) => {
            if (key === '$queryRaw') statements += 1;
            return Reflect.get(target, key);
          },
        });
      const { rows } = await asViewer(manager, (tx) =>
        listFigureRows.within(counted(tx), manager, { figure, asOf: '2023-05-03' }),
      );
      expect({ figure, statements, some: rows.length > 0 }).toEqual({ figure, statements: 2, some: true });
    }
  });
});
