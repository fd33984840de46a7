import { describe, expect, test } from 'vitest';
import { reportLines, scoreOf, type Tried } from './report';
import type { Status } from './trial';
import { withoutRelativeImports } from './types';

function tried(folder: string, status: Status, untried = 0): Tried {
  const place = { file: `lib/${folder}/rules.ts`, folder, line: 4, column: 9 };
  const change = { mutator: 'EqualityOperator', original: 'a >=\n  b', replacement: 'a > b' };
  return { mutant: { id: '1', key: 'k', text: '', ...place, ...change }, verdict: { status, untried } };
}

describe('the score', () => {
  test('counts what compiles; what no test reaches has survived', () => {
    const all = [tried('pair', 'killed'), tried('pair', 'refused'), tried('amount', 'unreached')];
    expect(scoreOf([...all, tried('amount', 'survived')])).toEqual({
      killed: 1,
      all: 3,
      percent: 100 / 3,
    });
  });

  test('stands below the survivors, by folder and over all', () => {
    expect(
      reportLines([tried('pair', 'killed'), tried('amount', 'survived', 2), tried('amount', 'refused')]),
    ).toEqual([
      'lib/amount/rules.ts:4:9 EqualityOperator, survived, 2 test files untried',
      '  - a >= b',
      '  + a > b',
      'lib/pair: 1 of 1 killed (100.0 %)',
      'lib/amount: 0 of 1 killed (0.0 %); 1 do not compile',
      'score: 1 of 2 killed (50.0 %); 1 do not compile',
    ]);
  });
});

test('a copy for the compiler imports from the root what it imported by a path', () => {
  const text =
    "import { a } from './size';\nimport type { B } from '../schema';\nconst c = import('./late');\n";
  expect(withoutRelativeImports(text, 'lib/amount/rules/age.ts')).toBe(
    "import { a } from '@/lib/amount/rules/size';\nimport type { B } from '@/lib/amount/schema';\nconst c = import('@/lib/amount/rules/late');\n",
  );
});
