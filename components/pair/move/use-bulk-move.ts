'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { useToast } from '@/components/ui/toast';
import type { Stage } from '@/lib/pair/rules/stages';
import type { PairItem } from '@/lib/pair/schema';
import { useMoveWords } from './move-words';
import { type Moved, postMoves, postUndo } from './pair-requests';
import type { PairMovesProps } from './use-pair-moves';

/** The server takes this many at once, all or none. */
const AT_ONCE = 500;
const TRIES = 5;

/** Moves many pairs: what changed meanwhile is left out and named, the rest goes, and all of it can be taken back. */
export function useBulkMove({ slug, show, onChanged }: PairMovesProps) {
  const t = useTranslations('pair.pipeline');
  const toast = useToast();
  const words = useMoveWords();
  const [progress, setProgress] = useState<{ done: number; all: number } | null>(null);

  const undo = async (eventIds: readonly string[]) => {
    for (const chunk of chunksOf(eventIds, AT_ONCE)) {
      const taken = await postUndo(slug, chunk);
      if (!taken.ok) {
        const why = 'offline' in taken ? '' : taken.problem.detail;
        toast({ tone: 'danger', text: t('move.undoFailed', { why }) });
        break;
      }
      for (const pair of taken.value.pairs) show(pair);
    }
    onChanged();
  };

  /** True when there is nothing left to try again. */
  const moveMany = async (pairs: readonly PairItem[], stage: Stage, reason: string): Promise<boolean> => {
    const moved: Moved[] = [];
    let failed = '';
    let isReached = true;
    setProgress({ done: 0, all: pairs.length });
    for (const chunk of chunksOf(pairs, AT_ONCE)) {
      const answer = await moveWhatGoes(slug, chunk, stage, reason);
      for (const one of answer.moved) show(one.pair);
      moved.push(...answer.moved);
      failed ||= answer.failed;
      isReached = answer.isReached;
      setProgress({ done: moved.length, all: pairs.length });
      if (!isReached) break;
    }
    setProgress(null);
    onChanged();
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
async function moveWhatGoes(slug: string, chunk: readonly PairItem[], stage: Stage, reason: string) {
  let going = [...chunk];
  for (let round = 0; round < TRIES && going.length > 0; round += 1) {
    const answer = await postMoves(slug, going, stage, reason);
    if (answer.ok) return { moved: answer.value.moved, failed: '', isReached: true };
    if ('offline' in answer) return { moved: [], failed: '', isReached: false };
    const refused = new Set(
      (answer.problem.errors ?? []).map(({ pointer }) => Number(/^\/pairs\/(\d+)/.exec(pointer)?.[1] ?? -1)),
    );
    refused.delete(-1);
    if (refused.size === 0) return { moved: [], failed: answer.problem.detail, isReached: true };
    going = going.filter((_, index) => !refused.has(index));
  }
  return { moved: [], failed: '', isReached: true };
}

export function chunksOf<T>(list: readonly T[], size: number): T[][] {
  return Array.from({ length: Math.ceil(list.length / size) }, (_, index) =>
    list.slice(index * size, (index + 1) * size),
  );
}
