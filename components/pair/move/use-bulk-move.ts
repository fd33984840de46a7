'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';
import type { Answer } from '@/components/form/call';
import { useFailureText } from '@/components/form/failure-words';
import { useOperation } from '@/components/form/use-operation';
import { useToast } from '@/components/ui/toast';
import { pairOperations } from '@/lib/pair/operations';
import type { Stage } from '@/lib/pair/rules/stages';
import type { MovedPair, PairItem } from '@/lib/pair/schema';
import { useMoveWords } from './move-words';

/** The server takes this many at once, all or none. */
const AT_ONCE = 500;
const TRIES = 5;

type Going = (pairs: readonly PairItem[]) => Promise<Answer<{ moved: MovedPair[] }>>;

/** Moves many pairs: what changed meanwhile is left out and named, the rest goes, and all of it can be taken back. */
export function useBulkMove({ show }: { show: (pair: PairItem) => void }) {
  const t = useTranslations('pair.pipeline');
  const toast = useToast();
  const textOf = useFailureText();
  const words = useMoveWords();
  const moving = useOperation(pairOperations.moveStages, { refreshes: 'soon' });
  const undoing = useOperation(pairOperations.undoMoves, { refreshes: 'soon' });
  const [progress, setProgress] = useState<{ done: number; all: number } | null>(null);

  const undo = async (eventIds: readonly string[]) => {
    for (const chunk of chunksOf(eventIds, AT_ONCE)) {
      const taken = await undoing.run({ eventIds: chunk });
      if (!taken.ok) return toast({ tone: 'danger', text: t('move.undoFailed', { why: textOf(taken) }) });
      for (const pair of taken.value.pairs) show(pair);
    }
  };

  /** True when there is nothing left to try again. */
  const moveMany = async (pairs: readonly PairItem[], stage: Stage, reason: string): Promise<boolean> => {
    const send: Going = (going) =>
      moving.run({
        pairs: going.map(({ id, version }) => ({ pairId: id, version })),
        stage,
        ...(reason ? { reason } : {}),
      });
    const moved: MovedPair[] = [];
    let failed = '';
    let isReached = true;
    setProgress({ done: 0, all: pairs.length });
    for (const chunk of chunksOf(pairs, AT_ONCE)) {
      const answer = await moveWhatGoes(chunk, send);
      if (answer.ok) {
        for (const one of answer.value.moved) show(one.pair);
        moved.push(...answer.value.moved);
      } else if (answer.failed === 'unreachable') isReached = false;
      else failed ||= textOf(answer);
      setProgress({ done: moved.length, all: pairs.length });
      if (!isReached) break;
    }
    setProgress(null);
    const left = pairs.length - moved.length;
    const text = t('move.doneMany', { count: moved.length, to: words.stage(stage) });
    if (moved.length > 0) toast({ text, undo: () => undo(moved.map(({ eventId }) => eventId)) });
    if (!isReached) return false;
    if (failed) toast({ tone: 'danger', text: failed });
    else if (left > 0) toast({ tone: 'danger', text: t('bulk.partly', { done: moved.length, left }) });
    return true;
  };
  return { moveMany, progress };
}

/** All or none is the server's rule: those it points at are left out and the others sent again. */
async function moveWhatGoes(chunk: readonly PairItem[], send: Going): ReturnType<Going> {
  let going = [...chunk];
  for (let round = 0; round < TRIES && going.length > 0; round += 1) {
    const answer = await send(going);
    if (answer.ok) return answer;
    const refused = new Set(
      answer.errors.flatMap(({ field: [list, place] }) => (list === 'pairs' ? Number(place) : [])),
    );
    if (refused.size === 0) return answer;
    going = going.filter((_, index) => !refused.has(index));
  }
  return { ok: true, value: { moved: [] } };
}

export function chunksOf<T>(list: readonly T[], size: number): T[][] {
  return Array.from({ length: Math.ceil(list.length / size) }, (_, index) =>
    list.slice(index * size, (index + 1) * size),
  );
}
