import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { listAudit } from '@/lib/audit/queries';
import type { ProgramScope } from '@/lib/core/scope';
import { asViewer } from '@/lib/platform/database';
import { withClient } from '@/scripts/database/connection';
import { ownDatabase } from '@/scripts/test/own-database';
import { type SmallProgram, smallProgram } from '@/scripts/test/small-program';
import { findPairItems } from '../queries/item';
import { listTimeline } from '../queries/timeline';
import { editOf, type NextStepValues, nextStepValues } from '../rules/edits';
import type { PairItem } from '../schema';
import { editPair, editPairs } from './edit';

const database = ownDatabase();

/** The four pairs of a small program, those of StepOne first. */
async function fourPairs() {
  const world = await smallProgram(database.ownerUrl);
  const ids = [world.stepOne, world.rival].flatMap((startup) =>
    [world.firm7, world.harbor].map((investor) => world.pairOf(startup, investor)),
  );
  return { world, ids, office: world.as('officer'), ours: world.as('startup') };
}

const read = (scope: ProgramScope, ids: readonly string[]) =>
  asViewer(scope, (tx) => findPairItems(tx, scope, ids));
const expectDone = async (answer: ReturnType<typeof editPairs>): Promise<PairItem[]> => {
  const result = await answer;
  if (!result.ok) throw new Error(JSON.stringify(result.refusals));
  return result.value.pairs;
};
const step = (pairId: string, nextStep: string | null, version = 1) => ({
  ...{ pairId, version, changes: { nextStep } },
});

describe('edits of many pairs', () => {
  it('answers the pairs in the order given, each with a new version and a line of the trail', async () => {
    const { ids, office } = await fourPairs();
    const order = ids.toReversed();
    const pairs = await expectDone(editPairs(office, { edits: order.map((id) => step(id, `자료 ${id}`)) }));
    expect(pairs.map(({ id, version, nextStep }) => [id, version, nextStep?.text])).toEqual(
      order.map((id) => [id, 2, `자료 ${id}`]),
    );
    const { items } = await listAudit(office, {});
    expect(items.filter(({ command }) => command === 'pair.edit_many')).toHaveLength(4);
    const [pairId = ''] = order;
    const timeline = await listTimeline(office, { pairId });
    expect(timeline).toMatchObject([
      { happening: { kind: 'edit', changes: { nextStep: `자료 ${pairId}` } } },
      { happening: { kind: 'stage' } },
    ]);
  });

  it('writes none of them where one is stale, and shows that one as it stands', async () => {
    const { ids, office } = await fourPairs();
    const [a = '', b = '', c = ''] = ids;
    await editPair(office, step(b, '대표 통화'));
    const answer = await editPairs(office, { edits: [step(a, '실사'), step(b, '실사'), step(c, '실사')] });
    expect(answer).toMatchObject({
      refusals: [
        {
          reason: 'stale',
          field: ['edits', 1, 'version'],
          current: {
            id: b,
            version: 2,
            nextStep: { text: '대표 통화' },
            conflicts: [{ field: 'nextStep', mine: '실사', theirs: '대표 통화' }],
          },
        },
      ],
    });
    expect((await read(office, ids)).map(({ nextStep }) => nextStep?.text ?? null)).toEqual([
      null,
      '대표 통화',
      null,
      null,
    ]);
  });

  it('merges with what others changed in other fields of the same pairs', async () => {
    const { ids, office } = await fourPairs();
    const [a = ''] = ids;
    await editPair(office, { pairId: a, version: 1, changes: { ownerId: office.viewer.personId } });
    const late = { ...step(a, '실사'), base: { nextStep: null } };
    const [pair] = await expectDone(editPairs(office, { edits: [late] }));
    expect(pair).toMatchObject({ nextStep: { text: '실사' }, owner: { id: office.viewer.personId } });
  });

  it('names every edit that is refused, by its place', async () => {
    const { world, ids, office } = await fourPairs();
    const [a = '', b = '', c = ''] = ids;
    const stranger = world.as('rival').viewer.personId;
    const changes = [{ nextStepOwnerId: stranger }, { nextStep: '실사' }, { ownerId: stranger }];
    const edits = [a, b, c].map((pairId, index) => ({ pairId, version: 1, changes: changes[index] }));
    const answer = await editPairs(office, { edits });
    expect(answer).toMatchObject({
      refusals: [
        { reason: 'not_a_member', field: ['edits', 0, 'changes', 'nextStepOwnerId'] },
        { reason: 'not_a_member', field: ['edits', 2, 'changes', 'ownerId'] },
      ],
    });
    expect(await editPair(office, { pairId: a, version: 1, changes: { ownerId: stranger } })).toMatchObject({
      refusals: [{ reason: 'not_a_member', field: ['changes', 'ownerId'] }],
    });
  });

  it('lets a startup edit the next steps of its own pairs, and neither owners nor those of others', async () => {
    const { ids, ours, world } = await fourPairs();
    const [a = '', b = '', foreign = ''] = ids;
    await expectDone(editPairs(ours, { edits: [step(a, '자료 송부'), step(b, '자료 송부')] }));
    await expect(
      editPairs(ours, { edits: [step(a, '둘째', 2), step(foreign, '둘째')] }),
    ).rejects.toMatchObject({
      code: 'not_found',
    });
    const owned = { pairId: b, version: 2, changes: { ownerId: ours.viewer.personId } };
    expect(await editPairs(ours, { edits: [step(a, '둘째', 2), owned] })).toMatchObject({
      refusals: [{ reason: 'not_yours', field: ['edits', 1, 'changes', 'ownerId'] }],
    });
    expect((await read(ours, [a]))[0]?.nextStep?.text).toBe('자료 송부');
    await expect(editPairs(world.as('manager'), { edits: [step(a, '셋째', 2)] })).rejects.toMatchObject({
      code: 'forbidden',
    });
  });

  it('takes each pair once, and not more than 500', async () => {
    const { ids, office } = await fourPairs();
    const [a = ''] = ids;
    expect(await editPairs(office, { edits: [step(a, '하나'), step(a, '둘')] })).toMatchObject({
      refusals: [{ reason: 'twice', field: ['edits'] }],
    });
    const many = Array.from({ length: 501 }, () => step(crypto.randomUUID(), '하나'));
    expect(await editPairs(office, { edits: many })).toMatchObject({ ok: false });
    expect((await read(office, [a]))[0]?.version).toBe(1);
  });

  it('writes 500 at once', async () => {
    const { world, office } = await fourPairs();
    const ids = await morePairs(world, 500);
    const pairs = await expectDone(editPairs(office, { edits: ids.map((id) => step(id, '실사')) }));
    expect(pairs.map(({ id }) => id)).toEqual(ids);
    expect(pairs.every(({ version, nextStep }) => version === 2 && nextStep?.text === '실사')).toBe(true);
  });
});

