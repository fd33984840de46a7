import { beforeAll, describe, expect, it } from 'vitest';
import { bookMeeting } from '@/lib/meeting/commands/book';
import { editPair } from '@/lib/pair/commands/edit';
import { addNote } from '@/lib/pair/commands/notes';
import { listPairs } from '@/lib/pair/queries/list';
import { asViewer } from '@/lib/platform/database';
import { ownDatabase } from '@/scripts/test/own-database';
import { type SmallProgram, smallProgram } from '@/scripts/test/small-program';
import { search } from './search';

const database = ownDatabase();
let world: SmallProgram;
let slug: string;
let others: SmallProgram;

function accepted<T>(result: { ok: true; value: T } | { ok: false; refusals: unknown }): T {
  if (!result.ok) throw new Error(JSON.stringify(result.refusals));
  return result.value;
}

beforeAll(async () => {
  world = await smallProgram(database.ownerUrl);
  others = await smallProgram(database.ownerUrl);
  slug = world.as('officer').program.slug;
  const officer = world.as('officer');
  const rivalPair = world.pairOf(world.rival, world.harbor);
  const ownPair = world.pairOf(world.stepOne, world.harbor);
  for (const [pairId, writer, body] of [
    [rivalPair, 'officer', '실사 자료를 요청함'],
    [ownPair, 'startup', '실사 준비 중, 데이터룸을 연다'],
  ] as const)
    accepted(await addNote(world.as(writer), { pairId, body, visibility: 'private' }));
  const { items } = await listPairs(officer, { limit: 10 });
  for (const { id, version } of items.filter((pair) => [rivalPair, ownPair].includes(pair.id)))
    accepted(
      await editPair(officer, {
        pairId: id,
        version,
        changes: { nextStep: `계약서 초안 보내기 ${id.slice(0, 4)}`, nextStepOn: '2023-06-01' },
      }),
    );
  for (const [pairId, hour] of [
    [rivalPair, '10'],
    [ownPair, '12'],
  ] as const)
    accepted(
      await bookMeeting(
        officer,
        {
          pairId,
          stage: 'main_session',
          startsAt: `2023-04-28T${hour}:00:00Z`,
          endsAt: `2023-04-28T${hour}:25:00Z`,
          table: world.table7,
        },
        { now: new Date('2023-04-20T00:00:00Z') },
      ),
    );
});

const find = async (who: Parameters<SmallProgram['as']>[0], q: string, program: string | undefined = slug) =>
  (await search(world.as(who).viewer, { q, ...(program ? { program } : {}) })).items;
const titles = async (who: Parameters<SmallProgram['as']>[0], q: string, kind: string) =>
  (await find(who, q)).filter((item) => item.kind === kind).map(({ title }) => title);

