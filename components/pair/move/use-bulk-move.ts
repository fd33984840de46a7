'use client';

import { useTranslations } from 'next-intl';
import type { Answer } from '@/components/form/call';
import { useFailureText } from '@/components/form/failure-words';
import { useOperation } from '@/components/form/use-operation';
import { useToast } from '@/components/ui/toast';
import type { InputOf } from '@/lib/core/operation';
import { pairOperations } from '@/lib/pair/operations';
import type { Stage } from '@/lib/pair/rules/stages';
import type { MovedPair, PairItem } from '@/lib/pair/schema';
import { useStepWords } from '../history/step-words';
import { type SeenPair, usePairSteps } from '../history/use-pair-steps';
import { useSending } from '../history/use-sending';
import { useMoveWords } from './move-words';

type StatusesInput = InputOf<typeof pairOperations.changeStatuses>;

/** Moves many pairs or changes their status: what changed meanwhile is left out and named, the rest goes, and all of it can be taken back. */
export function useBulkMove({ show }: { show: (pair: PairItem) => void }) {
  const t = useTranslations('pair.pipeline');
  const toast = useToast();
  const textOf = useFailureText();
  const words = useMoveWords();
  const stepWords = useStepWords();
  const steps = usePairSteps();
  const moving = useOperation(pairOperations.moveStages, { refreshes: 'soon' });
  const changing = useOperation(pairOperations.changeStatuses, { refreshes: 'soon' });
  const { progress, sendAll } = useSending();

  /** Makes a change of many pairs and puts it into the history as one step. */
  const make = async (
    what: 'stage' | 'status',
    pairs: readonly PairItem[],
    send: (seen: SeenPair[]) => Promise<Answer<{ moved: MovedPair[] }>>,
  ) => {
    const { values, left, failure } = await sendAll(pairs, 'pairs', (part) =>
      send(part.map(({ id, version }) => ({ pairId: id, version }))),
    );
    const made = values.flatMap(({ moved }) => moved);
    const moved = made.map(({ pair }) => pair);
    for (const pair of moved) show(pair);
    const step =
      made.length > 0
        ? steps.moved(stepWords.textOf(what, moved), { what, before: pairs, made, again: send })
        : null;
    return { done: made.length, left: left.length, failure, step };
  };

  /** True when there is nothing left to try again. */
  const moveMany = async (pairs: readonly PairItem[], stage: Stage, reason: string): Promise<boolean> => {
    const { done, left, failure, step } = await make('stage', pairs, (seen) =>
      moving.run({ pairs: seen, stage, ...(reason ? { reason } : {}) }),
    );
    const text = t('move.doneMany', { count: done, to: words.stage(stage) });
    if (step) toast({ text, undo: () => steps.undo(step) });
    if (failure?.failed === 'unreachable') return false;
    if (failure) toast({ tone: 'danger', text: textOf(failure) });
    else if (left > 0) toast({ tone: 'danger', text: t('bulk.partly', { done, left }) });
    return true;
  };
  const changeStatuses = (pairs: readonly PairItem[], wanted: Omit<StatusesInput, 'pairs'>) =>
    make('status', pairs, (seen) => changing.run({ pairs: seen, ...wanted }));
  return { moveMany, changeStatuses, progress };
}
