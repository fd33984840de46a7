'use server';

import { runAsViewer } from '@/lib/platform/action';
import { createApiToken, revokeApiToken } from './commands';

export async function createApiTokenAction(input: unknown, key?: string) {
  return runAsViewer(createApiToken, input, key);
}

export async function revokeApiTokenAction(input: unknown, key?: string) {
  return runAsViewer(revokeApiToken, input, key);
}
