import { describe, expect, it } from 'vitest';
import { listAudit } from '@/lib/audit/queries';
import { editInvestor, editStartup } from '@/lib/party/commands/parties';
import { writeCursor } from '@/lib/platform/cursor';
import { sayOwnWishes } from '@/lib/timetable/commands/own-wishes';
import { sayWish } from '@/lib/timetable/commands/wishes';
import { listWishes } from '@/lib/timetable/queries/wishes';
import { accepted, mainDay, reasonsOf } from '@/scripts/test/main-day';
import { ownDatabase } from '@/scripts/test/own-database';
import { type SmallProgram, smallProgram } from '@/scripts/test/small-program';
import { setMatchWeights } from '../commands/weights';
import { getScoreRecord } from './score-record';
import { listSuggestions } from './suggestions';

const database = ownDatabase();

/** StepOne and Firm 7 say their terms; the rival and Harbor have said nothing. */
async function opened() {
  const world = await smallProgram(database.ownerUrl);
  await mainDay(world);
  const officer = world.as('officer');
  const terms = { round: 'seed', sought: { minor: 100, currency: 'USD' }, regions: ['korea'] } as const;
  accepted(await editStartup(officer, { startupId: world.stepOne, version: 1, changes: terms }));
  const looks = {
    focus: ['ai'],
    rounds: ['series_a'],
    ticket: { min: 1, max: 50, currency: 'USD' },
  } as const;
  accepted(
    await editInvestor(officer, {
      investorId: world.firm7,
      version: 1,
      changes: { ...looks, focus: ['ai'] },
    }),
  );
  return { world, officer };
}
const best = (world: SmallProgram) => world.pairOf(world.stepOne, world.firm7);

describe('suggestions', () => {
  it('rank open pairs with their reasons in the reader’s language, unknown terms apart', async () => {
    const { world, officer } = await opened();
    const { items, total, leftOut, incomplete, incompleteCount, kept } = await listSuggestions(officer, {});
    // Sector 1000 x 30, round 500 x 20, ticket 500 x 20 and 500 for the other 30: 65; with the rival the sector alone and
    // 500 for the other 70, which is as much, and less certain.
    expect(
      items.map(({ pair, score, knownScore, certainty }) => [pair.id, score, knownScore, certainty]),
    ).toEqual([
      [best(world), 65, 71, 70],
      [world.pairOf(world.rival, world.firm7), 65, 100, 30],
    ]);
    expect(items[0]?.findings.map(({ points, words }) => [points, words])).toEqual([
      [1000, '관심 분야에 인공지능 분야가 있습니다.'],
      [500, '시드의 바로 앞이나 뒤 단계에 투자합니다.'],
      [500, expect.stringContaining('50%')],
      [null, '지역을 알 수 없습니다.'],
      [null, '아직 상담하지 않았습니다.'],
      [null, '아직 희망이 없습니다.'],
    ]);
    expect({ total, leftOut }).toEqual({ total: 2, leftOut: { uncertain: 2, wished: 0, notToMeet: 0 } });
    expect(incomplete.map(({ name, missing }) => [name, missing.length])).toEqual([
      ['Harbor', 4],
      ['메디픽셀', 3],
      ['Firm 7', 1],
    ]);
    expect({ incompleteCount, version: kept.version }).toEqual({ incompleteCount: 3, version: 0 });
    const certain = await listSuggestions(officer, { certainty: 50 });
    expect(certain.items.map(({ pair }) => pair.id)).toEqual([best(world)]);
    const ofHarbor = await listSuggestions(officer, { investor: world.harbor });
    expect(ofHarbor).toMatchObject({ total: 0, incompleteCount: 2 });
  });

  it('are paged in one order', async () => {
    const { world, officer } = await opened();
    const first = await listSuggestions(officer, { limit: 1 });
    const second = await listSuggestions(officer, { limit: 1, cursor: first.nextCursor ?? '' });
    expect([first, second].map(({ items }) => items[0]?.pair.id)).toEqual([
      best(world),
      world.pairOf(world.rival, world.firm7),
    ]);
    expect(second.nextCursor).toBeNull();
  });

  it('go on where a page ended, also where its last pair was wished for meanwhile', async () => {
    const { world, officer } = await opened();
    const changes = { focus: ['ai'] };
    accepted(await editInvestor(officer, { investorId: world.harbor, version: 1, changes }));
    const { items: all } = await listSuggestions(officer, {});
    expect(all).toHaveLength(4);
    const first = await listSuggestions(officer, { limit: 2 });
    accepted(await sayWish(officer, { pairId: all[1]?.pair.id ?? '', said: 'like' }));
    const { items } = await listSuggestions(officer, { limit: 2, cursor: first.nextCursor ?? '' });
    expect(items.map(({ pair }) => pair.id)).toEqual(all.slice(2).map(({ pair }) => pair.id));
    const other = writeCursor({ key: '', id: best(world) });
    await expect(listSuggestions(officer, { cursor: other })).rejects.toMatchObject({ code: 'invalid' });
  });

  it('leave out who wishes to meet already, and who is not to meet, whoever said it', async () => {
    const { world, officer } = await opened();
    accepted(await sayWish(officer, { pairId: best(world), said: 'like' }));
    const other = world.pairOf(world.rival, world.firm7);
    accepted(await sayWish(world.as('rival'), { pairId: other, said: 'no_thanks' }));
    const { items, leftOut } = await listSuggestions(officer, {});
    expect(items).toEqual([]);
    expect(leftOut).toEqual({ uncertain: 2, wished: 1, notToMeet: 1 });
    const { items: wished } = await listSuggestions(officer, { wished: 'with' });
    // 50,000 and 750 x 10 of 80, 500 for the other 20: 67,500 of 100.
    expect(wished.map(({ pair, score, own }) => [pair.id, score, own])).toEqual([[best(world), 67, 'like']]);
    expect(wished[0]?.certainty).toBe(80);
  });

  it('are no startup’s to read; managers read them, and set nothing', async () => {
    const { world } = await opened();
    await expect(listSuggestions(world.as('startup'), {})).rejects.toMatchObject({ code: 'forbidden' });
    await expect(getScoreRecord(world.as('startup'), {})).rejects.toMatchObject({ code: 'forbidden' });
    expect((await listSuggestions(world.as('manager'), {})).total).toBe(2);
    const weights = { sector: 1, round: 0, ticket: 0, region: 0, meetings: 0, wishes: 0 };
    const set = setMatchWeights(world.as('manager'), { weights, version: 0 });
    await expect(set).rejects.toMatchObject({ code: 'forbidden' });
  });
});

