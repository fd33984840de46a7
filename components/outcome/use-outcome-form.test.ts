import { expect, test } from 'vitest';
import { currentStep, errorsOf, meetingOf, standingOf } from './use-outcome-form';

const NOW = new Date('2023-04-28T21:00:00Z');
const read = { meeting: { version: 1 }, offered: ['held', 'investor', 'startup'] as const, asStartup: true };
const held = {
  version: 2,
  state: 'held',
  noShowSide: null,
  startsAt: '2023-04-28T18:30:00Z',
  markedByOffice: true,
} as const;

test('7.36 after a refusal the form goes by the meeting that the refusal brought', () => {
  expect(standingOf(read, null, NOW)).toEqual({
    version: 1,
    offered: ['held', 'investor', 'startup'],
    isCancelled: false,
  });
  expect(standingOf(read, meetingOf(held), NOW)).toEqual({
    version: 2,
    offered: ['held'],
    isCancelled: false,
  });
  const missed = { ...held, state: 'no_show' as const, noShowSide: 'startup' as const };
  expect(standingOf(read, missed, NOW).offered).toEqual([]);
  const cancelled = { ...held, state: 'cancelled' as const, markedByOffice: false };
  expect(standingOf(read, cancelled, NOW)).toEqual({ version: 2, offered: [], isCancelled: true });
});

test('7.36 a page that was read later than the refusal goes by what it read', () => {
  const reread = { ...read, meeting: { version: 3 } };
  expect(standingOf(reread, held, NOW)).toMatchObject({
    version: 3,
    offered: ['held', 'investor', 'startup'],
  });
});

test('7.36 of the records a refusal may bring only the meeting says how it stands', () => {
  expect(meetingOf(held)).toBe(held);
  for (const other of [undefined, null, { version: 4, nextStep: null }]) expect(meetingOf(other)).toBeNull();
});

const SENTENCE = '표시된 항목을 고친 뒤 다시 시도하세요.';
const refusedAt = (...errors: [field: (string | number)[], message: string][]) => ({
  errors: errors.map(([field, message]) => ({ field, reason: 'x', message })),
});

test('each sentence stands at its field, the first of several', () => {
  const sent = refusedAt(
    [['interest'], '관심도를 선택하세요.'],
    [['amount', 'evidence'], '이 단계는 근거가 필요합니다.'],
    [['amount', 'minor'], '너무 큽니다.'],
    [['asked', 3], '너무 깁니다.'],
  );
  expect(errorsOf(sent, SENTENCE)).toEqual({
    interest: '관심도를 선택하세요.',
    money: '이 단계는 근거가 필요합니다.',
    asked: '너무 깁니다.',
  });
});

test('what belongs to no field belongs to the whole form, and nothing stays unsaid', () => {
  expect(errorsOf(refusedAt([[], '취소된 상담입니다.']), SENTENCE)).toEqual({ form: '취소된 상담입니다.' });
  expect(errorsOf(refusedAt(), SENTENCE)).toEqual({ form: SENTENCE });
});

test('7.36 the pair of a refusal says its next step, the meeting of one says none', () => {
  const step = { text: '전화', on: '2023-05-02' };
  expect(currentStep({ version: 2, nextStep: step })).toEqual(step);
  expect(currentStep({ version: 2, nextStep: null })).toEqual({ text: null, on: null });
  for (const other of [undefined, null, { version: 2, state: 'held' }]) expect(currentStep(other)).toBeNull();
});
