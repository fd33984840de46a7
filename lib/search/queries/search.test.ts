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

  it('finds notes and next steps that are older than the newest thousand', async () => {
    const old = world.pairOf(world.rival, world.harbor);
    await database.owner.query(
      `insert into note (program_id, id, startup_id, pair_id, body, visibility, side, created_at)
       select $1, gen_random_uuid(), $2, $3, case n when 1 then '감사보고서를 받음' else '날씨 이야기 ' || n end, 'shared', 'program',
         timestamptz '2020-01-01' + n * interval '1 minute' from generate_series(1, 1100) n`,
      [world.as('officer').programId, world.rival, old],
    );
    expect(await titles('officer', '감사보고', 'note')).toEqual(['감사보고서를 받음']);
    expect(await titles('manager', '감사보고', 'note')).toEqual(['감사보고서를 받음']);
    expect(await titles('rival', '감사보고', 'note')).toEqual(['감사보고서를 받음']);
    expect(await titles('officer', '날씨', 'note')).toHaveLength(6);
    expect(await titles('startup', '감사보고', 'note')).toEqual([]);
  });

  it('finds a contact by name among many whose title holds the word', async () => {
    await database.owner.query(
      `insert into contact (program_id, id, investor_id, name, title)
       select $1, gen_random_uuid(), $2, case n when 200 then '심사역이네' else '담당 ' || n end, '심사역' from generate_series(1, 200) n`,
      [world.as('officer').programId, world.harbor],
    );
    const [first, second] = await titles('officer', '심사역', 'person');
    expect(first).toBe('심사역이네');
    expect(second).toMatch(/^담당/);
  });

  it('finds a person by the name of now', async () => {
    const id = world.as('manager').viewer.personId;
    await database.owner.query(`update person set name = '도라지' where id = $1`, [id]);
    expect(await titles('officer', 'ㄷㄹㅈ', 'person')).toEqual(['도라지']);
    await database.owner.query(`update person set name = 'manager' where id = $1`, [id]);
    expect(await titles('officer', 'ㄷㄹㅈ', 'person')).toEqual([]);
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

  it('T17 ids of next steps are given of one’s own pairs alone, and of none to a stranger', async () => {
    const idsOf = (actor: Parameters<typeof asViewer>[0]) =>
      asViewer(
        actor,
        (tx) => tx.$queryRaw<object[]>`select id from next_steps_that_hold(array['ㄱㅖㅇㅑㄱㅅㅓ'], 10)`,
      );
    expect(await idsOf(world.as('officer'))).toHaveLength(2);
    expect(await idsOf(world.as('startup'))).toEqual([{ id: world.pairOf(world.stepOne, world.harbor) }]);
    expect(await idsOf({ ...world.as('startup'), startupId: world.rival })).toEqual([]);
    expect(await idsOf(others.as('officer'))).toEqual([]);
    expect(await idsOf('nobody')).toEqual([]);
  });

  it('the program’s people and the office’s pages are for the office', async () => {
    expect(await titles('manager', 'officer', 'person')).toEqual([]);
    expect(await titles('startup', '환율', 'page')).toEqual([]);
    expect(await titles('startup', '사용자', 'page')).toEqual([]);
    expect(await titles('admin', '사용자', 'page')).toEqual(['사용자']);
  });
});
