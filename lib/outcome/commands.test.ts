import { describe, expect, test } from 'vitest';
import type { Result } from '@/lib/core/result';
import { bookMeeting } from '@/lib/meeting/commands/book';
import { cancelMeeting } from '@/lib/meeting/commands/cancel';
import { markMeeting } from '@/lib/meeting/commands/mark';
import { findMeeting } from '@/lib/meeting/queries/find';
import { editPair } from '@/lib/pair/commands/edit';
import { changeStatus } from '@/lib/pair/commands/status';
import { findPairItem } from '@/lib/pair/queries/item';
import { asViewer } from '@/lib/platform/database';
import { ownDatabase } from '@/scripts/test/own-database';
import { type SmallProgram, smallProgram } from '@/scripts/test/small-program';
import { recordOutcome } from './commands';
import { findOutcomeForm, listOutcomesOfPair } from './queries';

const database = ownDatabase();

const BEFORE = { now: new Date('2023-04-20T00:00:00Z') };
const AFTER = { now: new Date('2023-04-28T19:00:00Z') };

function accepted<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(JSON.stringify(result.refusals));
  return result.value;
}

/** StepOne meets Firm 7 at 14:30 on the 28th in Boston, which is 03:30 on the 29th in Seoul. */
async function booked(world: SmallProgram) {
  return accepted(
    await bookMeeting(
      world.as('officer'),
      {
        pairId: world.pairOf(world.stepOne, world.firm7),
        stage: 'main_session',
        startsAt: '2023-04-28T18:30:00Z',
        endsAt: '2023-04-28T18:55:00Z',
      },
      BEFORE,
    ),
  );
}

describe('an outcome', () => {
  test('marks the meeting held, plans the next step and puts the money on the ladder', async () => {
    const world = await smallProgram(database.ownerUrl);
    const ours = world.as('startup');
    const { meetingId } = await booked(world);
    const { pair } = accepted(
      await recordOutcome(
        ours,
        {
          meetingId,
          interest: 4,
          asked: ['demo', '생산 단가'],
          nextStep: '시연 자료 송부',
          nextStepOn: '2023-05-08',
          amount: { rung: 'discussed', minor: 21_000_000_000, currency: 'KRW' },
        },
        AFTER,
      ),
    );
    expect(pair.interest).toBe(4);
    expect(pair.nextStep).toEqual({
      text: '시연 자료 송부',
      on: '2023-05-08',
      owner: { id: ours.viewer.personId, name: 'startup', nameEn: '' },
    });
    // The day of the meeting where the program is at home.
    expect(pair.amounts).toEqual([
      { rung: 'discussed', minor: 21_000_000_000, currency: 'KRW', effectiveOn: '2023-04-29' },
    ]);
    const meeting = await findMeeting(ours, { meetingId });
    expect(meeting).toMatchObject({ state: 'held', version: 2, outcome: { interest: 4 } });
    expect(meeting.events.map((event) => event.kind)).toEqual(['booked', 'held']);
  });

  test('a second one corrects the first, and both stay readable', async () => {
    const world = await smallProgram(database.ownerUrl);
    const { meetingId } = await booked(world);
    const [ours, officer] = [world.as('startup'), world.as('officer')];
    accepted(
      await recordOutcome(
        ours,
        { meetingId, interest: 2, nextStep: '자료', nextStepOn: '2023-05-08' },
        AFTER,
      ),
    );
    const { pair } = accepted(
      await recordOutcome(officer, { meetingId, interest: 5, nextStep: '전화' }, AFTER),
    );
    expect(pair.interest).toBe(5);
    expect(pair.nextStep).toMatchObject({ text: '전화', on: null, owner: { name: 'officer' } });
    const form = await findOutcomeForm(officer, { meetingId });
    expect([form.standing?.interest, form.before]).toEqual([5, null]);
    const { outcomes } = await listOutcomesOfPair(ours, { pairId: pair.id });
    expect(outcomes.map(({ interest, stands, by }) => [interest, stands, by?.name])).toEqual([
      [5, true, 'officer'],
      [2, false, 'startup'],
    ]);
  });

  test('an admin who is no member of the program logs one; the next step then has no owner', async () => {
    const world = await smallProgram(database.ownerUrl);
    const { meetingId } = await booked(world);
    const { pair } = accepted(
      await recordOutcome(world.as('admin'), { meetingId, interest: 3, nextStep: '전화' }, AFTER),
    );
    expect(pair.nextStep).toMatchObject({ text: '전화', owner: null });
  });

  test('T32 sent ten times with one key it is one outcome, one amount and one answer', async () => {
    const world = await smallProgram(database.ownerUrl);
    const ours = world.as('startup');
    const { meetingId } = await booked(world);
    const input = {
      meetingId,
      interest: 4,
      amount: { rung: 'discussed', minor: 100_000_000, currency: 'KRW' },
    };
    const call = { ...AFTER, idempotencyKey: `${meetingId}:1` };
    const answers = await Promise.all(Array.from({ length: 10 }, () => recordOutcome(ours, input, call)));
    const ids = answers.map((answer) => accepted(answer).outcomeId);
    expect(new Set(ids).size).toBe(1);
    const pairId = world.pairOf(world.stepOne, world.firm7);
    expect((await listOutcomesOfPair(ours, { pairId })).outcomes).toHaveLength(1);
    expect((await findMeeting(ours, { meetingId })).events.map((event) => event.kind)).toEqual([
      'booked',
      'held',
    ]);
    const reused = await recordOutcome(ours, { ...input, interest: 1 }, call);
    expect(reused).toMatchObject({ refusals: [{ reason: 'key_reused' }] });
  });
});

