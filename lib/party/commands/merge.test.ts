import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { expectDone, type SmallProgram, smallProgram, viewerOf } from '@/e2e/support/small-program';
import { addAmount } from '@/lib/amount/commands/add';
import { addMaterial } from '@/lib/file/commands/party-files';
import { listFiles } from '@/lib/file/queries';
import { bookMeeting } from '@/lib/meeting/commands/book';
import { listPairs } from '@/lib/pair/queries/list';
import { actIn } from '@/lib/platform/acting';
import { withClient } from '@/scripts/database/connection';
import { pdfOf, uploadOf } from '@/scripts/test/upload';
import { listInvestorMerges, listStartupMerges, previewStartupMerge } from '../queries/merges';
import { getInvestor, getStartup, listStartups } from '../queries/parties';
import { addContact } from './contacts';
import { mergeInvestors, mergeStartups, undoInvestorMerge, undoStartupMerge } from './merge';
import { addInvestor, addStartup, editStartup, restoreStartup } from './parties';

let world: SmallProgram;
let slugs = 0;
const asOwner = <T extends object>(sql: string, values: unknown[] = []) =>
  withClient(world.ownerUrl, async (client) => (await client.query<T>(sql, values)).rows);

beforeAll(async () => {
  world = await smallProgram();
});
afterAll(() => world.end());

/** Two startups of the same firm, with nothing yet. */
async function twice(name: string) {
  slugs += 1;
  const add = (more: object) =>
    addStartup(world.office, { name: `${name} ${slugs}`, sector: 'ai', sameName: true, ...more });
  const kept = expectDone(await add({ summary: '그대로' })).startupId;
  const merged = expectDone(await add({ summary: '다른 소개', nameEn: 'Twice' })).startupId;
  return { kept, merged };
}

const pairWith = async (startup: string, investor = world.investorIds[0]) =>
  (await listPairs(world.office, { startup, investor })).items[0]?.id ?? '';
const money = (pairId: string, minor = 100_000_000) =>
  addAmount(world.office, {
    ...{ pairId, rung: 'discussed', minor, currency: 'KRW', effectiveOn: '2023-05-02', confirmed: true },
  });
const meet = (pairId: string, hour: number) =>
  bookMeeting(world.office, {
    ...{ pairId, stage: 'follow_up', reason: '합의', link: 'https://meet.example/1' },
    startsAt: `2027-05-10T${String(hour).padStart(2, '0')}:00:00Z`,
    endsAt: `2027-05-10T${String(hour).padStart(2, '0')}:25:00Z`,
  });
async function merge({ kept, merged }: { kept: string; merged: string }, fields: string[] = []) {
  const [one, other] = [
    await getStartup(world.office, { startupId: kept }),
    await getStartup(world.office, { startupId: merged }),
  ];
  return mergeStartups(world.office, {
    ...{ startupId: kept, version: one.version, mergedId: merged, mergedVersion: other.version, fields },
  });
}

/** Every row of the program but for what says that something happened, and the counts of changes. */
async function everything(): Promise<Record<string, string[]>> {
  const tables = await asOwner<{ name: string }>(
    `select c.relname as name from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attname = 'program_id'
     where c.relkind = 'r' and c.relnamespace = 'public'::regnamespace
       and c.relname not in ('audit_entry', 'party_merge', 'program_touch', 'funnel_rollup', 'idempotency_key',
         'change_number') order by 1`,
  );
  const rows: Record<string, string[]> = {};
  for (const { name } of tables) {
    const found = await asOwner<{ row: string }>(
      `select (to_jsonb(t) - 'version')::text as row from ${name} t where program_id = $1 order by 1`,
      [world.office.programId],
    );
    rows[name] = found.map(({ row }) => row);
  }
  return rows;
}

