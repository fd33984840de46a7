'use server';

import { runInProgram } from '@/lib/platform/action';
import { addAmount } from './commands/add';
import { voidAmount } from './commands/void';

export async function addAmountAction(slug: string, input: unknown) {
  return runInProgram(addAmount, slug, input);
}

export async function voidAmountAction(slug: string, input: unknown) {
  return runInProgram(voidAmount, slug, input);
}
