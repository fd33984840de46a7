'use client';

import { useTranslations } from 'next-intl';
import { useCallback, useMemo, useRef, useState } from 'react';
import type { Answer } from '@/components/ui/request';
import { useToast } from '@/components/ui/toast';
import type { TimetableGrid } from '@/lib/timetable/schema/grid';
import { type Changed, timetableRequests } from '../requests';

type Change = {
  /** How the plan looks at once. */
  show: (grid: TimetableGrid) => TimetableGrid;
  ask: (version: number) => Promise<Answer<Changed>>;
  /** What the change means in a sentence, and how it is taken back. */
  done?: string;
  undo?: () => void;
};

/**
 * The plan in the browser: a change shows at once, goes to the server in its turn with the version the one before left,
 * and the plan is read anew when a burst is over, or when one was refused.
 */
export function usePlan(slug: string, initial: TimetableGrid) {
  const t = useTranslations('timetable-grid.plan');
  const toast = useToast();
  const [grid, setGrid] = useState(initial);
  const [isBusy, setIsBusy] = useState(false);
  const version = useRef(initial.timetable.version);
  const turn = useRef(Promise.resolve());
  const waiting = useRef(0);
  const { id } = initial.timetable;
  const ask = useMemo(() => timetableRequests(slug, id), [slug, id]);

  const reload = useCallback(async () => {
    const answer = await ask.grid();
    if (!answer.ok || waiting.current > 0) return;
    version.current = answer.value.timetable.version;
    setGrid(answer.value);
  }, [ask]);

  const change = useCallback(
    ({ show, ask: request, done, undo }: Change) => {
      waiting.current += 1;
      setIsBusy(true);
      setGrid(show);
      turn.current = turn.current.then(async () => {
        const answer = await request(version.current);
        waiting.current -= 1;
        if (answer.ok) {
          version.current = answer.value.version;
          if (done) toast({ text: done, ...(undo ? { undo } : {}) });
        } else {
          const why = 'offline' in answer ? t('offline') : answer.problem.detail;
          toast({ tone: 'danger', text: t('refused', { why }) });
        }
        if (waiting.current === 0) {
          await reload();
          setIsBusy(waiting.current > 0);
        }
      });
    },
    [reload, toast, t],
  );

  return { grid, ask, change, reload, isBusy, version };
}

export type Plan = ReturnType<typeof usePlan>;
