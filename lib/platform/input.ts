import type { z } from 'zod';
import { done, type Refusal, type Result } from '@/lib/core/result';

/** Parses by the schema; each issue becomes a refusal at its field. Unknown keys are refused by strict schemas. */
export function parseInput<Schema extends z.ZodType>(
  schema: Schema,
  input: unknown,
): Result<z.output<Schema>> {
  const parsed = schema.safeParse(input, { reportInput: true });
  return parsed.success
    ? done(parsed.data)
    : { ok: false, refusals: parsed.error.issues.flatMap(toRefusals) };
}

function toRefusals(issue: z.core.$ZodIssue): Refusal[] {
  const field = issue.path.map((part) => (typeof part === 'symbol' ? String(part) : part));
  switch (issue.code) {
    case 'unrecognized_keys':
      return issue.keys.map((key) => ({ reason: 'unknown', field: [...field, key] }));
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
