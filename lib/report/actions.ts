'use server';

import { runInProgram } from '@/lib/platform/action';
import { publishReport } from './commands';

export async function publishReportAction(slug: string, input: unknown, key?: string) {
  return runInProgram(publishReport, slug, input, key);
}
