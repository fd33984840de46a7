'use server';

import { runAsViewer } from '@/lib/platform/action';
import { createApiToken, revokeApiToken } from './commands';

export async function createApiTokenAction(input: unknown) {
  return runAsViewer(createApiToken, input);
}

export async function revokeApiTokenAction(input: unknown) {
  return runAsViewer(revokeApiToken, input);
}
