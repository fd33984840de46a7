import { expect, it } from 'vitest';
import { engineThreads, runReporting } from './threads';

it('rejects the task, and ends nothing else, where an engine cannot be loaded', async () => {
  const threads = engineThreads('no-such-worker.ts');
  const signal = AbortSignal.timeout(20_000);
  await expect(runReporting(threads, {}, { onReport: () => {}, signal })).rejects.toThrow(/no-such-worker/);
  await threads.pool.destroy();
});
