import { setTimeout as sleep } from 'node:timers/promises';
import type { ProgramScope } from '@/lib/core/scope';
import { asViewer } from '@/lib/platform/database';
import { log } from '@/lib/platform/log';
import { startWorker } from '@/lib/platform/worker';
import { isContradiction, SOLVER_WORKER } from '../queries/ask-solver';
import type { RunAnswer, RunReport, SolverTask } from '../queries/solver-worker';
import type { Mapped } from '../rules/instance';
import { failRun, keepSolution } from './keep';

export type RunStart = { runId: string; seed: number; seconds: number; mapped: Mapped };

const BEAT_MS = 300;
/** A run whose server has written nothing for so long counts as interrupted. */
export const SILENCE_MS = 15_000;

/**
 * Starts the thread and follows it: its progress is written down a few times a second, a stop that somebody asked for is
 * handed on, and its answer kept. Never throws; the promise ends with the run.
 */
export async function follow(scope: ProgramScope, start: RunStart): Promise<void> {
  const { runId, seed, seconds, mapped } = start;
  const began = Date.now();
  let latest: RunReport | null = null;
  const task: SolverTask = { kind: 'run', instance: mapped.instance, seed };
  const running = startWorker<SolverTask, RunReport, RunAnswer>(
    SOLVER_WORKER,
    { task, seconds },
    (report) => {
      latest = report;
    },
  );
  // Waited for below; a thread that fails at once must not count as an error nobody looked at.
  running.answer.catch(() => undefined);
  let beating = Promise.resolve();
  let busy = false;
  const beat = setInterval(() => {
    if (busy) return;
    busy = true;
    beating = writeProgress(scope, runId, latest, (Date.now() - began) / 1000)
      .then((stop) => {
        if (stop) running.stop();
      })
      .catch((error) => log.error({ err: error }, 'progress of a run could not be written'))
      .finally(() => {
        busy = false;
      });
  }, BEAT_MS);
  try {
    const answer = await running.answer;
    await keepFound(scope, { runId, answer, mapped, seconds: (Date.now() - began) / 1000 });
  } catch (error) {
    log.error({ err: error }, 'a run failed');
    await failRun(scope, { runId, failure: isContradiction(error) ? 'contradiction' : 'internal' }).catch(
      (again) => log.error({ err: again }, 'the failure of a run could not be written'),
    );
  } finally {
    // Until here: a run whose answer waits for the database is not to be taken for interrupted.
    clearInterval(beat);
    await beating;
  }
}

/** What was found took its time: a database that cannot be reached for a moment does not lose it. */
async function keepFound(scope: ProgramScope, found: Parameters<typeof keepSolution>[1]): Promise<void> {
  for (const pause of [1000, 3000, 10_000]) {
    const error = await keepSolution(scope, found).then(
      () => null,
      (reason: unknown) => reason,
    );
    if (error === null) return;
    log.warn({ err: error }, 'a solution could not be written down yet');
    await sleep(pause);
  }
  await keepSolution(scope, found);
}

/** No change of a plan: the audit trail has the start and the end of a run. Whether somebody asked it to stop. */
async function writeProgress(
  scope: ProgramScope,
  runId: string,
  report: RunReport | null,
  seconds: number,
): Promise<boolean> {
  const progress = { ...(report ?? {}), seconds };
  return asViewer(scope, async (tx) => {
    const rows = await tx.$queryRaw<{ stop: boolean }[]>`
      update timetable_run set progress = ${JSON.stringify(progress)}::jsonb, deadline_at = ${new Date(Date.now() + SILENCE_MS)}
      where program_id = ${scope.programId}::uuid and id = ${runId}::uuid and state = 'running'
      returning stop_requested as stop`;
    return rows[0]?.stop ?? true;
  });
}