describe('the weights', () => {
  it('are tried without being kept; kept, they are versioned, and set back by the same command', async () => {
    const { world, officer } = await opened();
    const tried = await listSuggestions(officer, { weights: '0,0,100,0,0,0' });
    expect(tried.items.map(({ pair, score }) => [pair.id, score])).toEqual([[best(world), 50]]);
    expect(tried.kept.version).toBe(0);
    const weights = { sector: 0, round: 0, ticket: 100, region: 0, meetings: 0, wishes: 0 };
    expect(accepted(await setMatchWeights(officer, { weights, version: 0 }))).toEqual({
      weights,
      version: 1,
    });
    expect((await listSuggestions(officer, {})).items).toHaveLength(1);
    expect(reasonsOf(await setMatchWeights(officer, { weights, version: 0 }))).toEqual(['stale']);
    accepted(await setMatchWeights(officer, { weights: tried.kept.weights, version: 1 }));
    expect((await listSuggestions(officer, {})).items).toHaveLength(2);
    const nothing = { ...weights, ticket: 0 };
    expect(reasonsOf(await setMatchWeights(officer, { weights: nothing, version: 2 }))).toEqual([
      'no_weight',
    ]);
    const trail = await listAudit(officer, { noun: 'match' });
    expect(trail.items).toHaveLength(2);
  });
});

