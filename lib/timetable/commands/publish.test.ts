import { describe, expect, test } from 'vitest';
import { bookMeeting } from '@/lib/meeting/commands/book';
import { cancelMeeting } from '@/lib/meeting/commands/cancel';
import { markMeeting } from '@/lib/meeting/commands/mark';
import { asViewer } from '@/lib/platform/database';
import { explainRefusals } from '@/lib/platform/explain';
import { withMeetings } from '@/scripts/test/draft-day';
import { accepted, BEFORE, fourPairs, mainDay, reasonsOf } from '@/scripts/test/main-day';
import { ownOutbox } from '@/scripts/test/outbox';
import { ownDatabase } from '@/scripts/test/own-database';
import { type SmallProgram, smallProgram } from '@/scripts/test/small-program';
import { compareTimetables } from '../queries/compare';
import { getOverview } from '../queries/overview';
import { createDraft } from './draft';
import { moveInDraft, removeFromDraft, swapMeetings } from './place';
import { publishTimetable } from './publish';
import { undoPublish } from './undo';

const database = ownDatabase();
const { clear, mails } = ownOutbox();

const stage = 'main_session';
const now = BEFORE;

async function opened() {
  const world = await smallProgram(database.ownerUrl);
  const slots = await mainDay(world);
  const officer = world.as('officer');
  return { world, officer, slots, pairs: fourPairs(world) };
}
type Opened = Awaited<ReturnType<typeof opened>>;

/** A draft with these pairs in these slots. */
async function drafted(
  day: Opened,
  places: readonly (readonly [string, number])[],
  begin: 'empty' | 'as booked' = 'empty',
) {
  const from = begin === 'empty' ? { from: null } : {};
  return withMeetings(day, accepted(await createDraft(day.officer, { stage, ...from }, { now })), places);
}

/** The meetings that stand, as anybody would describe them. */
function standing(world: SmallProgram) {
  return asViewer(world.as('officer'), (tx) =>
    tx.meeting.findMany({
      where: { programId: world.programId, state: { not: 'cancelled' } },
      select: { id: true, pairId: true, startsAt: true, endsAt: true, tableId: true, state: true },
      orderBy: [{ startsAt: 'asc' }, { pairId: 'asc' }],
    }),
  );
}

