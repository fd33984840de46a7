import type { z } from 'zod';
import { AppError } from '@/lib/core/errors';
import { env } from './env';

/**
 * Hands the answer on. Under test (CHECK_ANSWERS) one that is not what the operation declares is an error of ours: the
 * published document and the types of the browser would both be wrong about it.
 */
export function checkAnswer<Value>(name: string, output: z.ZodType, answer: Value): Value {
  if (!env.CHECK_ANSWERS) return answer;
  const checked = output.safeParse(answer);
  if (checked.success) return answer;
  const [issue] = checked.error.issues;
  throw new AppError('internal', `${name} answers other than declared: ${JSON.stringify(issue)}`);
}
