import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import { listAudit } from '@/lib/audit/queries';
import { requiredText, WHOLE_LIST } from '@/lib/core/fields';
import { listFigureRows } from '@/lib/funnel/queries/rows';
import { bookMeeting } from '@/lib/meeting/commands/book';
import { listMeetings } from '@/lib/meeting/queries/list';
import { listNeighbours, listPairs } from '@/lib/pair/queries/list';
import { PAIR_SORTS } from '@/lib/pair/rules/item';
import { addInvestor, addStartup } from '@/lib/party/commands/parties';
import { listInvestors, listStartups } from '@/lib/party/queries/parties';
import { listMembers } from '@/lib/person/queries/members';
import { listWishes } from '@/lib/timetable/queries/wishes';
import { ownDatabase } from '@/scripts/test/own-database';
import { type SmallProgram, smallProgram } from '@/scripts/test/small-program';
import { pageOf, readCursor, writeCursor } from './cursor';
import { InvalidInput } from './query';

const ID = '0199f7c0-5d9d-7000-8000-00000000000a';
const NAME_LENGTH = 120;

describe('a page of a list that is read whole', () => {
  const idAt = (at: number) => `0199f7c0-5d9d-7000-8000-${String(at).padStart(12, '0')}`;
  const list = (...ats: number[]) => ats.map((at) => ({ id: idAt(at) }));
  const idOf = ({ id }: { id: string }) => id;

  test('goes on behind the last row, to the end', () => {
    const whole = list(1, 2, 3, 4, 5);
    const seen: unknown[] = [];
    let cursor: string | undefined;
    do {
      const page = pageOf(whole, { limit: 2, cursor }, idOf);
      seen.push(...page.items);
      cursor = page.nextCursor ?? undefined;
    } while (cursor);
    expect(seen).toEqual(whole);
    expect(pageOf(whole, { limit: 5 }, idOf).nextCursor).toBeNull();
  });

  test('goes on behind the same row where others came before it, and at its place where it is gone', () => {
    const { nextCursor } = pageOf(list(1, 2, 3), { limit: 2 }, idOf);
    const cursor = nextCursor ?? '';
    expect(pageOf(list(8, 9, 1, 2, 3), { limit: 2, cursor }, idOf).items).toEqual(list(3));
    expect(pageOf(list(1, 5, 3), { limit: 2, cursor }, idOf).items).toEqual(list(3));
  });

  test('refuses the cursor of another list', () => {
    const cursor = writeCursor({ key: '["a"]', id: ID });
    expect(() => pageOf(list(1), { limit: 2, cursor }, idOf)).toThrow(InvalidInput);
  });
});

describe('a cursor', () => {
  test('7.14 that was given is taken, whatever stands in its key', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 400 }), (any) => {
        const key = any.replaceAll('\u0000', '');
        expect(readCursor(writeCursor({ key, id: ID }))).toEqual({ key, id: ID });
      }),
    );
  });

  test('7.13 that nobody gave is refused, and never reaches the database', () => {
    const sent = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');
    const wrong = [
      ...[
        sent(['a\u0000b', ID]),
        sent(['\ud800', ID]),
        sent(['a', 'b']),
        sent([1, ID]),
        sent({ key: 'a', id: ID }),
      ],
      ...[sent(['a', ID, 1]), sent(null), 'x', 'W10', '%00', `${writeCursor({ key: 'a', id: ID })}A`],
      ...[writeCursor({ key: 'a', id: ID.toUpperCase() }).replace(/.$/, '='), '__proto__', 'null'],
    ];
    for (const cursor of wrong) expect(() => readCursor(cursor)).toThrow('invalid');
  });
});

const database = ownDatabase();
let world: SmallProgram;
beforeAll(async () => {
  world = await withLongNames();
});

/** The longest names in scripts of three and four bytes a letter, and some of any signs a name may hold. */
async function withLongNames(): Promise<SmallProgram> {
  const program = await smallProgram(database.ownerUrl);
  const office = program.as('officer');
  const name = fc
    .string({ unit: 'grapheme-composite', minLength: 1, maxLength: 40 })
    .filter((text) => requiredText(NAME_LENGTH).safeParse(text).success);
  const names = [
    ...['가', '힣', '𠀀'.repeat(1), '"', '\\', '<'].map((letter) =>
      letter.repeat(NAME_LENGTH / letter.length),
    ),
    ...fc.sample(name, { numRuns: 2, seed: 7 }),
  ];
  for (const each of names) {
    const named = { name: each, sameName: true };
    expect(await addStartup(office, { ...named, sector: 'ai' })).toMatchObject({ ok: true });
    expect(await addInvestor(office, named)).toMatchObject({ ok: true });
  }
  for (const hour of [10, 11, 12]) {
    const time = { startsAt: `2026-04-28T${hour}:00:00Z`, endsAt: `2026-04-28T${hour}:25:00Z` };
    const pairId = program.pairOf(program.stepOne, program.firm7);
    expect(await bookMeeting(office, { pairId, stage: 'main_session', ...time })).toMatchObject({ ok: true });
  }
  return program;
}

