'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { useFailureText } from '@/components/form/failure-words';
import { useOperation } from '@/components/form/use-operation';
import { useToast } from '@/components/ui/toast';
import { pairOperations } from '@/lib/pair/operations';
import type { Stage } from '@/lib/pair/rules/stages';
import type { PairItem } from '@/lib/pair/schema';
import { sendInParts } from '../history/send-in-parts';
import { useStepWords } from '../history/step-words';
import { type SeenPair, usePairSteps } from '../history/use-pair-steps';
import { useMoveWords } from './move-words';

/** Moves many pairs: what changed meanwhile is left out and named, the rest goes, and all of it can be taken back. */
export function useBulkMove({ show }: { show: (pair: PairItem) => void }) {
  const t = useTranslations('pair.pipeline');
  const toast = useToast();
  const textOf = useFailureText();
  const words = useMoveWords();
  const stepWords = useStepWords();
  const steps = usePairSteps();
  const moving = useOperation(pairOperations.moveStages, { refreshes: 'soon' });
  const [progress, setProgress] = useState<{ done: number; all: number } | null>(null);

  /** True when there is nothing left to try again. */
  const moveMany = async (pairs: readonly PairItem[], stage: Stage, reason: string): Promise<boolean> => {
    const send = (seen: SeenPair[]) => moving.run({ pairs: seen, stage, ...(reason ? { reason } : {}) });
    const all = pairs.length;
    setProgress({ done: 0, all });
    const { values, left, failure } = await sendInParts(pairs, {
      list: 'pairs',
      send: (part) => send(part.map(({ id, version }) => ({ pairId: id, version }))),
      onProgress: (done) => setProgress({ done, all }),
    });
    setProgress(null);
    const made = values.flatMap(({ moved }) => moved);
    for (const { pair } of made) show(pair);
    const text = t('move.doneMany', { count: made.length, to: words.stage(stage) });
    if (made.length > 0) {
      const moved = made.map(({ pair }) => pair);
      const step = steps.moved(stepWords.textOf('stage', moved), {
        ...{ what: 'stage', before: pairs, made, again: send },
      });
      toast({ text, undo: () => steps.undo(step) });
    }
    if (failure?.failed === 'unreachable') return false;
    if (failure) toast({ tone: 'danger', text: textOf(failure) });
    else if (left.length > 0)
      toast({ tone: 'danger', text: t('bulk.partly', { done: made.length, left: left.length }) });
    return true;
  };
  return { moveMany, progress };
}
