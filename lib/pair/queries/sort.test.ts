import { beforeAll, describe, expect, test } from 'vitest';
import type { ProgramScope } from '@/lib/core/scope';
import { addInvestor, addStartup } from '@/lib/party/commands/parties';
import { listInvestors, listStartups } from '@/lib/party/queries/parties';
import { ownDatabase } from '@/scripts/test/own-database';
import { type SmallProgram, smallProgram } from '@/scripts/test/small-program';
import { editPair } from '../commands/edit';
import { readMatrix } from './figures';
import { listNeighbours, listPairs } from './list';

const database = ownDatabase();
let world: SmallProgram;
let officer: ProgramScope;
beforeAll(async () => {
  world = await smallProgram(database.ownerUrl);
  officer = world.as('officer');
  // In Korean by the Korean name, in English by the Latin one; by bytes both would come out otherwise.
  for (const [name, nameEn] of [
    ['ㄱ연구소', 'Éclair'],
    ['가온', 'zebra'],
    ['Alpha 로보틱스', 'echo'],
  ]) {
    expect((await addStartup(officer, { name, nameEn, sector: 'ai' })).ok).toBe(true);
  }
  for (const name of ['Élan', 'apex', 'Zeta']) expect((await addInvestor(officer, { name })).ok).toBe(true);
});

const reading = (locale: 'ko' | 'en'): ProgramScope => ({
  ...officer,
  viewer: { ...officer.viewer, locale },
});

/** All pages of a list, one row each. */
async function paged<T>(
  read: (cursor: string | undefined) => Promise<{ items: T[]; nextCursor: string | null }>,
) {
  const items: T[] = [];
  let cursor: string | undefined;
  do {
    const page = await read(cursor);
    items.push(...page.items);
    cursor = page.nextCursor ?? undefined;
  } while (cursor);
  return items;
}

const KOREAN = ['ㄱ연구소', '가온', '메디픽셀', '스텝원', 'Alpha 로보틱스'];
const ENGLISH = ['echo', 'Éclair', 'MediPixel', 'StepOne', 'zebra'];
const FIRMS = ['apex', 'Élan', 'Firm 7', 'Harbor', 'Zeta'];

describe('names', () => {
  test.each(['ko', 'en'] as const)(
    '7.17 stand in the order of the reader of %s, page by page',
    async (locale) => {
      const scope = reading(locale);
      const startups = await paged((cursor) => listStartups(scope, { limit: 1, cursor }));
      const shown = (item: { name: string; nameEn: string }) => (locale === 'en' ? item.nameEn : item.name);
      expect(startups.map(shown)).toEqual(locale === 'en' ? ENGLISH : KOREAN);
      const investors = await paged((cursor) => listInvestors(scope, { limit: 1, cursor }));
      expect(investors.map(({ name }) => name)).toEqual(FIRMS);
      const pairs = await paged((cursor) => listPairs(scope, { limit: 3, cursor }));
      expect(pairs.map(({ startup, investor }) => `${shown(startup)} ${investor.name}`)).toEqual(
        (locale === 'en' ? ENGLISH : KOREAN).flatMap((startup) => FIRMS.map((firm) => `${startup} ${firm}`)),
      );
      const matrix = await readMatrix(scope, {});
      expect(matrix.startups.map(shown)).toEqual(locale === 'en' ? ENGLISH : KOREAN);
      expect(matrix.investors.map(({ name }) => name)).toEqual(FIRMS);
    },
  );

  test('7.17 a cursor of one order is none of another', async () => {
    const { nextCursor } = await listPairs(officer, { limit: 1, sort: 'startup' });
    const cursor = nextCursor ?? '';
    await expect(listPairs(officer, { sort: 'sector', cursor })).rejects.toMatchObject({
      refusals: [{ reason: 'invalid', field: ['cursor'] }],
    });
  });
});

describe('what nobody has filled in', () => {
  test('7.17 stands last upwards and downwards, page by page, and among the neighbours', async () => {
    const dates = new Map([
      [world.pairOf(world.stepOne, world.firm7), '2023-05-08'],
      [world.pairOf(world.rival, world.harbor), '2023-06-01'],
    ]);
    for (const [pairId, nextStepOn] of dates) {
      const { items } = await listPairs(officer, { limit: 1000 });
      const version = items.find(({ id }) => id === pairId)?.version;
      const edited = await editPair(officer, { pairId, version, changes: { nextStep: '전화', nextStepOn } });
      expect(edited.ok).toBe(true);
    }
    for (const [sort, first] of [
      ['nextStepOn', ['2023-05-08', '2023-06-01', null]],
      ['-nextStepOn', ['2023-06-01', '2023-05-08', null]],
    ] as const) {
      const items = await paged((cursor) => listPairs(officer, { sort, limit: 1, cursor }));
      expect(items).toHaveLength(25);
      expect(new Set(items.map(({ id }) => id)).size).toBe(25);
      expect(items.slice(0, 3).map(({ nextStep }) => nextStep?.on ?? null)).toEqual(first);
      for (const [at, { id }] of items.entries()) {
        const { previous, next } = await listNeighbours(officer, { sort, pairId: id });
        expect([previous?.id, next?.id]).toEqual([items[at - 1]?.id, items[at + 1]?.id]);
      }
    }
  });

  test.each(['amount', 'interest', 'owner', 'since'] as const)(
    '7.17 sorted by %s every pair comes once, whichever way',
    async (sort) => {
      for (const turned of [sort, `-${sort}`] as const) {
        const items = await paged((cursor) => listPairs(officer, { sort: turned, limit: 4, cursor }));
        expect(new Set(items.map(({ id }) => id)).size).toBe(25);
        expect(items).toHaveLength(25);
      }
    },
  );
});
