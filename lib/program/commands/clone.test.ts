import { Client } from 'pg';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import type { ProgramScope } from '@/lib/core/scope';
import { disconnect } from '@/lib/platform/database';
import { createTestDatabase, type TestDatabase } from '@/scripts/database/test-database';
import { type Furnished, furnishedProgram } from '@/scripts/test/one-of-each';
import { countProgram } from '../queries/contents';
import { CLONE_PARTS } from '../schema';
import { cloneProgram } from './clone';
import { deleteProgram } from './delete';

let database: TestDatabase;
let owner: Client;
let furnished: Furnished;
let admin: ProgramScope;
beforeAll(async () => {
  database = await createTestDatabase('empty');
  vi.stubEnv('DATABASE_APP_URL', database.appUrl);
  owner = new Client(database.ownerUrl);
  await owner.connect();
  furnished = await furnishedProgram(owner, database.ownerUrl);
  admin = furnished.world.as('admin');
  // 06:00 in New York, in summer time.
  await owner.query(`update program_stage set time_zone = 'America/New_York', target_days = 5`);
});
afterAll(async () => {
  await disconnect();
  await owner.end();
  await database.drop();
  vi.unstubAllEnvs();
});

const clone = (input: object, scope = admin) =>
  cloneProgram(scope, {
    name: '다음 프로그램',
    slug: 'next',
    startsOn: '2023-12-01',
    parts: [...CLONE_PARTS],
    ...input,
  });

/** How many rows of the program stand in each table, those without any left out. */
async function rowsOf(programId: string): Promise<Record<string, number>> {
  const { rows } = await owner.query<{ name: string }>(`
    select c.relname as name from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attname = 'program_id'
    where c.relkind = 'r' and c.relnamespace = 'public'::regnamespace order by 1`);
  const found: Record<string, number> = {};
  for (const { name } of rows) {
    const { rowCount } = await owner.query(`select from ${name} where program_id = $1`, [programId]);
    if (rowCount) found[name] = rowCount;
  }
  return found;
}

async function idOf(slug: string): Promise<string> {
  const { rows } = await owner.query<{ id: string }>('select id from program where slug = $1', [slug]);
  return rows[0]?.id ?? '';
}

describe('a clone', () => {
  it('9.5 takes along what was chosen, and never what came of it', async () => {
    expect(await clone({})).toMatchObject({
      ok: true,
      value: {
        slug: 'next',
        copied: { stages: 1, tables: 2, slots: 2, startups: 2, investors: 2, contacts: 5, people: 4 },
      },
    });
    expect(await rowsOf(await idOf('next'))).toEqual({
      ...{
        audit_entry: 1,
        change_number: 1,
        contact: 5,
        fixed_table: 2,
        investor: 2,
        match_weights: 1,
        membership: 4,
        pair: 4,
        program_stage: 1,
      },
      ...{ program_touch: 1, slot: 2, stage_event: 4, startup: 2, timetable_rules: 1, venue_table: 2 },
    });
  });

  it('9.5 moves days and times on the clocks of the stage, across a change of clocks', async () => {
    const { rows } = await owner.query(
      `select to_char(s.starts_at at time zone 'UTC', 'YYYY-MM-DD HH24:MI') as starts,
         extract(epoch from s.ends_at - s.starts_at)::int / 60 as minutes
       from slot s where s.program_id = $1 order by 1`,
      [await idOf('next')],
    );
    // 10:00 and 11:00 UTC on 28 April were 06:00 and 07:00; in December that is an hour later in UTC.
    expect(rows).toEqual([
      { starts: '2023-12-01 11:00', minutes: 25 },
      { starts: '2023-12-01 12:00', minutes: 25 },
    ]);
  });

  it('9.5 keeps people with their startups, and asks contacts for consent again', async () => {
    await owner.query('update contact set consent_at = now()');
    expect(await clone({ slug: 'again' })).toMatchObject({ ok: true });
    const id = await idOf('again');
    const { rows } = await owner.query(
      `select p.email, s.name from membership m join person p on p.id = m.person_id
         join startup s on s.program_id = m.program_id and s.id = m.startup_id
       where m.program_id = $1 order by s.name`,
      [id],
    );
    expect(rows.map(({ name }) => name)).toEqual(['메디픽셀', '스텝원']);
    const asked = await owner.query('select from contact where program_id = $1 and consent_at is not null', [
      id,
    ]);
    expect(asked.rowCount).toBe(0);
  });

  it('9.5 leaves out what was not chosen, and what stands on it', async () => {
    expect(await clone({ slug: 'bare', parts: [], startsOn: null })).toMatchObject({
      ok: true,
      value: { copied: { pairs: 0 } },
    });
    expect(await rowsOf(await idOf('bare'))).toEqual({ audit_entry: 1, change_number: 1 });
    expect(await clone({ slug: 'firms', parts: ['investors', 'contacts', 'people'] })).toMatchObject({
      value: { copied: { investors: 2, contacts: 1, people: 2 } },
    });
    expect(await clone({ slug: 'no-targets', parts: ['stages'] })).toMatchObject({ ok: true });
    const { rows } = await owner.query('select target_days from program_stage where program_id = $1', [
      await idOf('no-targets'),
    ]);
    expect(rows).toEqual([{ target_days: null }]);
  });

  it('9.5 is refused as a whole, in words', async () => {
    expect(await clone({})).toMatchObject({ refusals: [{ reason: 'slug_taken', field: ['slug'] }] });
    expect(await clone({ slug: 'other', parts: ['slots'] })).toMatchObject({
      refusals: [{ reason: 'needs_stages' }],
    });
    expect(await clone({ slug: 'other', startsOn: null })).toMatchObject({
      refusals: [{ reason: 'required', field: ['startsOn'] }],
    });
    expect(await idOf('other')).toBe('');
    for (const who of ['officer', 'manager', 'startup'] as const)
      await expect(clone({ slug: 'other' }, furnished.world.as(who))).rejects.toMatchObject({
        code: 'forbidden',
      });
  });

  it('9.5 is made of a closed program too', async () => {
    await owner.query('update program set closed_at = now() where id = $1', [admin.programId]);
    const closed = { ...admin, program: { ...admin.program, closedAt: new Date().toISOString() } };
    expect(await clone({ slug: 'after-all' }, closed)).toMatchObject({
      ok: true,
      value: { copied: { startups: 2 } },
    });
    await owner.query('update program set closed_at = null where id = $1', [admin.programId]);
  });
});

