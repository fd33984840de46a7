'use server';

import { runInProgram } from '@/lib/platform/action';
import { addInvestor, archiveInvestor, editInvestor, restoreInvestor } from './commands';

/** What the browser says is not yet known to be text. */
function keyed(key: unknown): { idempotencyKey?: string } {
  return typeof key === 'string' && key !== '' ? { idempotencyKey: key.slice(0, 100) } : {};
}

export async function addInvestorAction(slug: string, input: unknown, key?: string) {
  return runInProgram(addInvestor, slug, input, keyed(key));
}

export async function editInvestorAction(slug: string, input: unknown) {
  return runInProgram(editInvestor, slug, input);
}

export async function archiveInvestorAction(slug: string, input: unknown) {
  return runInProgram(archiveInvestor, slug, input);
}

export async function restoreInvestorAction(slug: string, input: unknown) {
  return runInProgram(restoreInvestor, slug, input);
}
