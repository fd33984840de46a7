import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { WishItem } from '@/lib/timetable/schema/wishes';
import { pairItem } from '@/scripts/test/pair-item';
import { judgeEdit, judgeStatus, judgeWeight, judgeWish, planChange, valuesWith } from './change-plan';

const OFFICER = { id: 'o1', name: '김담당', nameEn: 'Kim', startupId: null };
const FOUNDER = { id: 'f1', name: '이대표', nameEn: 'Lee', startupId: 's1' };
const PEOPLE = [OFFICER, FOUNDER];
const step = { text: 'Call', on: null, owner: null };
const shown = ({ nextStep, ownerId }: { nextStep: string; ownerId: string }) => `${nextStep}/${ownerId}`;

describe('a change of many', () => {
  it('counts every pair once: by from what to what, as unchanged, or by why not', () => {
    const status = fc.constantFrom('open', 'passed', 'on_hold', 'invested' as const);
    fc.assert(
      fc.property(fc.array(status), status, (all, to) => {
        const pairs = all.map((each, index) => pairItem({ id: `${index}`, status: each }));
        const plan = planChange(pairs, (pair) => judgeStatus(pair, to));
        expect(plan.same).toHaveLength(all.filter((each) => each === to).length);
        expect(plan.groups.flatMap((group) => group.pairs).length).toBe(plan.changing.length);
        expect(plan.changing.length + plan.same.length).toBe(all.length);
        for (const group of plan.groups)
          expect(group.pairs.every((pair) => pair.status === group.from)).toBe(true);
      }),
    );
  });

  it('sets what is named and leaves the rest', () => {
    const pair = pairItem({ nextStep: { ...step, on: '2023-05-02' }, owner: OFFICER });
    expect(valuesWith(pair, { nextStep: 'Mail' })).toEqual({
      ...{ nextStep: 'Mail', nextStepOn: '2023-05-02', nextStepOwnerId: '', ownerId: 'o1' },
    });
    expect(judgeEdit(pair, { nextStep: 'Mail' }, PEOPLE, shown)).toEqual({
      ...{ kind: 'changes', from: 'Call/o1', to: 'Mail/o1' },
    });
    expect(judgeEdit(pair, { nextStep: 'Call' }, PEOPLE, shown)).toEqual({ kind: 'same' });
    expect(valuesWith(pair, { nextStep: '' })).toMatchObject({ nextStep: '', nextStepOn: '' });
  });

  it('dates and assigns no step that is not there', () => {
    const pair = pairItem();
    const wanted = { nextStepOn: '2023-05-02' };
    expect(judgeEdit(pair, wanted, PEOPLE, shown)).toEqual({ kind: 'refused', why: 'no_next_step' });
    expect(judgeEdit(pair, { ...wanted, nextStep: 'Call' }, PEOPLE, shown)).toMatchObject({
      kind: 'changes',
    });
  });

  it('gives a step to its startup’s team or the office, and a pair to the office alone', () => {
    const ours = pairItem({ nextStep: step });
    const theirs = pairItem({ nextStep: step, startup: { ...ours.startup, id: 's2' } });
    const toFounder = { nextStepOwnerId: 'f1' };
    expect(judgeEdit(ours, toFounder, PEOPLE, () => '')).toMatchObject({ kind: 'changes' });
    expect(judgeEdit(theirs, toFounder, PEOPLE, () => '')).toEqual({ kind: 'refused', why: 'not_on_team' });
    expect(judgeEdit(ours, { ownerId: 'f1' }, PEOPLE, () => '')).toEqual({
      ...{ kind: 'refused', why: 'not_on_team' },
    });
  });

  it('leaves a no-thanks as it is, and knows none of what it has not read', () => {
    const wish: WishItem = {
      pair: { id: 'p', stage: 'candidate', status: 'open' },
      startup: OFFICER,
      investor: OFFICER,
      wish: 'like',
      own: null,
      weight: 3,
      officeWeight: null,
      evidence: null,
      metBefore: false,
      isWish: true,
    };
    expect(judgeWish(wish, 'must')).toEqual({ kind: 'changes', from: 'none', to: 'must' });
    expect(judgeWish(wish, 'none')).toEqual({ kind: 'same' });
    expect(judgeWish({ ...wish, wish: 'no_thanks' }, 'must')).toEqual({ kind: 'refused', why: 'no_thanks' });
    expect(judgeWish(undefined, 'must')).toEqual({ kind: 'refused', why: 'not_read' });
    expect(judgeWeight(wish, 4)).toEqual({ kind: 'changes', from: 'none', to: '4' });
    expect(judgeWeight({ ...wish, officeWeight: 4 }, 4)).toEqual({ kind: 'same' });
  });
});