type Page = { items: { id: string }[]; nextCursor: string | null };

/** Follows the cursors to the end, and holds that no row came twice. */
async function idsOf(page: (cursor: string | undefined) => Promise<Page>): Promise<string[]> {
  const ids: string[] = [];
  let cursor: string | undefined;
  do {
    const { items, nextCursor }: Page = await page(cursor);
    ids.push(...items.map(({ id }) => id));
    cursor = nextCursor ?? undefined;
  } while (cursor);
  expect(new Set(ids).size).toBe(ids.length);
  return ids;
}

describe('a cursor of another hand', () => {
  const keysOf = (...keys: string[]) => writeCursor({ key: JSON.stringify(keys), id: ID });

  test('7.13 is refused where a sign that PostgreSQL cannot hold is written as an escape in its keys', async () => {
    const office = world.as('officer');
    const readers: ((cursor: string) => Promise<unknown>)[] = [
      (cursor) => listStartups(office, { cursor }),
      (cursor) => listInvestors(office, { cursor }),
      ...PAIR_SORTS.map((sort) => (cursor: string) => listPairs(office, { sort, cursor })),
    ];
    for (const sign of ['\u0000', '\ud800']) {
      const cursors = [1, 2, 3, 4].map((count) => keysOf(...Array<string>(count).fill(sign)));
      for (const read of readers)
        for (const cursor of cursors) await expect(read(cursor)).rejects.toMatchObject({ code: 'invalid' });
    }
  });

  test('7.13 is refused by the audit trail where its key is no instant', async () => {
    const keys = [
      '',
      'a',
      'infinity',
      '9999999-01-01',
      '0000-01-01T00:00:00Z',
      '+275760-09-13',
      '["a"]',
      '[]',
    ];
    for (const key of keys) {
      const cursor = writeCursor({ key, id: ID });
      const trail = listAudit(world.as('admin'), { cursor });
      expect([key, await trail.catch(({ code }) => code)]).toEqual([key, 'invalid']);
    }
  });
});

describe('7.14 every page of the longest names is there', () => {
  test('of startups, investors, meetings and the audit trail', async () => {
    const office = world.as('officer');
    const admin = world.as('admin');
    const lists: ((asked: { limit: number; cursor?: string }) => Promise<Page>)[] = [
      (asked) => listStartups(office, asked),
      (asked) => listInvestors(office, asked),
      (asked) => listMeetings(office, asked),
      (asked) => listMeetings(office, { ...asked, sort: 'table' }),
      (asked) => listAudit(admin, asked),
    ];
    for (const list of lists) {
      const all = await list({ limit: 200 });
      expect(all.items.length).toBeGreaterThan(2);
      const paged = await idsOf((cursor) => list({ limit: 1, ...(cursor ? { cursor } : {}) }));
      expect(paged).toEqual(all.items.map(({ id }) => id));
    }
  });

  test('of pairs, by every sort and both ways; and each pair has its neighbours', async () => {
    const office = world.as('officer');
    for (const sort of PAIR_SORTS.flatMap((one) => [one, `-${one}`] as const)) {
      const all = await listPairs(office, { sort, limit: 1000 });
      expect(all.items).toHaveLength(100);
      const paged = await idsOf((cursor) =>
        listPairs(office, { sort, limit: 23, ...(cursor ? { cursor } : {}) }),
      );
      expect(paged).toEqual(all.items.map(({ id }) => id));
    }
    const ids = (await listPairs(office, { limit: 1000 })).items.map(({ id }) => id);
    for (const at of [1, 50, 98]) {
      const { previous, next } = await listNeighbours(office, { pairId: ids[at] ?? '' });
      expect([previous?.id, next?.id]).toEqual([ids[at - 1], ids[at + 1]]);
    }
  });
});

describe('the lists that screens show whole', () => {
  test('are read page by page too', async () => {
    const office = world.as('officer');
    const lists: Record<string, (asked: { limit: number; cursor?: string }) => Promise<Page>> = {
      members: async (asked) => {
        const page = await listMembers(office, asked);
        return { ...page, items: page.items.map(({ membershipId: id }) => ({ id })) };
      },
      wishes: async (asked) => {
        const page = await listWishes(office, asked);
        return { ...page, items: page.items.map(({ pair }) => pair) };
      },
      rows: async (asked) => {
        const page = await listFigureRows(office, {
          figure: 'reached:candidate',
          asOf: '2030-01-01',
          ...asked,
        });
        return { ...page, items: page.rows.map(({ pair: id }) => ({ id })) };
      },
    };
    for (const [name, read] of Object.entries(lists)) {
      const whole = (await read({ limit: WHOLE_LIST })).items.map(({ id }) => id);
      const paged = await idsOf((cursor) => read({ limit: 1, ...(cursor && { cursor }) }));
      expect([name, paged]).toEqual([name, whole]);
      expect([name, whole.length > 1]).toEqual([name, true]);
    }
  });
});