describe('publishing', () => {
  test('books what is new, gives the version its number and freezes it', async () => {
    const day = await opened();
    const { world, officer, pairs } = day;
    const draft = await drafted(day, [
      [pairs.one, 0],
      [pairs.four, 0],
      [pairs.two, 1],
    ]);
    const published = accepted(await publishTimetable(officer, { ...draft, note: '첫 시간표' }, { now }));
    expect(published).toMatchObject({ number: 1, booked: 3, moved: 0, cancelled: 0 });
    const meetings = await standing(world);
    expect(meetings.map(({ pairId, startsAt }) => [pairId, startsAt.toISOString()])).toEqual(
      [
        [pairs.one, '2023-04-28T18:30:00.000Z'],
        [pairs.four, '2023-04-28T18:30:00.000Z'],
      ]
        .sort()
        .concat([[pairs.two, '2023-04-28T19:00:00.000Z']]),
    );
    const { timetableId } = published;
    const removed = await removeFromDraft(officer, {
      timetableId,
      version: published.version,
      pairId: pairs.one,
    });
    expect(reasonsOf(removed)).toEqual(['not_a_draft']);
    await expect(
      asViewer(officer, (tx) =>
        tx.timetableMeeting.deleteMany({ where: { programId: world.programId, timetableId } }),
      ),
    ).rejects.toThrow();
    const { history, canUndo } = await getOverview(officer, { stage });
    expect(history).toMatchObject([
      { number: 1, state: 'published', note: '첫 시간표', publishedBy: { name: 'officer' } },
    ]);
    expect(canUndo).toBe(true);
  });

  test('lets meetings trade places, leaves the others alone, and tells those concerned alone', async () => {
    const day = await opened();
    const { world, officer, pairs } = day;
    const first = await drafted(day, [
      [pairs.one, 0],
      [pairs.two, 1],
      [pairs.four, 2],
    ]);
    accepted(await publishTimetable(officer, first, { now }));
    const before = await standing(world);
    const draft = accepted(await createDraft(officer, { stage }, { now }));
    const swapped = accepted(
      await swapMeetings(officer, { ...draft, pairId: pairs.one, withPairId: pairs.two }, { now }),
    );
    const { drafts, history } = await getOverview(officer, { stage });
    expect([drafts.map(({ id }) => id), history.map(({ number }) => number)]).toEqual([
      [draft.timetableId],
      [1],
    ]);
    const { counts, touched } = await compareTimetables(officer, { to: draft.timetableId });
    expect(counts).toEqual({ added: 0, removed: 0, moved: 2, tableChanged: 0, kept: 1 });
    expect(touched.startups).toEqual([world.stepOne]);
    await mails();
    await clear();
    expect(accepted(await publishTimetable(officer, swapped, { now }))).toMatchObject({
      number: 2,
      moved: 2,
    });
    const after = await standing(world);
    const of = (list: typeof before, pairId: string) => list.find((meeting) => meeting.pairId === pairId);
    expect(of(after, pairs.four)).toEqual(of(before, pairs.four));
    expect(of(after, pairs.one)).toMatchObject({
      id: of(before, pairs.one)?.id,
      startsAt: of(before, pairs.two)?.startsAt,
    });
    const sent = await mails();
    expect(sent).toHaveLength(1);
    expect(sent[0]).toContain('To: startup <startup-small-');
    expect(sent[0]).toContain('Firm 7');
    expect(sent[0]).toContain('2023. 4. 28. 14:30 EDT / 2023. 4. 29. 03:30 KST');
    expect(sent[0]).not.toContain('메디픽셀');
  });

  test('writes to nobody who is archived', async () => {
    const day = await opened();
    const { world, officer, pairs } = day;
    const first = await drafted(day, [
      [pairs.one, 0],
      [pairs.four, 1],
    ]);
    await database.owner.query('update person set archived_at = now() where id = $1', [
      world.as('startup').viewer.personId,
    ]);
    await mails();
    await clear();
    accepted(await publishTimetable(officer, first, { now }));
    const sent = await mails();
    expect(sent.map((mail) => /^To: (\w+)/m.exec(mail)?.[1])).toEqual(['rival']);
  });

  test('and taking it back gives exactly the meetings before, the same ones, one step at a time', async () => {
    const day = await opened();
    const { world, officer, pairs } = day;
    const byHand = {
      pairId: pairs.three,
      stage,
      startsAt: '2023-04-28T19:30:00Z',
      endsAt: '2023-04-28T19:55:00Z',
    };
    accepted(await bookMeeting(officer, byHand, { now }));
    const nothing = await standing(world);
    const first = await drafted(day, [[pairs.one, 0]], 'as booked');
    accepted(await publishTimetable(officer, first, { now }));
    const one = await standing(world);
    const second = await drafted(day, [[pairs.four, 0]], 'as booked');
    const moved = accepted(
      await moveInDraft(officer, { ...second, pairId: pairs.one, slotId: day.slots[1] as string }, { now }),
    );
    const removed = accepted(await removeFromDraft(officer, { ...moved, pairId: pairs.three }, { now }));
    accepted(await publishTimetable(officer, removed, { now }));
    expect(await standing(world)).toHaveLength(2);
    expect(accepted(await undoPublish(officer, { stage }, { now }))).toMatchObject({ number: 2 });
    expect(await standing(world)).toEqual(one);
    expect((await getOverview(officer, { stage })).published).toMatchObject({ number: 1 });
    accepted(await undoPublish(officer, { stage }, { now }));
    expect(await standing(world)).toEqual(nothing);
    expect(reasonsOf(await undoPublish(officer, { stage }, { now }))).toEqual(['nothing_to_undo']);
  });

  test('7.32 an empty timetable is not published', async () => {
    const day = await opened();
    const { world, officer, pairs } = day;
    const empty = await drafted(day, []);
    expect(reasonsOf(await publishTimetable(officer, empty, { now }))).toEqual(['nothing_to_publish']);
    expect((await getOverview(officer, { stage })).published).toBeNull();
    accepted(await publishTimetable(officer, await drafted(day, [[pairs.one, 0]]), { now }));
    accepted(await publishTimetable(officer, await drafted(day, []), { now }));
    expect(await standing(world)).toEqual([]);
  });

  test('7.32 publishing into the past, and taking that back, asks first and tells nobody until then', async () => {
    const day = await opened();
    const { world, officer, pairs } = day;
    const draft = await drafted(day, [
      [pairs.one, 0],
      [pairs.four, 1],
    ]);
    const after = { now: new Date('2023-05-01T00:00:00Z') };
    const before = (await mails()).length;
    expect(await publishTimetable(officer, draft, after)).toMatchObject({
      refusals: [{ reason: 'in_the_past', params: { count: 2 } }],
    });
    expect([await standing(world), (await mails()).length - before]).toEqual([[], 0]);
    accepted(await publishTimetable(officer, { ...draft, past: true }, after));
    expect(await standing(world)).toHaveLength(2);
    expect(reasonsOf(await undoPublish(officer, { stage }, after))).toEqual(['in_the_past']);
    expect(await standing(world)).toHaveLength(2);
    accepted(await undoPublish(officer, { stage, past: true }, after));
    expect(await standing(world)).toEqual([]);
  });

  test('a booking in between is told with its pair and who made it, and nothing is changed', async () => {
    const day = await opened();
    const { world, officer, pairs } = day;
    const draft = await drafted(day, [
      [pairs.one, 0],
      [pairs.four, 1],
    ]);
    const between = {
      pairId: pairs.two,
      stage,
      startsAt: '2023-04-28T18:30:00Z',
      endsAt: '2023-04-28T18:55:00Z',
    };
    accepted(await bookMeeting(world.as('admin'), between, { now }));
    const before = await standing(world);
    const refused = await publishTimetable(officer, draft, { now });
    expect(reasonsOf(refused)).toEqual(['booked_meanwhile']);
    expect(explainRefusals('timetable.publish', refused.ok ? [] : refused.refusals, 'ko')[0]?.message).toBe(
      '스텝원 · Harbor: 그사이 14:30 EDT에 상담이 예약되었습니다 (입력: admin). 초안에 넣거나 그 상담을 취소한 뒤 게시하세요.',
    );
    expect(await standing(world)).toEqual(before);
    expect((await getOverview(officer, { stage })).published).toBeNull();
  });

  test('a meeting outside the grid in the way, and one called off in between, are told as well', async () => {
    const day = await opened();
    const { officer, pairs, world } = day;
    const draft = await drafted(day, [[pairs.one, 0]]);
    const outside = {
      pairId: pairs.two,
      stage,
      startsAt: '2023-04-28T18:20:00Z',
      endsAt: '2023-04-28T18:40:00Z',
    };
    const { meetingId } = accepted(await bookMeeting(officer, outside, { now }));
    expect(reasonsOf(await publishTimetable(officer, draft, { now }))).toEqual(['seat_taken']);
    accepted(await cancelMeeting(officer, { meetingId, version: 1, reason: '오기' }, { now }));
    accepted(await publishTimetable(officer, draft, { now }));
    const next = accepted(await createDraft(officer, { stage }, { now }));
    const [booked] = await standing(world);
    const cancelling = { meetingId: booked?.id, version: 1, reason: '투자사 사정' };
    accepted(await cancelMeeting(officer, cancelling, { now }));
    expect(reasonsOf(await publishTimetable(officer, next, { now }))).toEqual(['cancelled_meanwhile']);
  });

  test('what was held stays: the draft cannot move it, nor can an older one leave it out', async () => {
    const day = await opened();
    const { officer, pairs, world } = day;
    accepted(await publishTimetable(officer, await drafted(day, [[pairs.one, 0]]), { now }));
    const without = await drafted(day, [[pairs.four, 1]]);
    const [meeting] = await standing(world);
    const later = new Date('2023-04-28T19:00:00Z');
    accepted(
      await markMeeting(officer, { meetingId: meeting?.id, version: 1, state: 'held' }, { now: later }),
    );
    const refused = await publishTimetable(officer, without, { now: later });
    expect(reasonsOf(refused)).toEqual(['held_would_move']);
    const draft = accepted(await createDraft(officer, { stage }, { now: later }));
    const slotId = day.slots[2] as string;
    const moved = await moveInDraft(officer, { ...draft, pairId: pairs.one, slotId }, { now: later });
    expect(reasonsOf(moved)).toEqual(['already_held']);
    expect(reasonsOf(await undoPublish(officer, { stage }, { now: later }))).toEqual(['held_since']);
  });
});
