'use client';

import { useTranslations } from 'next-intl';
import { type ReactNode, useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { useSoonRefresh } from '@/components/pair/move/use-soon-refresh';
import { send } from '@/components/ui/request';
import { useToast } from '@/components/ui/toast';
import type { MeetingStage } from '@/lib/pair/rules/stages';
import type { BlackoutRow } from '@/lib/timetable/schema/wishes';
import { type Away, type Paint, painted, undoOf } from './stroke';

type Props = { slug: string; stage: MeetingStage; rows: readonly BlackoutRow[] };

/** The grid as it is painted: at once on the screen, one stroke after the other to the server, all of a stroke or nothing. */
export function usePaint({ slug, stage, rows }: Props) {
  const t = useTranslations('timetable-setup.availability');
  const toast = useToast();
  const refresh = useSoonRefresh();
  const read = useMemo<Away>(() => new Map(rows.map((row) => [row.id, new Set(row.away)])), [rows]);
  const [away, setAway] = useState(read);
  const open = useRef(0);
  const queue = useRef<Promise<unknown>>(Promise.resolve());

  // What the server tells is taken over once nothing of this screen is still on its way there.
  useEffect(() => {
    if (open.current === 0) setAway(read);
  }, [read]);

  const run = useCallback(
    async (paints: readonly Paint[]): Promise<string | null> => {
      // Strokes come in bursts: they go to the API and not by server actions, which wait for each other.
      const answer = await send('POST', `/programs/${slug}/timetables/blackouts`, {
        stage,
        paints: paints.map(({ kind, id, slotIds, away }) => ({ party: { kind, id }, slotIds, away })),
      });
      if (answer.ok) return null;
      if ('offline' in answer) return t('offline');
      return answer.problem.errors?.[0]?.message ?? answer.problem.detail;
    },
    [slug, stage, t],
  );

  /** `told` is the sentence of the notice that offers to undo. Answers whether it was done. */
  const paint = useCallback(
    async (paints: readonly Paint[], told: ReactNode): Promise<boolean> => {
      if (paints.length === 0) return true;
      const change = async (now: readonly Paint[]) => {
        setAway((before) => painted(before, now));
        open.current += 1;
        const mine = queue.current.then(() => run(now));
        queue.current = mine;
        const reason = await mine;
        open.current -= 1;
        if (reason !== null) {
          setAway((before) => painted(before, undoOf(now)));
          toast({ tone: 'danger', text: t('refused', { reason }) });
        }
        refresh();
        return reason === null;
      };
      const done = await change(paints);
      if (done) toast({ text: told, undo: async () => void (await change(undoOf(paints))) });
      return done;
    },
    [run, refresh, toast, t],
  );
  return { away, paint };
}
