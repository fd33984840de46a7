import { expect, test } from 'vitest';
import { currentStep, errorsOf } from './outcome-errors';

const problem = (...errors: [pointer: string, message: string][]) => ({
  title: '입력한 내용에 고칠 곳이 있습니다.',
  detail: '표시된 항목을 고친 뒤 다시 시도하세요.',
  status: 422,
  code: 'invalid',
  errors: errors.map(([pointer, message]) => ({ pointer, reason: 'x', message })),
});

test('each sentence stands at its field, the first of several', () => {
  const sent = problem(
    ['/interest', '관심도를 선택하세요.'],
    ['/amount/evidence', '이 단계는 근거가 필요합니다.'],
    ['/amount/minor', '너무 큽니다.'],
    ['/asked/3', '너무 깁니다.'],
  );
  expect(errorsOf(sent)).toEqual({
    interest: '관심도를 선택하세요.',
    money: '이 단계는 근거가 필요합니다.',
    asked: '너무 깁니다.',
  });
});

test('what belongs to no field belongs to the whole form, and nothing stays unsaid', () => {
  expect(errorsOf(problem(['/', '취소된 상담입니다.']))).toEqual({ form: '취소된 상담입니다.' });
  expect(errorsOf(problem())).toEqual({ form: '표시된 항목을 고친 뒤 다시 시도하세요.' });
});

test('7.36 the pair of a refusal says its next step, the meeting of one says none', () => {
  const step = { text: '전화', on: '2023-05-02' };
  expect(currentStep({ version: 2, nextStep: step })).toEqual(step);
  expect(currentStep({ version: 2, nextStep: null })).toEqual({ text: null, on: null });
  for (const other of [undefined, null, { version: 2, state: 'held' }]) expect(currentStep(other)).toBeNull();
});
