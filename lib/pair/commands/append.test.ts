import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Result } from '@/lib/core/result';
import { asViewer } from '@/lib/platform/database';
import { ownDatabase } from '@/scripts/test/own-database';
import { smallProgram } from '@/scripts/test/small-program';
import { findPairItems } from '../queries/item';
import { STAGES, STATUSES } from '../rules/stages';
import type { PairItem } from '../schema';
import { moveStage, moveStages } from './move';
import { changeStatus, changeStatuses } from './status';
import { undoMoves } from './void';

const database = ownDatabase();

async function fourPairs() {
  const world = await smallProgram(database.ownerUrl);
  const ids = [world.stepOne, world.rival].flatMap((startup) =>
    [world.firm7, world.harbor].map((investor) => world.pairOf(startup, investor)),
  );
  const office = world.as('officer');
  const read = () => asViewer(office, (tx) => findPairItems(tx, office, ids));
  return { world, ids, office, read };
}
function expectDone<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(JSON.stringify(result.refusals));
  return result.value;
}
const seen = (pairs: readonly PairItem[]) => pairs.map(({ id, version }) => ({ pairId: id, version }));
const standing = (pairs: readonly PairItem[]) =>
  pairs.map(({ stage, status, reasonCode }) => ({ stage, status, reasonCode }));

describe('a change of status of many pairs', () => {
  it('is made in the order given, for one reason, and undone by its entries', async () => {
    const { office, read } = await fourPairs();
    const before = await read();
    const order = before.toReversed();
    const wanted = { pairs: seen(order), status: 'passed', reasonCode: 'sector' };
    const { moved } = expectDone(await changeStatuses(office, wanted));
    expect(moved.map(({ pair }) => pair.id)).toEqual(order.map(({ id }) => id));
    expect(moved.every(({ pair }) => pair.status === 'passed' && pair.reasonCode === 'sector')).toBe(true);
    const { pairs } = expectDone(await undoMoves(office, { eventIds: moved.map(({ eventId }) => eventId) }));
    expect(new Set(pairs.map(({ status }) => status))).toEqual(new Set(['open']));
    expect(standing(await read())).toEqual(standing(before));
  });

  it('wants a reason for closing and holding, and names every pair that is refused', async () => {
    const { ids, office, read } = await fourPairs();
    const [first = ''] = ids;
    expectDone(await changeStatus(office, { pairId: first, version: 1, status: 'invested' }));
    const pairs = seen(await read());
    expect(await changeStatuses(office, { pairs, status: 'on_hold' })).toMatchObject({
      refusals: ids.map((_, index) => ({
        reason: 'close_needs_reason',
        field: ['pairs', index, 'reasonCode'],
      })),
    });
    const stale = pairs.map((pair, index) => (index === 2 ? { ...pair, version: 9 } : pair));
    expect(await changeStatuses(office, { pairs: stale, status: 'invested' })).toMatchObject({
      refusals: [
        { reason: 'same_status', field: ['pairs', 0, 'status'] },
        { reason: 'stale', field: ['pairs', 2, 'version'], current: { id: ids[2], status: 'open' } },
      ],
    });
    expect((await read()).map(({ status }) => status)).toEqual(['invested', 'open', 'open', 'open']);
  });

  it('takes each pair once, and is the office’s alone', async () => {
    const { world, ids, office } = await fourPairs();
    const pair = { pairId: ids[0], version: 1 };
    expect(await changeStatuses(office, { pairs: [pair, pair], status: 'invested' })).toMatchObject({
      refusals: [{ reason: 'twice', field: ['pairs'] }],
    });
    for (const who of ['startup', 'manager'] as const)
      await expect(
        changeStatuses(world.as(who), { pairs: [pair], status: 'invested' }),
      ).rejects.toMatchObject({ code: 'forbidden' });
  });
});

describe('moves of many pairs', () => {
  it('name every pair that does not move, and move none', async () => {
    const { ids, office, read } = await fourPairs();
    const [a = '', , c = ''] = ids;
    expectDone(await moveStage(office, { pairId: a, version: 1, stage: 'video_call' }));
    expectDone(await changeStatus(office, { pairId: c, version: 1, status: 'passed', reasonCode: 'sector' }));
    const pairs = seen(await read());
    expect(await moveStages(office, { pairs, stage: 'video_call' })).toMatchObject({
      refusals: [
        { reason: 'same_stage', field: ['pairs', 0, 'stage'] },
        { reason: 'pair_closed', field: ['pairs', 2, 'stage'] },
      ],
    });
    expect((await read()).map(({ stage }) => stage)).toEqual([
      ...['video_call', 'candidate', 'candidate', 'candidate'],
    ]);
  });

  it('undo(change(x)) = x and again, for any move or status of any of the pairs', async () => {
    const { office, read } = await fourPairs();
    const change = fc.oneof(
      fc.record({ kind: fc.constant('stage' as const), to: fc.constantFrom(...STAGES) }),
      fc.record({ kind: fc.constant('status' as const), to: fc.constantFrom(...STATUSES) }),
    );
    await fc.assert(
      fc.asyncProperty(change, fc.subarray([0, 1, 2, 3], { minLength: 1 }), async (wanted, chosen) => {
        const make = async () => {
          const pairs = seen((await read()).filter((_, index) => chosen.includes(index)));
          return wanted.kind === 'stage'
            ? moveStages(office, { pairs, stage: wanted.to, reason: '합의' })
            : changeStatuses(office, { pairs, status: wanted.to, reasonCode: 'timing' });
        };
        const before = standing(await read());
        const changed = await make();
        fc.pre(changed.ok);
        const after = standing(await read());
        const undo = { eventIds: expectDone(changed).moved.map(({ eventId }) => eventId) };
        expectDone(await undoMoves(office, undo));
        expect(standing(await read())).toEqual(before);
        expectDone(await make());
        expect(standing(await read())).toEqual(after);
      }),
      { numRuns: 25 },
    );
  });
});