describe('a program made by mistake', () => {
  const remove = (name: string) => deleteProgram(admin.viewer, { programId: admin.programId, name });

  it('9.5 is deleted by an admin who types its name, until something was published from it', async () => {
    for (const who of ['officer', 'manager', 'startup'] as const)
      await expect(
        deleteProgram(furnished.world.as(who).viewer, { programId: admin.programId, name: '작은 프로그램' }),
      ).rejects.toMatchObject({ code: 'forbidden' });
    expect(await remove('작은')).toMatchObject({ refusals: [{ reason: 'name_differs', field: ['name'] }] });
    expect((await countProgram(admin, {})).publications).toBe(1);
    const before = await rowsOf(admin.programId);
    expect(await remove('작은 프로그램')).toMatchObject({ refusals: [{ reason: 'program_published' }] });
    expect(await rowsOf(admin.programId)).toEqual(before);
  });

  it('9.5 goes with everything of it and of nothing else, and the installation remembers that it did', async () => {
    await owner.query(`select set_config('app.deleting', $1, false)`, [admin.programId]);
    await owner.query('delete from report where program_id = $1', [admin.programId]);
    await owner.query(`select set_config('app.deleting', '', false)`);
    const others = await rowsOf(await idOf('next'));
    expect(await remove('Small program')).toMatchObject({ ok: true });
    expect(await rowsOf(admin.programId)).toEqual({});
    expect(await idOf(admin.program.slug)).toBe('');
    expect(await rowsOf(await idOf('next'))).toEqual(others);
    const { rows } = await owner.query(
      `select program_id, by_id, detail->>'slug' as slug from audit_entry where command = 'program.delete'`,
    );
    expect(rows).toEqual([{ program_id: null, by_id: admin.viewer.personId, slug: admin.program.slug }]);
    await expect(remove('Small program')).rejects.toMatchObject({ code: 'not_found' });
  });

  it('9.5 is deleted by nobody in any other way: a log is never rewritten', async () => {
    const id = await idOf('next');
    await expect(owner.query('delete from stage_event where program_id = $1', [id])).rejects.toMatchObject({
      code: '23001',
    });
    await expect(owner.query('delete from audit_entry where program_id = $1', [id])).rejects.toMatchObject({
      code: '23001',
    });
  });
});