describe('merging two startups', () => {
  it('brings over the pairs with their records, contacts and materials, and undo puts every row back', async () => {
    const both = await twice('하나');
    const pairId = await pairWith(both.merged);
    const emptyId = await pairWith(both.kept);
    const { amountId } = expectDone(await money(pairId));
    expectDone(await meet(pairId, 3));
    expectDone(await addContact(world.office, { name: '박서준', startupId: both.merged }));
    const file = uploadOf('deck.pdf', pdfOf('deck of the second'));
    expectDone(await addMaterial(world.office, { startupId: both.merged, file }));
    const before = await everything();

    const preview = await previewStartupMerge(world.office, { startupId: both.kept, mergedId: both.merged });
    expect(preview).toEqual({
      ...{ contacts: 1, materials: 1, people: 0, pairs: 1, meetings: 1, amounts: 1, left: 0, both: [] },
    });
    const { mergeId } = expectDone(await merge(both));
    expect(await pairWith(both.kept)).toBe(pairId);
    const kept = await getStartup(world.office, { startupId: both.kept });
    expect(kept.contacts).toMatchObject([{ name: '박서준' }]);
    expect(kept.figures?.amounts).toMatchObject([{ rung: 'discussed', minor: '100000000', pairs: 1 }]);
    expect((await listFiles(world.office, { startupId: both.kept })).items).toMatchObject([
      { name: 'deck.pdf' },
    ]);
    expect(
      await asOwner('select startup_id, recorded_at from amount where id = $1', [amountId]),
    ).toMatchObject([{ startup_id: both.kept }]);
    // The other one is in no list, says where it went, and is not simply restored.
    expect((await listStartups(world.office, { limit: 500 })).items.map(({ id }) => id)).not.toContain(
      both.merged,
    );
    expect((await listStartupMerges(world.office, { startupId: both.merged })).into).toMatchObject({
      id: both.kept,
    });
    const { version } = await getStartup(world.office, { startupId: both.merged });
    expect(await restoreStartup(world.office, { startupId: both.merged, version })).toMatchObject({
      refusals: [{ reason: 'merged_already' }],
    });
    // Each of the two has it in its own history.
    const told = await asOwner<{ startup_id: string }>(
      `select startup_id from audit_entry where command = 'startup.merge' and detail ->> 'mergeId' = $1`,
      [mergeId],
    );
    expect(told.map((entry) => entry.startup_id).sort()).toEqual([both.kept, both.merged].sort());

    expectDone(await undoStartupMerge(world.office, { startupId: both.kept, mergeId }));
    expect(await everything()).toEqual(before);
    expect(await pairWith(both.kept)).toBe(emptyId);
    expect(await undoStartupMerge(world.office, { startupId: both.kept, mergeId })).toMatchObject({
      refusals: [{ reason: 'merge_gone' }],
    });
  });

  it('keeps what was written on a pair since with the pair, when it is undone', async () => {
    const both = await twice('둘');
    const pairId = await pairWith(both.merged);
    expectDone(await money(pairId));
    const { mergeId } = expectDone(await merge(both));
    expectDone(await money(pairId, 300_000_000));
    expectDone(await undoStartupMerge(world.office, { startupId: both.kept, mergeId }));
    const { figures } = await getStartup(world.office, { startupId: both.merged });
    expect(figures?.amounts).toMatchObject([{ minor: '300000000' }]);
    expect((await getStartup(world.office, { startupId: both.kept })).figures?.amounts).toEqual([]);
  });

  it('takes the fields that were picked, and undo gives back those that nobody has changed since', async () => {
    const both = await twice('셋');
    const { mergeId, version } = expectDone(await merge(both, ['summary', 'nameEn']));
    expect(await getStartup(world.office, { startupId: both.kept })).toMatchObject({
      ...{ summary: '다른 소개', nameEn: 'Twice', version },
    });
    const changes = { summary: '새로 쓴 소개' };
    expectDone(await editStartup(world.office, { startupId: both.kept, version, changes }));
    expectDone(await undoStartupMerge(world.office, { startupId: both.kept, mergeId }));
    expect(await getStartup(world.office, { startupId: both.kept })).toMatchObject({
      ...{ summary: '새로 쓴 소개', nameEn: '' },
    });
  });

  it('is refused in words where both have a record with the same investor, and changes nothing', async () => {
    const both = await twice('넷');
    expectDone(await money(await pairWith(both.merged)));
    expectDone(await meet(await pairWith(both.kept), 5));
    const before = await everything();
    const { name } = await getInvestor(world.office, { investorId: world.investorIds[0] });
    const preview = await previewStartupMerge(world.office, { startupId: both.kept, mergedId: both.merged });
    expect(preview.both).toMatchObject([{ name }]);
    expect(await merge(both)).toMatchObject({
      ok: false,
      refusals: [{ reason: 'both_recorded', params: { count: 1, name } }],
    });
    expect(await everything()).toEqual(before);
  });

  it('is refused where the two would then sit in two meetings at the same time', async () => {
    const both = await twice('다섯');
    expectDone(await meet(await pairWith(both.kept), 7));
    expectDone(await meet(await pairWith(both.merged, world.investorIds[1]), 7));
    expect(await merge(both)).toMatchObject({ refusals: [{ reason: 'meetings_overlap' }] });
  });

  it('is refused of one with itself, of a version that is not the last, and of one that went already', async () => {
    const both = await twice('여섯');
    const third = (await twice('일곱')).kept;
    expect(await merge({ kept: both.kept, merged: both.kept })).toMatchObject({
      refusals: [{ reason: 'same_party' }],
    });
    const input = { startupId: both.kept, mergedId: both.merged, fields: [] };
    expect(await mergeStartups(world.office, { ...input, version: 1, mergedVersion: 9 })).toMatchObject({
      refusals: [{ reason: 'stale' }],
    });
    expectDone(await merge(both));
    expect(await merge({ kept: third, merged: both.merged })).toMatchObject({
      refusals: [{ reason: 'merged_already' }],
    });
  });

  it('brings the people of the other one along, who then see the pairs of the one that stays', async () => {
    const [own] = world.startupIds;
    const { kept } = await twice('여덟');
    const { mergeId } = expectDone(await merge({ kept, merged: own }));
    const scope = actIn(await viewerOf(world.startup.viewer.email), world.slug);
    expect(scope.startupId).toBe(kept);
    expectDone(await undoStartupMerge(world.office, { startupId: kept, mergeId }));
    expect(actIn(await viewerOf(world.startup.viewer.email), world.slug).startupId).toBe(own);
  });
});

