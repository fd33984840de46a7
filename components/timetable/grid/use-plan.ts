'use client';

import { useTranslations } from 'next-intl';
import { useCallback, useRef, useState } from 'react';
import { type Answer, type CallOptions, call } from '@/components/form/call';
import { useFailureText } from '@/components/form/failure-words';
import { useToast } from '@/components/ui/toast';
import type { Operation } from '@/lib/core/operation';
import { timetableOperations } from '@/lib/timetable/operations';
import type { TimetableGrid } from '@/lib/timetable/schema/grid';
import type { ChangedDraft } from '@/lib/timetable/schema/stage';

type Change<In extends ChangedDraft> = {
  /** How the plan looks at once. */
  show: (grid: TimetableGrid) => TimetableGrid;
  operation: Operation<In, ChangedDraft>;
  input: Omit<In, keyof ChangedDraft>;
  /** What the change means in a sentence, and how it is taken back. */
  done?: string;
  undo?: () => void;
};

/**
 * The plan in the browser: a change shows at once, goes to the server in its turn with the version the one before left,
 * and the plan is read anew when a burst is over. Where it cannot be read, it shows what the server last confirmed.
 */
export function usePlan(program: string, initial: TimetableGrid) {
  const t = useTranslations('timetable-grid.plan');
  const toast = useToast();
  const textOf = useFailureText();
  const [grid, setGrid] = useState(initial);
  const [isBusy, setIsBusy] = useState(false);
  const version = useRef(initial.timetable.version);
  const confirmed = useRef(initial);
  const turn = useRef(Promise.resolve());
  const waiting = useRef(0);
  const latest = useRef(textOf);
  latest.current = textOf;
  const { id: timetableId } = initial.timetable;

  /** Asks something of this very timetable. */
  const ask = useCallback(
    <In extends { timetableId: string }, Out>(
      operation: Operation<In, Out>,
      input: Omit<In, 'timetableId'>,
      options: CallOptions = {},
    ): Promise<Answer<Out>> => call(operation, { ...input, timetableId } as In, { program, ...options }),
    [program, timetableId],
  );
  const reload = useCallback(async () => {
    const answer = await ask(timetableOperations.getGrid, {});
    if (waiting.current > 0) return;
    if (answer.ok) {
      version.current = answer.value.timetable.version;
      confirmed.current = answer.value;
    }
    setGrid(confirmed.current);
  }, [ask]);

  const change = useCallback(
    <In extends ChangedDraft>({ show, operation, input, done, undo }: Change<In>) => {
      waiting.current += 1;
      setIsBusy(true);
      setGrid(show);
      turn.current = turn.current.then(async () => {
        const edited = { timetableId, version: version.current };
        const answer = await call(operation, { ...input, ...edited } as In, { program });
        waiting.current -= 1;
        if (answer.ok) {
          version.current = answer.value.version;
          confirmed.current = show(confirmed.current);
          if (done) toast({ text: done, ...(undo ? { undo } : {}) });
        } else toast({ tone: 'danger', text: t('refused', { why: latest.current(answer) }) });
        if (waiting.current === 0) {
          await reload();
          setIsBusy(waiting.current > 0);
        }
      });
    },
    [program, timetableId, reload, toast, t],
  );

  return { grid, ask, change, reload, isBusy, version };
}

export type PlanState = ReturnType<typeof usePlan>;