describe('search', () => {
  it.each([
    ['part', '디픽'],
    ['a half-typed syllable', '메딮'],
    ['initials', 'ㅁㄷㅍㅅ'],
    ['Latin spelling', 'mediPI'],
    ['Hangul decomposed, as macOS writes it', '메디픽셀'.normalize('NFD')],
    ['a letter wrong', '메디빅셀'],
    ['a letter missing', 'medpixel'],
    ['letters exchanged', 'medipixle'],
  ])('finds a startup by %s, first', async (_, q) => {
    const [first] = await find('officer', q);
    expect(first).toMatchObject({ kind: 'startup', id: world.rival, program: slug, title: '메디픽셀' });
    expect(first?.href).toBe(`/programs/${slug}/startups/${world.rival}`);
  });

  it('finds a pair and its meeting by words of both sides, in either order and with a slip', async () => {
    for (const q of ['메디 harbor', 'harbor 메디', 'ㅁㄷ harbro']) {
      const found = await find('officer', q);
      expect(found.map(({ kind }) => kind)).toEqual(['pair', 'meeting']);
      expect(found[0]).toMatchObject({
        id: world.pairOf(world.rival, world.harbor),
        title: '메디픽셀 × Harbor',
      });
    }
    const [, meeting] = await find('officer', '메디 harbor');
    expect(meeting?.detail).toContain('창가 자리');
    expect(meeting?.href).toContain('day=2023-04-28');
  });

  it('finds people, notes, next steps and pages', async () => {
    expect(await titles('officer', '박하늘', 'person')).toEqual(['박하늘']);
    expect(await titles('officer', 'whitlok', 'person')).toEqual(['Dana Whitlock']);
    expect(await titles('officer', 'dana firm', 'person')).toEqual(['Dana Whitlock']);
    expect(await titles('officer', 'manager', 'person')).toEqual(['manager']);
    expect(await titles('officer', '실사 자료', 'note')).toEqual(['실사 자료를 요청함']);
    expect(await titles('officer', '초안', 'action')).toHaveLength(2);
    expect(await titles('officer', '단계 일정', 'page')).toEqual(['단계 일정']);
    expect(await titles('officer', '작은', 'program')).toEqual(['작은 프로그램']);
  });

  it('finds nothing for no words, and refuses a program that is not the viewer’s', async () => {
    expect(await find('officer', '  ')).toEqual([]);
    expect(await find('officer', '%')).toEqual([]);
    await expect(find('officer', '메디', others.as('officer').program.slug)).rejects.toMatchObject({
      code: 'not_found',
    });
  });

  it('searches the viewer’s own programs alone where none is named', async () => {
    const found = await find('officer', '메디픽셀', '');
    expect(new Set(found.map(({ program }) => program))).toEqual(new Set([slug]));
  });
});

describe('rights', () => {
  it('T17 a startup finds nothing of another startup: name, person, pair, meeting, note, next step', async () => {
    const rival = world.pairOf(world.rival, world.harbor);
    for (const q of [
      '메디',
      'ㅁㄷㅍㅅ',
      'medipixel',
      'medpixel',
      '박하늘',
      '박하눌',
      '실사',
      '초안',
      'harbor',
      '창가',
    ]) {
      const found = await find('startup', q);
      expect(found.filter(({ id }) => [world.rival, world.stranger, rival].includes(id))).toEqual([]);
      expect(JSON.stringify(found)).not.toMatch(/메디|박하늘|자료를/);
    }
  });

  it('a startup finds its own: name, person, pair, note, next step, and the firms', async () => {
    expect(await titles('startup', '스텝', 'startup')).toEqual(['스텝원']);
    expect(await titles('startup', '지우', 'person')).toEqual(['김지우']);
    expect(await titles('startup', '스텝 harbor', 'pair')).toEqual(['스텝원 × Harbor']);
    expect(await titles('startup', '실사', 'note')).toEqual(['실사 준비 중, 데이터룸을 연다']);
    expect(await titles('startup', '초안', 'action')).toHaveLength(1);
    expect(await titles('startup', 'firm', 'investor')).toEqual(['Firm 7']);
  });

  it('T17 private notes stay with their side, in the database too', async () => {
    expect(await titles('officer', '데이터룸', 'note')).toEqual([]);
    expect(await titles('manager', '실사', 'note')).toEqual([]);
    const ids = await asViewer(
      world.as('manager'),
      (tx) => tx.$queryRaw<object[]>`select id from notes_that_hold(array['ㅅㅣㄹㅅㅏ'], 10)`,
    );
    expect(ids).toEqual([]);
    const byStartup = await asViewer(
      world.as('startup'),
      (tx) => tx.$queryRaw<object[]>`select id from notes_that_hold(array['ㅅㅣㄹㅅㅏ'], 10)`,
    );
    expect(byStartup).toHaveLength(1);
  });

  it('the program’s people and the office’s pages are for the office', async () => {
    expect(await titles('manager', 'officer', 'person')).toEqual([]);
    expect(await titles('startup', '환율', 'page')).toEqual([]);
    expect(await titles('startup', '사용자', 'page')).toEqual([]);
    expect(await titles('admin', '사용자', 'page')).toEqual(['사용자']);
  });
});
