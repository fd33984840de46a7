'use server';

import { runInProgram } from '@/lib/platform/action';
import { addStartup, archiveStartup, editStartup, restoreStartup } from './commands';

/** What the browser says is not yet known to be text. */
function keyed(key: unknown): { idempotencyKey?: string } {
  return typeof key === 'string' && key !== '' ? { idempotencyKey: key.slice(0, 100) } : {};
}

export async function addStartupAction(slug: string, input: unknown, key?: string) {
  return runInProgram(addStartup, slug, input, keyed(key));
}

export async function editStartupAction(slug: string, input: unknown) {
  return runInProgram(editStartup, slug, input);
}

export async function archiveStartupAction(slug: string, input: unknown) {
  return runInProgram(archiveStartup, slug, input);
}

export async function restoreStartupAction(slug: string, input: unknown) {
  return runInProgram(restoreStartup, slug, input);
}
