'use server';

import { runInProgram } from '@/lib/platform/action';
import { addInvestor, archiveInvestor, editInvestor, restoreInvestor } from './commands';

export async function addInvestorAction(slug: string, input: unknown, key?: string) {
  return runInProgram(addInvestor, slug, input, key);
}

export async function editInvestorAction(slug: string, input: unknown, key?: string) {
  return runInProgram(editInvestor, slug, input, key);
}

export async function archiveInvestorAction(slug: string, input: unknown, key?: string) {
  return runInProgram(archiveInvestor, slug, input, key);
}

export async function restoreInvestorAction(slug: string, input: unknown, key?: string) {
  return runInProgram(restoreInvestor, slug, input, key);
}
