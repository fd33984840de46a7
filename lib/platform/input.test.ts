import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { parseInput } from './input';

const schema = z.strictObject({
  name: z.string().min(1).max(5),
  note: z.string().min(3).optional(),
  pairs: z.int().min(2).optional(),
  stage: z.enum(['main_session', 'follow_up']).optional(),
});

function refusalsOf(input: unknown) {
  const result = parseInput(schema, input);
  return result.ok ? [] : result.refusals.map(({ reason, field, params }) => [reason, field, params]);
}

describe('what is wrong with an input, at its field', () => {
  test.each([{}, { name: null }, { name: '' }])(
    'a field that is missing or empty is required: %o',
    (input) => {
      expect(refusalsOf(input)).toEqual([['required', ['name'], undefined]]);
    },
  );

  test('a value of another kind is not said to be missing', () => {
    expect(refusalsOf({ name: 5 })).toEqual([['wrong_type', ['name'], undefined]]);
  });

  test('too short is said of words, too small of numbers, each with its bound', () => {
    expect(refusalsOf({ name: 'a', note: 'ab', pairs: 1 })).toEqual([
      ['too_short', ['note'], { min: 3 }],
      ['too_small', ['pairs'], { min: 2 }],
    ]);
  });

  test('a value that no list has is named by its field', () => {
    expect(refusalsOf({ name: 'a', stage: 'demo_day' })).toEqual([['not_in_list', ['stage'], undefined]]);
  });

  test('a right input is answered with what was parsed', () => {
    expect(parseInput(schema, { name: 'a', pairs: 2 })).toEqual({ ok: true, value: { name: 'a', pairs: 2 } });
  });
});