describe('taking suggestions into the wishes', () => {
  it('says a like for each, books nothing, and is taken back as if it had not been said', async () => {
    const { world, officer } = await opened();
    const pairs = [best(world), world.pairOf(world.rival, world.firm7)];
    const words = pairs.map((pairId) => ({ pairId, said: 'like' as const, was: null }));
    const { changed, undo } = accepted(await sayOwnWishes(officer, { words }));
    expect(changed).toBe(2);
    const ownWords = async () =>
      (await listWishes(officer, {})).items
        .filter(({ own }) => own !== null)
        .map(({ pair, own }) => [pair.id, own]);
    expect((await ownWords()).sort()).toEqual(pairs.map((id) => [id, 'like']).sort());
    expect(accepted(await sayOwnWishes(officer, undo)).changed).toBe(2);
    expect(await ownWords()).toEqual([]);
    const { rows } = await database.owner.query('select 1 from meeting where program_id = $1', [
      world.programId,
    ]);
    expect(rows).toEqual([]);
  });

  it('is all or none: a no-thanks or a newer word on one of them refuses them all', async () => {
    const { world, officer } = await opened();
    const other = world.pairOf(world.rival, world.firm7);
    accepted(await sayWish(officer, { pairId: other, said: 'must' }));
    const words = [best(world), other].map((pairId) => ({ pairId, said: 'like' as const, was: null }));
    expect(await sayOwnWishes(officer, { words })).toMatchObject({
      refusals: [{ reason: 'stale', field: ['words', 1, 'was'] }],
    });
    accepted(await sayWish(world.as('rival'), { pairId: other, said: 'no_thanks' }));
    expect(reasonsOf(await sayOwnWishes(officer, { words }))).toEqual(['no_thanks_is_final']);
    const { items } = await listWishes(officer, {});
    expect(items.find(({ pair }) => pair.id === best(world))?.own).toBeNull();
  });

  it('7.5 cannot be taken back beside a no-thanks, and leaves no pair in the trail', async () => {
    const { world, officer } = await opened();
    const words = [{ pairId: best(world), said: 'like' as const, was: null }];
    const { undo } = accepted(await sayOwnWishes(officer, { words }));
    accepted(await sayWish(world.as('startup'), { pairId: best(world), said: 'no_thanks' }));
    expect(reasonsOf(await sayOwnWishes(officer, undo))).toEqual(['no_thanks_is_final']);
    const { rows } = await database.owner.query(
      `select detail, pair_id, startup_id from audit_entry where command = 'timetable.say_wishes' and program_id = $1`,
      [world.programId],
    );
    expect(rows).toEqual([{ detail: {}, pair_id: null, startup_id: null }]);
  });
});

describe('the record of scores', () => {
  it('scores by what was known at the end of a day and counts what came after it', async () => {
    const { world, officer } = await opened();
    const changes = { regions: ['korea'] };
    accepted(await editInvestor(officer, { investorId: world.firm7, version: 2, changes }));
    accepted(await sayWish(officer, { pairId: best(world), said: 'must' }));
    const held = { stage: 'video_call', state: 'held' };
    const into = (pairId: string, at: string) =>
      database.owner.query(
        `insert into meeting (program_id, id, pair_id, startup_id, investor_id, stage, starts_at, ends_at, state)
         select p.program_id, gen_random_uuid(), p.id, p.startup_id, p.investor_id, $3, $2, $2::timestamptz + interval '25 minutes', $4
         from pair p where p.id = $1`,
        [pairId, at, held.stage, held.state],
      );
    await into(best(world), '2023-04-12T00:00:00Z');
    await into(world.pairOf(world.rival, world.harbor), '2023-04-20T00:00:00Z');
    const record = await getScoreRecord(officer, {});
    // The day before the first meeting in Seoul, which is on the 12th there.
    expect(record.day).toBe('2023-04-11');
    expect(record.unscored).toBe(2);
    const [top, ...rest] = record.items.filter(({ pairs }) => pairs > 0);
    // 50,000, 1000 x 10 and 500 for 20; with the rival the sector alone and 500 for 70.
    expect(top).toMatchObject({ tenth: 1, pairs: 1, wished: 1, met: 1, scores: { from: 70, to: 70 } });
    expect(rest).toMatchObject([{ tenth: 6, pairs: 1, wished: 0, met: 0, scores: { from: 65, to: 65 } }]);
    const later = await getScoreRecord(officer, { day: '2023-04-12' });
    expect(later.items.reduce((sum, { met }) => sum + met, 0)).toBe(0);
  });
});
