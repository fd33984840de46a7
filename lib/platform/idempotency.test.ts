import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { expectDone, type SmallProgram, smallProgram, viewerOf } from '@/e2e/support/small-program';
import type { ProgramScope } from '@/lib/core/scope';
import { addInvestor } from '@/lib/party/commands/parties';
import { actIn } from '@/lib/platform/acting';
import { createProgram } from '@/lib/program/commands/programs';
import { addTables } from '@/lib/program/commands/tables';
import { withClient } from '@/scripts/database/connection';
import { keepHouse } from './jobs';

let program: SmallProgram;
let here: ProgramScope;
let there: ProgramScope;

beforeAll(async () => {
  program = await smallProgram('keys');
  const other = { slug: 'keys-elsewhere', name: '다른', nameEn: 'Other', venue: '', venueEn: '' };
  const zones = { homeZone: 'Asia/Seoul', venueZone: 'America/New_York' };
  expectDone(await createProgram(program.admin, { ...other, ...zones }));
  const admin = await viewerOf('admin@example.com');
  here = actIn(admin, 'keys');
  there = actIn(admin, 'keys-elsewhere');
});
afterAll(() => program.end());

const owner = (sql: string, values: unknown[] = []) =>
  withClient(program.ownerUrl, async (client) => (await client.query(sql, values)).rows);
const tablesOf = async ({ programId }: ProgramScope) =>
  (await owner('select name from venue_table where program_id = $1 order by name', [programId])).map(
    ({ name }) => name,
  );
const add = (scope: ProgramScope, names: string[], idempotencyKey: string) =>
  addTables(scope, { names }, { idempotencyKey });

describe('7.21 an idempotency key', () => {
  it('7.21 of one program does not answer in another: both write', async () => {
    const first = expectDone(await add(here, ['7'], 'the-same-key'));
    const second = expectDone(await add(there, ['7'], 'the-same-key'));
    expect(second.tables[0]?.id).not.toBe(first.tables[0]?.id);
    expect([await tablesOf(here), await tablesOf(there)]).toEqual([['7'], ['7']]);
    expect(await add(here, ['7'], 'the-same-key')).toEqual({ ok: true, value: first });
  });

  it('7.21 of one operation does not answer in another, nor one person’s for another', async () => {
    expectDone(await add(here, ['8'], 'key-of-many'));
    const added = await addInvestor(here, { name: 'Firm 8' }, { idempotencyKey: 'key-of-many' });
    expect(expectDone(added).investorId).toEqual(expect.any(String));
    expectDone(await add(program.office, ['9'], 'key-of-many'));
    expect(await tablesOf(here)).toEqual(expect.arrayContaining(['8', '9']));
  });

  it('7.21 takes a body whose keys stand in another order for the same, and another body for another', async () => {
    const call = { idempotencyKey: 'key-of-order' };
    const one = await addInvestor(here, { name: 'Firm 9', city: 'Boston', focus: ['ai'] }, call);
    expect(await addInvestor(here, { focus: ['ai'], city: 'Boston', name: 'Firm 9' }, call)).toEqual(one);
    const other = await addInvestor(here, { name: 'Firm 9', city: 'Salem', focus: ['ai'] }, call);
    expect(other).toEqual({ ok: false, refusals: [{ reason: 'key_reused' }] });
  });

  it('T22 keeps no hash of the body that a guess could be held against', async () => {
    expectDone(await add(here, ['71'], 'key-of-hash'));
    const [row] = await owner(`select request_hash as hash from idempotency_key where key = 'key-of-hash'`);
    const guess = createHash('sha256').update('{"names":["71"]}').digest('hex');
    expect(row?.hash).toMatch(/^[0-9a-f]{64}$/);
    expect(row?.hash).not.toBe(guess);
  });

  it('7.21 is not held by what was refused', async () => {
    expect((await add(here, ['7'], 'key-of-refusal')).ok).toBe(false);
    expect((await add(here, ['70'], 'key-of-refusal')).ok).toBe(true);
  });

  it('7.21 sent eight times at once has one effect and one answer', async () => {
    const answers = await Promise.all(Array.from({ length: 8 }, () => add(here, ['77'], 'key-at-once')));
    expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1);
    expect((await tablesOf(here)).filter((name) => name === '77')).toHaveLength(1);
  });

  it('7.21 is forgotten after 48 hours, those of people who never come back too', async () => {
    expectDone(await add(program.office, ['78'], 'key-of-yesterday'));
    expectDone(await add(here, ['79'], 'key-of-the-day-before'));
    await owner(`update idempotency_key set created_at = now() - case key when 'key-of-yesterday' then interval '47 hours'
      else interval '49 hours' end where key in ('key-of-yesterday', 'key-of-the-day-before')`);
    expect((await add(program.office, ['78'], 'key-of-yesterday')).ok).toBe(true);
    await keepHouse();
    const left = await owner(`select key from idempotency_key where key like 'key-of-%day%' order by key`);
    expect(left).toEqual([{ key: 'key-of-yesterday' }]);
    const again = await add(here, ['79'], 'key-of-the-day-before');
    expect(again).toMatchObject({ ok: false, refusals: [{ reason: 'table_taken' }] });
  });
});
