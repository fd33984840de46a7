import { expect, test } from 'vitest';
import { currentStep, errorsOf } from './use-outcome-form';

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
