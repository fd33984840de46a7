'use server';

import { runInProgram } from '@/lib/platform/action';
import { recordOutcome } from './commands';

export async function recordOutcomeAction(slug: string, input: unknown, key?: string) {
  return runInProgram(recordOutcome, slug, input, key);
}
