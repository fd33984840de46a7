import { describe, expect, it } from 'vitest';
import { missingGates, refusalsOfMove, refusalsOfStatus } from './moves';
import { isClosed, STAGES, STATUSES } from './stages';

const now = new Date('2023-05-03T09:00:00Z');
const nothing = { heldMeeting: false, outcome: false };
const all = { heldMeeting: true, outcome: true };
const move = {
  from: 'video_call',
  to: 'pre_meeting',
  status: 'open',
  effectiveAt: now,
  now,
  facts: all,
} as const;
const reasons = (refusals: { reason: string }[]) => refusals.map(({ reason }) => reason);

describe('moving a pair', () => {
  it('goes on when the stage was held and logged', () => {
    expect(refusalsOfMove(move)).toEqual([]);
  });

  it('may skip stages: a firm met for the first time on the day', () => {
    expect(refusalsOfMove({ ...move, from: 'candidate', to: 'main_session', facts: nothing })).toEqual([]);
  });

  it('asks for the held meeting and the outcome, softly: a reason opens both', () => {
    expect(reasons(refusalsOfMove({ ...move, facts: nothing }))).toEqual([
      'gate_held_meeting',
      'gate_outcome',
    ]);
    expect(reasons(refusalsOfMove({ ...move, facts: { heldMeeting: true, outcome: false } }))).toEqual([
      'gate_outcome',
    ]);
    expect(refusalsOfMove({ ...move, facts: nothing, reason: '구두로 합의' })).toEqual([]);
  });

  it('goes back only with a reason', () => {
    expect(reasons(refusalsOfMove({ ...move, from: 'main_session', to: 'video_call' }))).toEqual([
      'back_needs_reason',
    ]);
    expect(refusalsOfMove({ ...move, from: 'main_session', to: 'video_call', reason: '잘못 옮김' })).toEqual(
      [],
    );
  });

  it('never to where it stands, never ahead of the clock, never while closed, whatever the reason', () => {
    expect(reasons(refusalsOfMove({ ...move, to: 'video_call', reason: 'x' }))).toEqual(['same_stage']);
    const ahead = new Date(now.getTime() + 1);
    expect(reasons(refusalsOfMove({ ...move, effectiveAt: ahead, reason: 'x' }))).toEqual(['in_the_future']);
    for (const status of ['passed', 'withdrawn'] as const) {
      expect(reasons(refusalsOfMove({ ...move, status, reason: 'x' }))).toEqual(['pair_closed']);
    }
  });

  it('asks nothing of a candidate and of the last stage', () => {
    expect(STAGES.filter((stage) => missingGates(stage, nothing).length > 0)).toEqual([
      'video_call',
      'pre_meeting',
      'main_session',
    ]);
  });
});

describe('changing the status', () => {
  const change = { from: 'open', effectiveAt: now, now } as const;

  it('needs a reason, coded or in words, to pass, withdraw or hold, and none to open or invest', () => {
    const actor = STATUSES.filter((to) => to !== 'open' && refusalsOfStatus({ ...change, to }).length > 0);
    expect(actor).toEqual(['passed', 'withdrawn', 'on_hold']);
    expect(refusalsOfStatus({ ...change, to: 'passed', reasonCode: 'sector' })).toEqual([]);
    expect(refusalsOfStatus({ ...change, to: 'passed', reason: '분야가 다름' })).toEqual([]);
    expect(refusalsOfStatus({ ...change, from: 'passed', to: 'open' })).toEqual([]);
  });

  it('closes a pair that is passed or withdrawn; one that is invested or on hold goes on', () => {
    expect(STATUSES.filter(isClosed)).toEqual(['passed', 'withdrawn']);
  });

  it('is refused ahead of the clock and where nothing changes', () => {
    expect(reasons(refusalsOfStatus({ ...change, to: 'open' }))).toEqual(['same_status']);
    expect(
      reasons(refusalsOfStatus({ ...change, to: 'invested', effectiveAt: new Date(now.getTime() + 1) })),
    ).toEqual(['in_the_future']);
  });
});
