import { beforeAll, expect, test } from 'vitest';
import { ownDatabase } from '@/scripts/test/own-database';
import { type SmallProgram, smallProgram } from '@/scripts/test/small-program';
import { moveStage } from '../commands/move';
import { listPossibleOwners } from './facets';
import { listNeighbours, listPairs } from './list';

const database = ownDatabase();
let world: SmallProgram;
beforeAll(async () => {
  world = await smallProgram(database.ownerUrl);
});

test('the neighbours of every pair are those of the list, both ways and to its ends', async () => {
  const officer = world.as('officer');
  for (const sort of [undefined, '-startup', 'investor', 'stage', '-nextStepOn'] as const) {
    const filter = sort ? { sort } : {};
    const list = (await listPairs(officer, filter)).items.map(({ id }) => id);
    expect(list).toHaveLength(4);
    for (const [index, pairId] of list.entries()) {
      const { previous, next } = await listNeighbours(officer, { ...filter, pairId });
      expect([sort, previous?.id, next?.id]).toEqual([sort, list[index - 1], list[index + 1]]);
    }
  }
});

test('a pair that was moved out of the filter still has its neighbours there', async () => {
  const officer = world.as('officer');
  const [first, second, third] = (await listPairs(officer, {})).items;
  if (!first || !second || !third) throw new Error('too few pairs');
  const moved = await moveStage(officer, { pairId: second.id, stage: 'video_call', version: second.version });
  expect(moved.ok).toBe(true);
  const { previous, next } = await listNeighbours(officer, { pairId: second.id, stage: ['candidate'] });
  expect([previous?.id, next?.id]).toEqual([first.id, third.id]);
});

test("a startup's neighbours are its own pairs", async () => {
  const mine = (await listPairs(world.as('startup'), {})).items.map(({ id }) => id);
  const [pairId = ''] = mine;
  const { previous, next } = await listNeighbours(world.as('startup'), { pairId });
  expect([previous, next?.id]).toEqual([null, mine[1]]);
  await expect(listNeighbours(world.as('rival'), { pairId })).rejects.toMatchObject({ code: 'not_found' });
});

test('a step may be owned by the officers and by the people of the startup, and a startup names its own', async () => {
  const pairId = world.pairOf(world.stepOne, world.firm7);
  const named = async (who: 'officer' | 'startup') =>
    (await listPossibleOwners(world.as(who), { pairId })).map(({ name, side }) => [name, side]);
  expect(await named('officer')).toEqual([
    ['officer', 'program'],
    ['startup', 'startup'],
  ]);
  expect(await named('startup')).toEqual([['startup', 'startup']]);
});
