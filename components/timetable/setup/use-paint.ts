'use client';

import { useTranslations } from 'next-intl';
import { type ReactNode, useEffect, useMemo, useRef, useState } from 'react';
import { useFailureText } from '@/components/form/failure-words';
import { useOperation } from '@/components/form/use-operation';
import { useToast } from '@/components/ui/toast';
import type { MeetingStage } from '@/lib/pair/rules/stages';
import { timetableOperations } from '@/lib/timetable/operations';
import type { BlackoutRow } from '@/lib/timetable/schema/wishes';
import { type Away, type Paint, painted, undoOf } from './stroke';

/** The grid as it is painted: at once on the screen, one stroke after the other to the server, all of a stroke or nothing. */
export function usePaint(stage: MeetingStage, rows: readonly BlackoutRow[]) {
  const t = useTranslations('timetable-setup.availability');
  const toast = useToast();
  const textOf = useFailureText();
  const { run } = useOperation(timetableOperations.paintBlackouts, { refreshes: 'soon' });
  const read = useMemo<Away>(() => new Map(rows.map((row) => [row.id, new Set(row.away)])), [rows]);
  const [away, setAway] = useState(read);
  const open = useRef(0);
  const queue = useRef<Promise<unknown>>(Promise.resolve());

  // What the server has is taken over once nothing of this screen is still on its way there.
  useEffect(() => {
    if (open.current === 0) setAway(read);
  }, [read]);

  const change = async (paints: readonly Paint[]): Promise<boolean> => {
    setAway((before) => painted(before, paints));
    open.current += 1;
    const input = paints.map(({ kind, id, slotIds, away }) => ({ party: { kind, id }, slotIds, away }));
    const mine = queue.current.then(() => run({ stage, paints: input }));
    queue.current = mine;
    const answer = await mine;
    open.current -= 1;
    if (answer.ok) return true;
    setAway((before) => painted(before, undoOf(paints)));
    toast({ tone: 'danger', text: t('refused', { reason: textOf(answer) }) });
    return false;
  };
  /** `notice` is the sentence beside the button that takes it back. Answers whether it was done. */
  const paint = async (paints: readonly Paint[], notice: ReactNode): Promise<boolean> => {
    if (paints.length === 0) return true;
    const isDone = await change(paints);
    if (isDone) toast({ text: notice, undo: async () => void (await change(undoOf(paints))) });
    return isDone;
  };
  return { away, paint };
}
