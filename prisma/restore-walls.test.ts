import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { asking, codeOf, settingsOf } from '@/scripts/test/asking';
import { ownDatabase } from '@/scripts/test/own-database';
import { type SmallProgram, smallProgram } from '@/scripts/test/small-program';

const database = ownDatabase();
let app: pg.Client;
let world: SmallProgram;
beforeAll(async () => {
  world = await smallProgram(database.ownerUrl);
  app = new pg.Client({ connectionString: database.appUrl });
  await app.connect();
});
afterAll(() => app.end());

const ROW = {
  slug: 'restored',
  name: 'x',
  name_en: '',
  venue: '',
  venue_en: '',
  created_at: '2023-01-01T00:00:00Z',
};
const ZONES = {
  home_zone: 'Asia/Seoul',
  venue_zone: 'Asia/Seoul',
  base_currency: 'KRW',
  requires_second_factor: false,
};
const begin = (id: string) =>
  app.query('select restore_program($1, $2)', [id, JSON.stringify({ ...ROW, ...ZONES })]);
const fill = (id: string, table = 'venue_table', row: object = { id: randomUUID(), name: '1', seq: 1 }) =>
  app.query('select restore_rows($1, $2, $3, now(), false)', [id, table, JSON.stringify([row])]);
/** An admin, in no program. */
const admin = () => ({ ...settingsOf(world, 'admin'), program: '' });

it('9.1 fills a program that the same transaction made, until it is done', async () => {
  const id = randomUUID();
  const made = await asking(app, admin(), async () => {
    await begin(id);
    await fill(id);
    await app.query(`select restore_done($1, '{}', null)`, [id]);
    const { rows } = await app.query('select name from venue_table where program_id = $1', [id]);
    return [rows, await codeOf(fill(id))];
  });
  expect(made).toEqual([[{ name: '1' }], '42501']);
});

it('9.1 fills no program that is there, not even one that an admin changes in the same transaction', async () => {
  const code = await asking(app, settingsOf(world, 'admin'), async () => {
    await app.query(`update program set name = 'y' where id = $1`, [world.programId]);
    return codeOf(fill(world.programId));
  });
  expect(code).toBe('42501');
  const other = randomUUID();
  const beside = await asking(app, admin(), async () => {
    await begin(other);
    return codeOf(fill(world.programId));
  });
  expect(beside).toBe('42501');
});

it('9.1 nobody writes the number of the transaction, and nobody but an admin begins', async () => {
  const marks = await asking(app, settingsOf(world, 'admin'), () =>
    codeOf(app.query(`update program set restored_in = 1 where id = $1`, [world.programId])),
  );
  expect(marks).toBe('42501');
  for (const who of ['officer', 'manager', 'startup'] as const)
    expect(
      await asking(app, { ...settingsOf(world, who), program: '' }, () => codeOf(begin(randomUUID()))),
    ).toBe('42501');
  expect(await asking(app, settingsOf(world, 'admin'), () => codeOf(begin(randomUUID())))).toBe('42501');
});

it('9.1 writes into tables of an archive alone, and into columns that they have', async () => {
  const tried = (table: string, row: object) =>
    asking(app, admin(), async () => {
      const id = randomUUID();
      await begin(id);
      return codeOf(fill(id, table, row));
    });
  expect(await tried('api_token', { name: 'x' })).toBe('42P01');
  expect(await tried('person', { name: 'x' })).toBe('42P01');
  expect(await tried('venue_table', { id: randomUUID(), name: '1', seq: 1, more: 1 })).toBe('42703');
  // Another program's id in a row is not what counts.
  const strange = { id: randomUUID(), name: '1', seq: 1, program_id: world.programId };
  expect(await tried('venue_table', strange)).toBe('accepted');
});
