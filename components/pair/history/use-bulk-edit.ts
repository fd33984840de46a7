'use client';

import type { Failure } from '@/components/form/call';
import { useOperation } from '@/components/form/use-operation';
import { patchOf, touchedFields } from '@/lib/core/merge';
import { pairOperations } from '@/lib/pair/operations';
import { editOf, type NextStepValues, nextStepValues } from '@/lib/pair/rules/edits';
import type { PairItem } from '@/lib/pair/schema';
import type { HistoryStep } from './history-store';
import { useStepWords } from './step-words';
import { usePairSteps } from './use-pair-steps';
import { useSending } from './use-sending';

/** A pair as it was read, and the values it is to have; only those that differ are written. */
export type WantedEdit = { pair: PairItem; values: NextStepValues };
/** `step` undoes what was written; null where nothing was. */
export type BulkResult = { done: number; left: number; failure: Failure | null; step: HistoryStep | null };

/**
 * Edits the next steps and officers of many pairs as one step of the history: 500 at a time, each 500 all or none. What
 * others changed since is left out and counted; the rest goes.
 */
export function useBulkEdit({ show }: { show: (pair: PairItem) => void }) {
  const { run } = useOperation(pairOperations.editPairs, { refreshes: 'soon' });
  const steps = usePairSteps();
  const words = useStepWords();
  const { progress, sendAll } = useSending();

  const editMany = async (wanted: readonly WantedEdit[], text?: string): Promise<BulkResult> => {
    const edits = wanted.flatMap(({ pair, values }) => {
      const before = nextStepValues(pair);
      const fields = touchedFields(values, before);
      const patch = patchOf(values, { values: before, version: pair.version });
      return fields.length > 0 ? [{ pair, before, fields, patch }] : [];
    });
    const { values, went, left, failure } = await sendAll(edits, 'edits', (part) =>
      run({ edits: part.map(({ pair, patch }) => editOf(pair.id, patch)) }),
    );
    const pairs = values.flatMap((answer) => answer.pairs);
    for (const pair of pairs) show(pair);
    const made = went.flatMap((edit, index) => {
      const pair = pairs[index];
      return pair ? [{ ...edit, pair }] : [];
    });
    const fields = [...new Set(made.flatMap((edit) => edit.fields))];
    const step = made.length > 0 ? steps.edited(text ?? words.textOfEdit(fields, pairs), made) : null;
    return { done: made.length, left: left.length, failure, step };
  };
  return { editMany, progress };
}