describe('an edit and its undoing', () => {
  it('undo(edit(x)) = x and again, for any edits of one or many pairs', async () => {
    const { ids, office } = await fourPairs();
    const officer = office.viewer.personId;
    const text = fc.constantFrom('', '자료 송부', 'Call Dana', "'; drop table pair; --");
    const values: fc.Arbitrary<NextStepValues> = fc.record({
      nextStep: text,
      nextStepOn: fc.constantFrom('', '2023-05-02', '2024-02-29'),
      nextStepOwnerId: fc.constantFrom('', officer),
      ownerId: fc.constantFrom('', officer),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(values, { minLength: 1, maxLength: 4 }), async (wished) => {
        const chosen = ids.slice(0, wished.length);
        const before = await read(office, chosen);
        const write = (pairs: readonly PairItem[], to: readonly NextStepValues[]) =>
          expectDone(
            editPairs(office, {
              edits: pairs.map((pair, index) => {
                const base = nextStepValues(pair);
                return editOf(pair.id, { version: pair.version, base, changes: to[index] ?? base });
              }),
            }),
          );
        const edited = await write(before, wished);
        const undone = await write(edited, before.map(nextStepValues));
        expect(undone.map(withoutVersion)).toEqual(before.map(withoutVersion));
        const redone = await write(undone, edited.map(nextStepValues));
        expect(redone.map(withoutVersion)).toEqual(edited.map(withoutVersion));
      }),
      { numRuns: 20 },
    );
  });
});

const withoutVersion = ({ version, ...rest }: PairItem) => rest;

/** New investors, each with a pair of StepOne that stands at the beginning; their ids in no special order. */
async function morePairs({ programId, stepOne }: SmallProgram, count: number): Promise<string[]> {
  return withClient(database.ownerUrl, async (client) => {
    const { rows } = await client.query<{ id: string }>(
      `with firm as (
        insert into investor (program_id, id, name, focus)
        select $1, gen_random_uuid(), 'Firm ' || (n + 100), '{}' from generate_series(1, $3::int) n returning id),
      pairs as (
        insert into pair (program_id, startup_id, id, investor_id, stage_since)
        select $1, $2, gen_random_uuid(), id, '2023-04-01' from firm returning id)
      insert into stage_event (program_id, startup_id, id, pair_id, to_stage, effective_at, recorded_at, means)
      select $1, $2, gen_random_uuid(), id, 'candidate', '2023-04-01', '2023-04-01', 'sample' from pairs returning pair_id as id`,
      [programId, stepOne, count],
    );
    return rows.map(({ id }) => id);
  });
}
