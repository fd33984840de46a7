import { describe, expect, it } from 'vitest';
import type { Trial } from '@/scripts/test/trial-worker';
import { startWorker } from './worker';

const start = (
  task: Trial,
  { seconds = 60, onReport }: { seconds?: number; onReport?: (n: number) => void } = {},
) =>
  startWorker<Trial, number, { answered: number; stopped: boolean }>(
    'scripts/test/trial-worker.ts',
    { task, seconds },
    onReport,
  );

describe('a task in a thread', () => {
  it('reports on its way and answers; the thread stays for the next one', async () => {
    const reports: number[] = [];
    const first = await start({ kind: 'count', to: 3 }, { onReport: (n) => reports.push(n) }).answer;
    expect([first, reports]).toEqual([{ answered: 1, stopped: false }, [1, 2, 3]]);
    expect(await start({ kind: 'count', to: 0 }).answer).toEqual({ answered: 2, stopped: false });
  });

  it('gives its best when it is asked to stop, or when its time is up', async () => {
    const running = start({ kind: 'wait' });
    running.stop();
    expect(await running.answer).toMatchObject({ stopped: true });
    expect(await start({ kind: 'wait' }, { seconds: 0 }).answer).toMatchObject({ stopped: true });
  });

  it('fails with the code the thread gave, or as ended when it broke off; the next task has a thread again', async () => {
    await expect(start({ kind: 'refuse' }).answer).rejects.toMatchObject({ code: 'contradiction' });
    await expect(start({ kind: 'break' }).answer).rejects.toMatchObject({ code: 'ended' });
    expect(await start({ kind: 'count', to: 0 }).answer).toMatchObject({ stopped: false });
  });
});