describe('the next step', () => {
  const EARLIER = { startsAt: '2023-04-27T18:30:00Z', endsAt: '2023-04-27T18:55:00Z' };

  /** Two meetings of one pair: the pre-meeting of the 27th and the main session of the 28th. */
  async function twoMeetings() {
    const world = await smallProgram(database.ownerUrl);
    const newer = await booked(world);
    const pairId = world.pairOf(world.stepOne, world.firm7);
    const older = accepted(
      await bookMeeting(world.as('officer'), { pairId, stage: 'pre_meeting', ...EARLIER }, BEFORE),
    );
    const nextStep = async () => {
      const officer = world.as('officer');
      const { nextStep: step, version } = await asViewer(officer, (tx) => findPairItem(tx, officer, pairId));
      return { text: step?.text ?? null, on: step?.on ?? null, version };
    };
    return { world, pairId, nextStep, older: older.meetingId, newer: newer.meetingId };
  }

  test('7.20 of an older meeting, logged late, does not replace that of the newer one', async () => {
    const { world, nextStep, older, newer } = await twoMeetings();
    const ours = world.as('startup');
    const said = { meetingId: newer, interest: 4, nextStep: '실사 자료', nextStepOn: '2023-05-08' };
    accepted(await recordOutcome(ours, said, AFTER));
    accepted(await recordOutcome(ours, { meetingId: older, interest: 2, nextStep: '회사 소개서' }, AFTER));
    expect(await nextStep()).toMatchObject({ text: '실사 자료', on: '2023-05-08' });
  });

  test('7.20 of the newer meeting replaces that of the older one, in whatever order they come', async () => {
    const { world, nextStep, older, newer } = await twoMeetings();
    const ours = world.as('startup');
    accepted(await recordOutcome(ours, { meetingId: older, interest: 2, nextStep: '회사 소개서' }, AFTER));
    accepted(await recordOutcome(ours, { meetingId: newer, interest: 4, nextStep: '실사 자료' }, AFTER));
    expect(await nextStep()).toMatchObject({ text: '실사 자료' });
  });

  test('7.20 of a meeting that was missed after all does not stand before that of an older one', async () => {
    const { world, nextStep, older, newer } = await twoMeetings();
    const officer = world.as('officer');
    accepted(await recordOutcome(officer, { meetingId: newer, interest: 4, nextStep: '실사 자료' }, AFTER));
    const { version } = await findMeeting(officer, { meetingId: newer });
    const missed = { meetingId: newer, version, state: 'no_show', side: 'investor' };
    accepted(await markMeeting(officer, missed, AFTER));
    accepted(await recordOutcome(officer, { meetingId: older, interest: 2, nextStep: '회사 소개서' }, AFTER));
    expect(await nextStep()).toMatchObject({ text: '회사 소개서' });
  });

  test('7.20 that a colleague wrote by hand is not overwritten unseen, and is once it was seen', async () => {
    const { world, pairId, nextStep, newer } = await twoMeetings();
    const { version } = await nextStep();
    const changes = { nextStep: '대표 통화', nextStepOn: '2023-05-02' };
    accepted(await editPair(world.as('officer'), { pairId, version, changes }, BEFORE));
    const said = { meetingId: newer, interest: 4, nextStep: '실사 자료' };
    const ours = world.as('startup');
    for (const seen of [{}, { seenStep: { text: null, on: null } }]) {
      expect(await recordOutcome(ours, { ...said, ...seen }, AFTER)).toMatchObject({
        refusals: [{ reason: 'stale', field: ['nextStep'], current: { nextStep: { text: '대표 통화' } } }],
      });
    }
    expect(await nextStep()).toMatchObject({ text: '대표 통화', on: '2023-05-02' });
    accepted(await recordOutcome(ours, { meetingId: newer, interest: 4 }, AFTER));
    const seenStep = { text: '대표 통화', on: '2023-05-02' };
    accepted(await recordOutcome(ours, { ...said, seenStep }, AFTER));
    expect(await nextStep()).toMatchObject({ text: '실사 자료', on: null });
  });

  test('7.20 that another outcome brought meanwhile is not replaced by one that had not seen it', async () => {
    const { world, nextStep, older, newer } = await twoMeetings();
    const [ours, officer] = [world.as('startup'), world.as('officer')];
    accepted(await recordOutcome(officer, { meetingId: older, interest: 2, nextStep: '회사 소개서' }, AFTER));
    const unseen = { meetingId: newer, interest: 4, nextStep: '실사', seenStep: { text: null, on: null } };
    expect(await recordOutcome(ours, unseen, AFTER)).toMatchObject({ refusals: [{ reason: 'stale' }] });
    expect(await nextStep()).toMatchObject({ text: '회사 소개서' });
  });
});

