'use client';

import { useParams } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useEffect, useState } from 'react';
import { call, type Failure } from '@/components/form/call';
import { FormProblems } from '@/components/form/form-problems';
import { useOperation } from '@/components/form/use-operation';
import type { PairItem } from '@/lib/pair/schema';
import { timetableOperations } from '@/lib/timetable/operations';
import type { WishItem } from '@/lib/timetable/schema/wishes';
import { useStepWords } from '../history/step-words';
import type { BulkResult } from '../history/use-bulk-edit';
import { type OfficeWeight, type OwnWord, usePairSteps } from '../history/use-pair-steps';
import { useSending } from '../history/use-sending';
import { ChangeFrame, type ChangeProps, ChoiceChips } from './change-frame';
import { type ChangePlan, judgeWeight, judgeWish, NO_WORD, type OfficeWord, planChange } from './change-plan';

const WORDS: readonly OfficeWord[] = ['must', 'like', 'neutral', NO_WORD];
const WEIGHTS = ['1', '2', '3', '4', '5', NO_WORD] as const;
type Weight = (typeof WEIGHTS)[number];

/** Enters the office's own word on many pairs, or takes it back. Nothing is booked by it. */
export function WishChange(props: ChangeProps) {
  const t = useTranslations('pair.pipeline.change');
  const { wishes, failure } = useRead();
  const saying = useOperation(timetableOperations.sayOwnWishes, { refreshes: 'soon' });
  const steps = usePairSteps();
  const { textOf } = useStepWords();
  const [word, setWord] = useState<OfficeWord>('like');
  const { progress, sendAll } = useSending();
  const plan = planChange(wishes ? props.pairs : [], (pair) => judgeWish(wishes?.get(pair.id), word));
  const onSave = async (): Promise<BulkResult> => {
    const words = plan.changing.map(({ id }): OwnWord => {
      const own = wishes?.get(id)?.own ?? null;
      return { pairId: id, said: word === NO_WORD ? null : word, was: own === 'no_thanks' ? null : own };
    });
    const sent = await sendAll(words, 'words', (part) => saying.run({ words: [...part] }));
    const undo = sent.values.flatMap((answer) => answer.undo.words);
    const step = undo.length > 0 ? steps.said(textOf('wish', pairsOf(plan, undo)), undo) : null;
    return { done: undo.length, left: sent.left.length, failure: sent.failure, step };
  };
  const wordOf = (value: string) => t(`word.${value as OfficeWord}`);
  return (
    <ChangeFrame {...props} {...{ plan, progress, wordOf, onSave }} kind="wish">
      {failure && <FormProblems errors={failure.errors} failed={failure.failed ?? null} />}
      <ChoiceChips legend={t('toWish')} values={WORDS} value={word} wordOf={wordOf} onChange={setWord} />
    </ChangeFrame>
  );
}

/** Gives many pairs the office's own weight, or gives them back to the evidence. */
export function WeightChange(props: ChangeProps) {
  const t = useTranslations('pair.pipeline.change');
  const { wishes, failure } = useRead();
  const weighing = useOperation(timetableOperations.weighPairs, { refreshes: 'soon' });
  const steps = usePairSteps();
  const { textOf } = useStepWords();
  const [chosen, setChosen] = useState<Weight>('3');
  const { progress, sendAll } = useSending();
  const weight = chosen === NO_WORD ? null : Number(chosen);
  const plan = planChange(wishes ? props.pairs : [], (pair) => judgeWeight(wishes?.get(pair.id), weight));
  const onSave = async (): Promise<BulkResult> => {
    const weights = plan.changing.map(
      ({ id }): OfficeWeight => ({ pairId: id, weight, was: wishes?.get(id)?.officeWeight ?? null }),
    );
    const sent = await sendAll(weights, 'weights', (part) => weighing.run({ weights: [...part] }));
    const undo = sent.values.flatMap((answer) => answer.undo.weights);
    const step = undo.length > 0 ? steps.weighed(textOf('weight', pairsOf(plan, undo)), undo) : null;
    return { done: undo.length, left: sent.left.length, failure: sent.failure, step };
  };
  const wordOf = (value: string) => (value === NO_WORD ? t('noWeight') : value);
  return (
    <ChangeFrame {...props} {...{ plan, progress, wordOf, onSave }} kind="weight">
      {failure && <FormProblems errors={failure.errors} failed={failure.failed ?? null} />}
      <ChoiceChips
        legend={t('toWeight')}
        values={WEIGHTS}
        value={chosen}
        wordOf={wordOf}
        onChange={setChosen}
      />
    </ChangeFrame>
  );
}

/** Those of a plan that were changed. */
function pairsOf({ changing }: ChangePlan, changed: readonly { pairId: string }[]): PairItem[] {
  const ids = new Set(changed.map(({ pairId }) => pairId));
  return changing.filter(({ id }) => ids.has(id));
}

/** What was said of the program's pairs, by their ids; null until it is read. */
function useRead(): { wishes: ReadonlyMap<string, WishItem> | null; failure: Failure | null } {
  const { program } = useParams<{ program?: string }>();
  const [read, setRead] = useState<ReturnType<typeof useRead>>({ wishes: null, failure: null });
  useEffect(() => {
    const stop = new AbortController();
    void call(
      timetableOperations.listWishes,
      {},
      { signal: stop.signal, ...(program ? { program } : {}) },
    ).then((answer) => {
      if (stop.signal.aborted) return;
      if (answer.ok)
        setRead({ wishes: new Map(answer.value.items.map((item) => [item.pair.id, item])), failure: null });
      else setRead({ wishes: null, failure: answer });
    });
    return () => stop.abort();
  }, [program]);
  return read;
}
