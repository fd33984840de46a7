import { expect, test } from 'vitest';
import {
  amountOf,
  attemptOf,
  blankDraft,
  changeOfDraft,
  dropDraft,
  fittingDraft,
  keepDraft,
  metOffered,
  type OutcomeDraft,
  readDraft,
} from './outcome-draft';

const draft = (more: Partial<OutcomeDraft> = {}): OutcomeDraft => ({ ...blankDraft('KRW'), ...more });

const READ = { meetingId: 'm1', version: 1, seenStep: { text: '전화', on: '2023-05-02' } };

test('one tap on the interest is enough', () => {
  expect(changeOfDraft(draft({ interest: 4 }), READ)).toEqual({
    kind: 'outcome',
    input: { meetingId: 'm1', interest: 4 },
  });
  expect(changeOfDraft(draft(), READ)).toEqual({
    kind: 'problems',
    problems: [{ field: 'interest', reason: 'required' }],
  });
});

test('everything that was filled in goes out, amounts in whole minor units', () => {
  const filled = draft({
    interest: 5,
    asked: ['demo', '생산 단가'],
    money: '1.5m',
    currency: 'USD',
    rung: 'loi',
    nextStep: ' 시연 자료 송부 ',
    nextStepOn: '2023-05-08',
    note: '\n',
  });
  expect(changeOfDraft(filled, READ)).toEqual({
    kind: 'outcome',
    input: {
      meetingId: 'm1',
      interest: 5,
      asked: ['demo', '생산 단가'],
      nextStep: '시연 자료 송부',
      nextStepOn: '2023-05-08',
      seenStep: READ.seenStep,
      amount: { rung: 'loi', minor: 150_000_000, currency: 'USD' },
    },
  });
});

test('an amount that cannot be read stops the form at its field', () => {
  const odd = draft({ interest: 3, money: '많이' });
  expect(changeOfDraft(odd, READ)).toEqual({
    kind: 'problems',
    problems: [{ field: 'money', reason: 'not_a_number' }],
  });
});

test('7.37 the currency that is spelled decides, and what reads in two ways is asked', () => {
  expect(amountOf(draft({ money: '$3M', currency: 'KRW' }))).toMatchObject({
    minor: 300_000_000,
    currency: 'USD',
  });
  expect(changeOfDraft(draft({ interest: 3, money: '3억 5000' }), READ)).toEqual({
    kind: 'problems',
    problems: [{ field: 'money', reason: 'ambiguous' }],
  });
});

test('7.37 an unusually small amount is asked before it is sent, and sent when it is confirmed', () => {
  const small = { interest: 3, money: '210', currency: 'KRW' };
  expect(changeOfDraft(draft(small), READ)).toEqual({
    kind: 'problems',
    problems: [{ field: 'size', reason: 'unusually_small' }],
  });
  expect(changeOfDraft(draft({ ...small, confirmed: true }), READ)).toMatchObject({
    input: { amount: { minor: 210, currency: 'KRW', confirmed: true } },
  });
});

test('7.38 money on a closed pair asks whether it stays closed, and says the answer with the amount', () => {
  const closed = { ...READ, isPairClosed: true };
  const money = { interest: 3, money: '30억' } as const;
  expect(changeOfDraft(draft(money), closed)).toEqual({
    kind: 'problems',
    problems: [{ field: 'closedPair', reason: 'required' }],
  });
  expect(changeOfDraft(draft({ ...money, closedPair: 'keep' }), closed)).toMatchObject({
    input: { amount: { minor: 3_000_000_000, closedPair: 'keep' } },
  });
  expect(changeOfDraft(draft({ interest: 3 }), closed)).toMatchObject({ kind: 'outcome' });
});

test('7.36 a meeting that the office marked as held offers no absence, and a draft kept before gives it up', () => {
  const now = new Date('2023-04-28T21:00:00Z');
  const meeting = { startsAt: '2023-04-28T18:30:00Z', noShowSide: null, state: 'held' as const };
  const offered = metOffered({ ...meeting, markedByOffice: true }, true, now);
  expect(offered).toEqual(['held']);
  expect(fittingDraft(draft({ met: 'investor', money: '12억' }), offered)).toMatchObject({
    met: 'held',
    money: '12억',
  });
  expect(metOffered({ ...meeting, markedByOffice: true }, false, now)).toEqual([
    'held',
    'investor',
    'startup',
    'both',
  ]);
  const missed = {
    ...meeting,
    state: 'no_show' as const,
    noShowSide: 'startup' as const,
    markedByOffice: true,
  };
  expect(metOffered(missed, true, now)).toEqual([]);
});

test('a no-show asks nothing further and leaves out what was filled in before', () => {
  expect(
    changeOfDraft(draft({ met: 'investor', interest: 3, money: '많이' }), { ...READ, version: 7 }),
  ).toEqual({
    kind: 'mark',
    input: { meetingId: 'm1', state: 'no_show', side: 'investor', version: 7 },
  });
});

test('T32 the same content keeps its key, other content gets its own', () => {
  let made = 0;
  const newKey = () => {
    made += 1;
    return `key-${made}`;
  };
  const said = (interest: number) => ({ operation: 'outcome.record', input: { meetingId: 'm1', interest } });
  const first = attemptOf(said(4), undefined, newKey);
  expect(attemptOf(said(4), first, newKey)).toEqual(first);
  expect(attemptOf(said(5), first, newKey).key).toBe('key-2');
});

test('T32 what the version before sent keeps its key: its answer may have been lost', () => {
  const body = { interest: 4, seenStep: READ.seenStep };
  const attempt = {
    key: 'key-before',
    body: JSON.stringify({ path: '/programs/boston-2023/meetings/m1/outcome', body }),
  };
  const storage = { getItem: () => JSON.stringify({ draft: draft({ interest: 4 }), attempt }) };
  const kept = readDraft(storage as unknown as Storage, 'me', 'm1');
  const content = { operation: 'outcome.record', input: { meetingId: 'm1', ...body } };
  expect(attemptOf(content, kept?.attempt, () => 'another').key).toBe('key-before');
});

test('a draft is kept for one person and one meeting, and what is not a draft is not read', () => {
  const kept = new Map<string, string>();
  const storage = {
    getItem: (name: string) => kept.get(name) ?? null,
    setItem: (name: string, value: string) => kept.set(name, value),
    removeItem: (name: string) => kept.delete(name),
  } as unknown as Storage;
  const mine = { draft: draft({ interest: 2, note: '메모' }), attempt: { key: 'k', body: '{}' } };
  expect(keepDraft(storage, 'me', 'm1', mine)).toBe(true);
  expect(readDraft(storage, 'me', 'm1')).toEqual(mine);
  expect(readDraft(storage, 'me', 'm2')).toBeNull();
  expect(readDraft(storage, 'other', 'm1')).toBeNull();
  dropDraft(storage, 'me', 'm1');
  expect(readDraft(storage, 'me', 'm1')).toBeNull();
  for (const rubbish of [
    'half',
    '{}',
    '{"draft": {"met": "maybe"}}',
    JSON.stringify({ draft: draft({ interest: 9 }) }),
  ]) {
    storage.setItem('rt.outcome.draft.me.m1', rubbish);
    expect(readDraft(storage, 'me', 'm1')).toBeNull();
  }
});
