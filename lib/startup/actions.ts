'use server';

import { runInProgram } from '@/lib/platform/action';
import { addStartup, archiveStartup, editStartup, restoreStartup } from './commands';

export async function addStartupAction(slug: string, input: unknown, key?: string) {
  return runInProgram(addStartup, slug, input, key);
}

export async function editStartupAction(slug: string, input: unknown, key?: string) {
  return runInProgram(editStartup, slug, input, key);
}

export async function archiveStartupAction(slug: string, input: unknown, key?: string) {
  return runInProgram(archiveStartup, slug, input, key);
}

export async function restoreStartupAction(slug: string, input: unknown, key?: string) {
  return runInProgram(restoreStartup, slug, input, key);
}
