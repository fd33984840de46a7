'use client';

import { useEffect, useRef, useState } from 'react';
import { useOperation } from '@/components/form/use-operation';
import { timetableOperations } from '@/lib/timetable/operations';
import type { RunProgress } from '@/lib/timetable/schema/grid';
import type { Plan } from '../grid/use-plan';

const EVERY = 500;

/** The latest run of a draft, asked for while it goes on; the plan is read anew when it has ended. */
export function useRun({ grid, ask, reload, version }: Plan, initial: RunProgress | null) {
  const { id: timetableId } = grid.timetable;
  const [run, setRun] = useState(initial);
  const starting = useOperation(timetableOperations.startSolve, { tells: 'toast', refreshes: 'never' });
  const stopping = useOperation(timetableOperations.stopSolve, { tells: 'toast', refreshes: 'never' });
  const isRunning = run?.state === 'running';
  const ended = useRef(initial?.state !== 'running');

  useEffect(() => {
    if (!isRunning) return;
    ended.current = false;
    let timer: ReturnType<typeof setTimeout>;
    const going = new AbortController();
    const look = async () => {
      const answer = await ask(timetableOperations.getRun, {}, { signal: going.signal });
      if (going.signal.aborted) return;
      if (answer.ok && answer.value.run) setRun(answer.value.run);
      if (answer.ok && answer.value.run?.state !== 'running') return;
      timer = setTimeout(look, EVERY);
    };
    timer = setTimeout(look, EVERY);
    return () => {
      going.abort();
      clearTimeout(timer);
    };
  }, [isRunning, ask]);
  useEffect(() => {
    if (isRunning || ended.current) return;
    ended.current = true;
    void reload();
  }, [isRunning, reload]);

  const start = async (seconds: number) => {
    const answer = await starting.run({ timetableId, version: version.current, seconds });
    if (answer.ok) setRun(answer.value.run);
    else void reload();
  };
  const stop = async () => {
    const answer = await stopping.run({ timetableId });
    if (answer.ok && answer.value.run) setRun(answer.value.run);
  };
  return { run, isRunning, isStarting: starting.isBusy, start, stop };
}

export type Run = ReturnType<typeof useRun>;
