'use server';

import { runInProgram } from '@/lib/platform/action';
import { addAmount } from './commands/add';
import { voidAmount } from './commands/void';

export async function addAmountAction(slug: string, input: unknown, key?: string) {
  return runInProgram(addAmount, slug, input, key);
}

export async function voidAmountAction(slug: string, input: unknown, key?: string) {
  return runInProgram(voidAmount, slug, input, key);
}
