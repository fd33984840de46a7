'use client';

import { useTranslations } from 'next-intl';
import { useCallback, useEffect, useRef, useState } from 'react';
import { useToast } from '@/components/ui/toast';
import type { RunProgress } from '@/lib/timetable/schema/grid';
import type { Plan } from '../grid/use-plan';

const EVERY = 500;

/** The latest run of a draft, asked for while it goes on; the plan is read anew when it has ended. */
export function useRun({ ask, reload, version }: Plan, initial: RunProgress | null) {
  const t = useTranslations('timetable-grid.solve');
  const toast = useToast();
  const [run, setRun] = useState(initial);
  const [isStarting, setIsStarting] = useState(false);
  const isRunning = run?.state === 'running';
  const ended = useRef(initial?.state !== 'running');

  useEffect(() => {
    if (!isRunning) return;
    ended.current = false;
    let timer: ReturnType<typeof setTimeout>;
    const going = new AbortController();
    const look = async () => {
      const answer = await ask.run({ signal: going.signal });
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

  const start = useCallback(
    async (seconds: number) => {
      setIsStarting(true);
      const answer = await ask.solve(version.current, seconds);
      setIsStarting(false);
      if (answer.ok) return setRun(answer.value.run);
      toast({ tone: 'danger', text: 'problem' in answer ? answer.problem.detail : t('offline') });
      void reload();
    },
    [ask, version, toast, t, reload],
  );
  const stop = useCallback(async () => {
    const answer = await ask.stop();
    if (answer.ok && answer.value.run) setRun(answer.value.run);
    else if (!answer.ok)
      toast({ tone: 'danger', text: 'problem' in answer ? answer.problem.detail : t('offline') });
  }, [ask, toast, t]);
  return { run, isRunning, isStarting, start, stop };
}

export type Run = ReturnType<typeof useRun>;