describe('refused', () => {
  test('7.38 money on a closed pair, until it is said what becomes of the pair', async () => {
    const world = await smallProgram(database.ownerUrl);
    const { meetingId } = await booked(world);
    const officer = world.as('officer');
    const pairId = world.pairOf(world.stepOne, world.firm7);
    const { version } = await asViewer(officer, (tx) => findPairItem(tx, officer, pairId));
    accepted(await changeStatus(officer, { pairId, version, status: 'passed', reasonCode: 'sector' }, AFTER));
    const amount = { rung: 'discussed', minor: 4_500_000_000, currency: 'KRW' };
    const log = { meetingId, interest: 4, amount };
    expect(await recordOutcome(world.as('startup'), log, AFTER)).toMatchObject({
      refusals: [{ reason: 'pair_closed', field: ['amount', 'closedPair'] }],
    });
    accepted(await recordOutcome(world.as('startup'), { meetingId, interest: 4 }, AFTER));
    const reopens = { ...log, amount: { ...amount, closedPair: 'reopen' } };
    const { pair } = accepted(await recordOutcome(officer, reopens, AFTER));
    expect(pair).toMatchObject({ status: 'open', amounts: [{ minor: 4_500_000_000 }] });
  });

  test('before the meeting, of a cancelled one, and against the office’s no-show', async () => {
    const world = await smallProgram(database.ownerUrl);
    const officer = world.as('officer');
    const meeting = await booked(world);
    const log = { meetingId: meeting.meetingId, interest: 3 };
    const reason = async (result: Promise<Result<unknown>>) => {
      const settled = await result;
      return settled.ok ? null : settled.refusals[0]?.reason;
    };
    expect(await reason(recordOutcome(world.as('startup'), log, BEFORE))).toBe('not_yet');
    const missed = accepted(
      await markMeeting(officer, { ...meeting, state: 'no_show', side: 'startup' }, AFTER),
    );
    expect(await reason(recordOutcome(world.as('startup'), log, AFTER))).toBe('office_marked');
    const back = accepted(await markMeeting(officer, { ...missed, state: 'scheduled' }, AFTER));
    accepted(await cancelMeeting(officer, { ...back, reason: '일정 변경' }, AFTER));
    expect(await reason(recordOutcome(officer, log, AFTER))).toBe('cancelled');
  });

  test('a term sheet without evidence, at its field, and nothing of the rest is kept', async () => {
    const world = await smallProgram(database.ownerUrl);
    const { meetingId } = await booked(world);
    const amount = { rung: 'term_sheet', minor: 100_000_000, currency: 'USD' };
    const refused = await recordOutcome(world.as('startup'), { meetingId, interest: 5, amount }, AFTER);
    expect(refused).toMatchObject({
      ok: false,
      refusals: [{ reason: 'evidence_missing', field: ['amount', 'evidence'] }],
    });
    const form = await findOutcomeForm(world.as('startup'), { meetingId });
    expect(form).toMatchObject({ meeting: { state: 'scheduled' }, standing: null, pair: { interest: null } });
  });

  test.each([
    [{ interest: 0 }, 'interest'],
    [{ interest: 6 }, 'interest'],
    [{ interest: 2.5 }, 'interest'],
    [{ interest: 3, asked: ['x'.repeat(41)] }, 'asked'],
    [{ interest: 3, asked: Array.from({ length: 13 }, (_, n) => `q${n}`) }, 'asked'],
    [{ interest: 3, amount: { rung: 'rejected', minor: 0, currency: 'KRW' } }, 'amount'],
    [{ interest: 3, amount: { rung: 'discussed', minor: -1, currency: 'KRW' } }, 'amount'],
    [{ interest: 3, nextStepOn: '2023-02-29' }, 'nextStepOn'],
    [{ interest: 3, effectiveAt: '2023-01-01T00:00:00Z' }, 'effectiveAt'],
  ])('%o by its shape', async (input, field) => {
    const world = await smallProgram(database.ownerUrl);
    const { meetingId } = await booked(world);
    const refused = await recordOutcome(world.as('startup'), { meetingId, ...input }, AFTER);
    expect(refused.ok ? null : refused.refusals[0]?.field?.[0]).toBe(field);
  });

  test('T12 to a manager and to another startup, and nothing is written', async () => {
    const world = await smallProgram(database.ownerUrl);
    const { meetingId } = await booked(world);
    const log = { meetingId, interest: 3 };
    await expect(recordOutcome(world.as('manager'), log, AFTER)).rejects.toMatchObject({ code: 'forbidden' });
    await expect(recordOutcome(world.as('rival'), log, AFTER)).rejects.toMatchObject({ code: 'not_found' });
    await expect(findOutcomeForm(world.as('rival'), { meetingId })).rejects.toMatchObject({
      code: 'not_found',
    });
    expect(await findMeeting(world.as('manager'), { meetingId })).toMatchObject({
      version: 1,
      outcome: null,
    });
  });
});
