import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { refusalsOfMove } from '@/lib/pair/rules/moves';
import { type Gate, STAGES, STATUSES, type Stage } from '@/lib/pair/rules/stages';
import { countOf, planMove, planMoves } from './move-plan';

const gates = (...needs: Gate['needs'][]): Gate[] => needs.map((one) => ({ needs: one, strength: 'soft' }));
const pair = (stage: Stage, more: object = {}) => ({
  id: stage,
  version: 1,
  stage,
  status: 'open' as const,
  gates: [] as Gate[],
  ...more,
});

describe('what a move would meet', () => {
  test('nothing: it goes', () => {
    expect(planMove(pair('video_call'), 'pre_meeting')).toEqual({ kind: 'moves', reasons: [] });
  });

  test('a meeting that was not held, an outcome not logged: a reason opens both', () => {
    const stuck = pair('pre_meeting', { gates: gates('held_meeting', 'outcome') });
    expect(planMove(stuck, 'main_session')).toEqual({
      kind: 'asks',
      reasons: ['gate_held_meeting', 'gate_outcome'],
    });
    expect(planMove(stuck, 'main_session', 'They met in the lobby').kind).toBe('moves');
    expect(planMove(stuck, 'main_session', '   ').kind).toBe('asks');
  });

  test('a step back asks why; a closed pair and the stage it is in are refused whatever is said', () => {
    expect(planMove(pair('main_session'), 'video_call')).toEqual({
      kind: 'asks',
      reasons: ['back_needs_reason'],
    });
    expect(planMove(pair('main_session', { status: 'passed' }), 'follow_up', 'please')).toEqual({
      kind: 'refused',
      reasons: ['pair_closed'],
    });
    expect(planMove(pair('main_session'), 'main_session', 'please').kind).toBe('refused');
  });

  test('is what the server refuses, for every stage, status, gate and reason', () => {
    const at = new Date('2023-05-03T00:00:00Z');
    fc.assert(
      fc.property(
        fc.constantFrom(...STAGES),
        fc.constantFrom(...STAGES),
        fc.constantFrom(...STATUSES),
        fc.boolean(),
        fc.boolean(),
        fc.constantFrom('', 'a reason'),
        (from, to, status, heldMeeting, outcome, reason) => {
          const missing = gates(
            ...(heldMeeting ? [] : (['held_meeting'] as const)),
            ...(outcome ? [] : (['outcome'] as const)),
          );
          const plan = planMove({ stage: from, status, gates: missing }, to, reason);
          const refusals = refusalsOfMove({
            from,
            to,
            status,
            effectiveAt: at,
            now: at,
            facts: { heldMeeting, outcome },
            ...(reason ? { reason } : {}),
          });
          expect(plan.reasons).toEqual(refusals.map((refusal) => refusal.reason));
          expect(plan.kind === 'moves').toBe(refusals.length === 0);
        },
      ),
    );
  });
});

describe('the preview of a bulk move', () => {
  const many = [
    pair('video_call', { id: 'goes' }),
    pair('pre_meeting', { id: 'waits', gates: gates('outcome') }),
    pair('follow_up', { id: 'back' }),
    pair('main_session', { id: 'there' }),
    pair('video_call', { id: 'closed', status: 'withdrawn' }),
  ];

  test('says how many go, which wait for a reason and which stay, and why', () => {
    const plan = planMoves(many, 'main_session');
    expect(plan.moving.map(({ id }) => id)).toEqual(['goes']);
    expect([...plan.asking].map(([why, pairs]) => [why, pairs.map(({ id }) => id)])).toEqual([
      ['gate_outcome', ['waits']],
      ['back_needs_reason', ['back']],
    ]);
    expect([...plan.staying].map(([why, pairs]) => [why, pairs.map(({ id }) => id)])).toEqual([
      ['same_stage', ['there']],
      ['pair_closed', ['closed']],
    ]);
  });

  test('lets the waiting ones go once there is a reason, and nobody else', () => {
    const plan = planMoves(many, 'main_session', 'Agreed with all of them');
    expect(plan.moving.map(({ id }) => id)).toEqual(['goes', 'waits', 'back']);
    expect([countOf(plan.asking), countOf(plan.staying)]).toEqual([0, 2]);
  });

  test('loses nobody: each pair is in exactly one of the three', () => {
    const some = fc.array(
      fc.record({
        id: fc.uuid(),
        version: fc.constant(1),
        stage: fc.constantFrom(...STAGES),
        status: fc.constantFrom(...STATUSES),
        gates: fc.constantFrom(gates(), gates('outcome'), gates('held_meeting', 'outcome')),
      }),
    );
    fc.assert(
      fc.property(some, fc.constantFrom(...STAGES), (pairs, to) => {
        const { moving, asking, staying } = planMoves(pairs, to);
        const held = [...asking.values(), ...staying.values()].flat();
        expect([...moving, ...held].map(({ id }) => id).sort()).toEqual(pairs.map(({ id }) => id).sort());
      }),
    );
  });
});