it('merging two investors moves their pairs with all startups, and back', async () => {
  const add = (name: string) => addInvestor(world.office, { name, sameName: true });
  const kept = expectDone(await add('Twin Capital')).investorId;
  const merged = expectDone(await add('Twin Capital LLC')).investorId;
  const [startup] = world.startupIds;
  const pairId = await pairWith(startup, merged);
  expectDone(await money(pairId));
  expectDone(await meet(pairId, 9));
  const before = await everything();
  const input = { investorId: kept, version: 1, mergedId: merged, mergedVersion: 1, fields: ['name'] };
  const { mergeId } = expectDone(await mergeInvestors(world.office, input));
  expect(await pairWith(startup, kept)).toBe(pairId);
  expect(await getInvestor(world.office, { investorId: kept })).toMatchObject({ name: 'Twin Capital LLC' });
  expect((await listInvestorMerges(world.manager, { investorId: kept })).items).toMatchObject([
    { id: mergeId },
  ]);
  expectDone(await undoInvestorMerge(world.office, { investorId: kept, mergeId }));
  expect(await everything()).toEqual(before);
});

it('a log is rewritten by nobody, its owner and its startup included', async () => {
  for (const change of ['minor = minor + 1', 'startup_id = startup_id', 'recorded_at = now()'])
    await expect(asOwner(`update amount set ${change}`)).rejects.toThrow('append-only');
});
