import { Client } from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { expectDone, type SmallProgram, smallProgram } from '@/e2e/support/small-program';
import { addNote } from '@/lib/pair/commands/notes';
import { listPairs } from '@/lib/pair/queries/list';
import { addStartup } from '@/lib/party/commands/parties';
import { listChanges } from './changes';

let program: SmallProgram;
beforeAll(async () => {
  program = await smallProgram('changes');
});
afterAll(() => program.end());

/** Everything after `since`, a few at a time, as a program that keeps a copy asks for it. */
async function follow(scope: SmallProgram['office'], since: number, limit = 3) {
  const seen: { seq: number; id: string | null; operation: string }[] = [];
  for (let from = since; ; ) {
    const { items, next } = await listChanges(scope, { since: from, limit });
    if (items.length === 0) return { seen, next };
    seen.push(...items);
    from = next;
  }
}

const add = async (name: string) =>
  expectDone(await addStartup(program.office, { name, nameEn: name, sector: 'ai' })).startupId;

/** A change of somebody else whose transaction stays open until `commit`. */
async function openChange(subject: string) {
  const client = new Client({ connectionString: program.ownerUrl });
  await client.connect();
  await client.query('begin');
  await client.query(
    `insert into audit_entry (id, program_id, command, subject, subject_id, at, means)
     values (gen_random_uuid(), $1, 'startup.edit', 'startup', $2, now() - interval '1 hour', 'api')`,
    [program.office.programId, subject],
  );
  return async () => {
    await client.query('commit');
    await client.end();
  };
}

describe('changes of a program', () => {
  it('are read once each, in the order of their numbers, from the first on', async () => {
    const id = await add('하나');
    const { seen, next } = await follow(program.office, 0);
    expect(seen.map(({ seq }) => seq)).toEqual(seen.map((_, index) => index + 1));
    expect(seen.at(-1)).toMatchObject({ kind: 'startup', id, operation: 'startup.add' });
    expect(await follow(program.office, next)).toEqual({ seen: [], next });
    const second = await add('둘');
    expect((await follow(program.office, next)).seen.map((item) => item.id)).toEqual([second]);
  });

  it('that commit late are not lost behind those that were read meanwhile', async () => {
    const { next: before } = await follow(program.office, 0);
    const [late, early] = [crypto.randomUUID(), await add('먼저')];
    const commit = await openChange(late);
    const meanwhile = await add('그 사이');
    const first = await follow(program.office, before);
    expect(first.seen.map(({ id }) => id)).toEqual([early, meanwhile]);
    await commit();
    const second = await follow(program.office, first.next);
    expect(second.seen.map(({ id }) => id)).toEqual([late]);
    const all = (await follow(program.office, before)).seen.map(({ id }) => id);
    expect(all).toEqual([early, meanwhile, late]);
  });

  it('get one number each, however many ask at once', async () => {
    await Promise.all(Array.from({ length: 6 }, (_, n) => add(`함께 ${n}`)));
    const asked = await Promise.all(Array.from({ length: 6 }, () => follow(program.office, 0, 50)));
    for (const { seen } of asked) expect(seen).toEqual(asked[0]?.seen);
    expect(new Set(asked[0]?.seen.map(({ seq }) => seq)).size).toBe(asked[0]?.seen.length);
  });

  it('tell a startup of its own alone, and nobody of a note they may not read', async () => {
    const [own] = (await listPairs(program.startup, {})).items;
    const { items } = await listPairs(program.office, {});
    const foreign = items.find(({ startup }) => startup.id === program.startupIds[1]);
    const note = { body: '메모', visibility: 'private' as const };
    const noteOf = async (scope: SmallProgram['office'], pairId = '') =>
      expectDone(await addNote(scope, { pairId, ...note })).noteId;
    const mine = await noteOf(program.startup, own?.id);
    const office = await noteOf(program.office, foreign?.id);
    const idsFor = async (scope: SmallProgram['office']) =>
      (await follow(scope, 0, 50)).seen.map(({ id }) => id);
    const [startup, officer] = [await idsFor(program.startup), await idsFor(program.office)];
    expect([startup.includes(mine), startup.includes(office)]).toEqual([true, false]);
    expect([officer.includes(mine), officer.includes(office)]).toEqual([false, true]);
    expect(startup).not.toContain(program.startupIds[1]);
  });
});
