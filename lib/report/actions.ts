'use server';

import { runInProgram } from '@/lib/platform/action';
import { publishReport } from './commands';

export async function publishReportAction(slug: string, input: unknown, idempotencyKey?: string) {
  return runInProgram(publishReport, slug, input, idempotencyKey ? { idempotencyKey } : {});
}
