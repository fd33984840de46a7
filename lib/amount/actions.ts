'use server';

import { runInProgram } from '@/lib/platform/action';
import { addAmount } from './commands/add';
import { voidAmount } from './commands/void';

export async function addAmountAction(slug: string, input: unknown, idempotencyKey?: string) {
  return runInProgram(addAmount, slug, input, idempotencyKey ? { idempotencyKey } : {});
}

export async function voidAmountAction(slug: string, input: unknown) {
  return runInProgram(voidAmount, slug, input);
}
