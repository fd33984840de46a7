import type { z } from 'zod';
import { done, type Refusal, type Result, refuse } from '@/lib/core/result';

/** Keys and items of one input together; the largest that a screen sends has some 26,000. */
const MOST_PARTS = 50_000;
/** Refusals that are listed; a reader mends a handful at a time, and an answer is never longer than its question. */
const MOST_LISTED = 50;
const LONGEST_KEY = 60;

/**
 * Parses by the schema; each issue becomes a refusal at its field, the first fifty of them, then how many more there are.
 * Unknown keys are refused by strict schemas.
 */
export function parseInput<Schema extends z.ZodType>(
  schema: Schema,
  input: unknown,
): Result<z.output<Schema>> {
  if (hasTooManyParts(input)) return refuse('too_many_parts', { params: { max: MOST_PARTS } });
  const parsed = schema.safeParse(input, { reportInput: true });
  return parsed.success ? done(parsed.data) : { ok: false, refusals: tell(parsed.error.issues) };
}

/** Counted before the schema looks at any of them. */
function hasTooManyParts(input: unknown): boolean {
  const left = [input];
  for (let parts = 0; left.length > 0; ) {
    const each = left.pop();
    if (typeof each !== 'object' || each === null) continue;
    const inside = Object.values(each);
    parts += inside.length;
    if (parts > MOST_PARTS) return true;
    for (const one of inside) left.push(one);
  }
  return false;
}

function tell(issues: readonly z.core.$ZodIssue[]): Refusal[] {
  const listed = issues.slice(0, MOST_LISTED).flatMap(toRefusals).slice(0, MOST_LISTED);
  const all = issues.reduce((sum, each) => sum + ('keys' in each ? each.keys.length : 1), 0);
  const more = all - listed.length;
  return more > 0 ? [...listed, { reason: 'and_more', field: [], params: { count: more } }] : listed;
}

/** A key that nobody knows is named by its beginning. */
function shortKey(key: string): string {
  return key.length > LONGEST_KEY ? `${key.slice(0, LONGEST_KEY)}…` : key;
}

function toRefusals(issue: z.core.$ZodIssue): Refusal[] {
  const field = issue.path.map((part) => (typeof part === 'number' ? part : shortKey(String(part))));
  switch (issue.code) {
    case 'unrecognized_keys':
      return issue.keys
        .slice(0, MOST_LISTED)
        .map((key) => ({ reason: 'unknown', field: [...field, shortKey(key)] }));
    case 'too_big':
      return [
        {
          reason: issue.origin === 'string' ? 'too_long' : 'too_large',
          field,
          params: { max: Number(issue.maximum) },
        },
      ];
    case 'too_small':
      return issue.origin === 'string' && Number(issue.minimum) === 1
        ? [{ reason: 'required', field }]
        : [
            {
              reason: issue.origin === 'string' ? 'too_short' : 'too_small',
              field,
              params: { min: Number(issue.minimum) },
            },
          ];
    case 'invalid_type':
      return [
        { reason: issue.input === undefined || issue.input === null ? 'required' : 'wrong_type', field },
      ];
    case 'invalid_value':
      return [{ reason: 'not_in_list', field }];
    case 'custom':
      return [
        {
          reason: typeof issue.params?.reason === 'string' ? issue.params.reason : 'invalid',
          field,
          params: issue.params?.params,
        },
      ];
    default:
      return [{ reason: issue.code === 'invalid_format' ? `not_${issue.format}` : 'invalid', field }];
  }
}
