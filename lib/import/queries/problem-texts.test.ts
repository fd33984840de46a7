import { expect, it } from 'vitest';
import type { CellProblem } from '../rules/judged';
import { problemTexts } from './problem-texts';

it('tells what is wrong in the reader’s language, also what a command of another noun refuses', () => {
  const problems: CellProblem[] = [
    { field: 'sector', reason: 'not_in_list', params: { value: '우주' } },
    { field: 'name', reason: 'similar_name', params: { name: '스텝원' } },
    { field: null, reason: 'no_thanks_is_final' },
  ];
  const texts = problemTexts(problems, { sector: '우주', name: '스텝' }, 'en');
  expect(texts.slice(0, 2)).toEqual([
    'This value is not in the list.',
    'The name is similar to “스텝원”. Is it the same?',
  ]);
  expect(texts[2]).toMatch(/^[A-Z].+\.$/);
  expect(texts[2]).not.toContain('Check this value');
  expect(problemTexts(problems.slice(0, 1), { sector: '' }, 'ko')).toEqual(['값이 비어 있습니다.']);
});
