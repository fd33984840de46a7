'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { useFailureText } from '@/components/form/failure-words';
import { useOperation } from '@/components/form/use-operation';
import { useToast } from '@/components/ui/toast';
import { pairOperations } from '@/lib/pair/operations';
import { type NextStepValues, nextStepValues } from '@/lib/pair/rules/edits';
import type { PairItem } from '@/lib/pair/schema';
import { useStepWords } from '../../history/step-words';
import { usePairSteps } from '../../history/use-pair-steps';
import type { MeantBlock, PastedBlock } from './mean-block';
import { type BlockPlan, editsOf, planBlock } from './plan-block';
import type { Readers } from './read-cell';

/** The server takes this many pairs at once, all or none. */
export const MOST_EDITS = 500;

type Props = {
  pairs: readonly PairItem[];
  readers: Readers;
  show: (pair: PairItem) => void;
};

/**
 * Writes blocks of cells in one step that can be taken back. What is pasted is shown before; filling down and clearing are
 * done at once, as spreadsheets do, and shown only where some cell would stay as it is.
 */
export function useBlockEdits({ pairs, readers, show }: Props) {
  const t = useTranslations('pair.pipeline.table.block');
  const toast = useToast();
  const textOf = useFailureText();
  const editing = useOperation(pairOperations.editPairs, { refreshes: 'soon' });
  const steps = usePairSteps();
  const words = useStepWords();
  const [block, setBlock] = useState<MeantBlock | PastedBlock | null>(null);

  /** Answers as the command does; what is written can be undone as one step. */
  const apply = async (plan: BlockPlan) => {
    const answer = await editing.run({ edits: editsOf(plan) });
    if (!answer.ok) return answer;
    const written = new Map(answer.value.pairs.map((pair) => [pair.id, pair]));
    const made = plan.rows.flatMap(({ pair: before, patch }) => {
      const pair = written.get(before.id);
      const fields = Object.keys(patch.changes) as (keyof NextStepValues)[];
      return pair ? [{ pair, before: nextStepValues(before), fields }] : [];
    });
    for (const { pair } of made) show(pair);
    const fields = [...new Set(made.flatMap((edit) => edit.fields))];
    const step = steps.edited(words.textOfEdit(fields, answer.value.pairs), made);
    toast({ text: t('done', { count: plan.changes }), undo: () => steps.undo(step) });
    setBlock(null);
    return answer;
  };
  const planOf = (meant: MeantBlock) =>
    planBlock(meant.rows, new Map(pairs.map((pair) => [pair.id, pair])), readers);
  /** Writes at once where nothing stands against it. */
  const atOnce = async (meant: MeantBlock) => {
    const plan = planOf(meant);
    if (plan.changes === 0) {
      const [refused] = plan.rows.flatMap((row) => row.refused);
      if (refused) toast({ tone: 'danger', text: t(`reason.${refused.reason}`) });
      return;
    }
    if (plan.refusals > 0 || editsOf(plan).length > MOST_EDITS) return setBlock(meant);
    const answer = await apply(plan);
    if (!answer.ok) toast({ tone: 'danger', text: textOf(answer) });
  };
  return {
    block,
    preview: setBlock,
    atOnce,
    apply,
    isBusy: editing.isBusy,
    close: () => {
      editing.forget();
      setBlock(null);
    },
  };
}

export type BlockEdits = ReturnType<typeof useBlockEdits>;
