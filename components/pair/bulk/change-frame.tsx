'use client';

import { useTranslations } from 'next-intl';
import { type ReactNode, useState } from 'react';
import type { Failure } from '@/components/form/call';
import { CancelOrSave } from '@/components/form/form-buttons';
import { FormProblems } from '@/components/form/form-problems';
import { Dialog } from '@/components/ui/dialog';
import { useToast } from '@/components/ui/toast';
import type { PairItem } from '@/lib/pair/schema';
import type { BulkResult } from '../history/use-bulk-edit';
import { usePairSteps } from '../history/use-pair-steps';
import type { BulkProgress } from '../history/use-sending';
import { useMoveWords } from '../move/move-words';
import type { ChangePlan } from './change-plan';

export type BulkKind = 'status' | 'owner' | 'nextStep' | 'wish' | 'weight';
/** What every change of many is given. */
export type ChangeProps = {
  pairs: readonly PairItem[];
  onClose: () => void;
  /** Everything that could be changed is; the choice of rows has served. */
  onDone: () => void;
};
type Props = ChangeProps & {
  kind: BulkKind;
  plan: ChangePlan;
  progress: BulkProgress;
  /** What is asked for is not complete yet, such as a reason. */
  isIncomplete?: boolean;
  /** Nothing was asked for yet: there is nothing to preview. */
  isUntouched?: boolean;
  /** How a value of the plan is written; as it is where this is not given. */
  wordOf?: (value: string) => string;
  onSave: () => Promise<BulkResult>;
  children: ReactNode;
};

/** A change of many before it is made: what is asked for, how many change from what to what, which stay, and why. */
export function ChangeFrame(props: Props) {
  const { kind, pairs, plan, progress, isIncomplete, isUntouched, onSave, onClose } = props;
  const { wordOf = (value) => value } = props;
  const t = useTranslations('pair.pipeline.change');
  const what = useTranslations('pair.history')(`what.${kind}`);
  const toast = useToast();
  const steps = usePairSteps();
  const [failure, setFailure] = useState<Failure | null>(null);
  const save = async () => {
    const { done, left, failure: failed, step } = await onSave();
    if (step) toast({ text: t('done', { count: done, what }), undo: () => steps.undo(step) });
    if (left > 0) toast({ tone: 'danger', text: t('partly', { left }) });
    setFailure(failed);
    if (failed) return;
    props.onDone();
    onClose();
  };
  return (
    <Dialog
      open
      onClose={onClose}
      locked={progress !== null}
      title={t('title', { what, count: pairs.length })}
      footer={
        <CancelOrSave
          save={
            progress
              ? t('progress', progress)
              : isUntouched
                ? t('menu')
                : t('confirm', { count: plan.changing.length })
          }
          busy={progress !== null}
          disabled={plan.changing.length === 0 || isIncomplete === true}
          onCancel={onClose}
          onSave={save}
        />
      }
    >
      <div className="grid gap-5 pb-1">
        {failure && <FormProblems errors={failure.errors} failed={failure.failed ?? null} />}
        {props.children}
        <div role="status" className="grid gap-3 text-sm">
          {!isUntouched && <Preview {...{ plan, wordOf }} />}
        </div>
      </div>
    </Dialog>
  );
}

/** How many change from what to what, which are so already, and which cannot and why. */
function Preview({ plan, wordOf }: { plan: ChangePlan; wordOf: (value: string) => string }) {
  const t = useTranslations('pair.pipeline.change');
  return (
    <>
      <p className="text-md font-bold">
        {plan.changing.length > 0 ? t('changes', { count: plan.changing.length }) : t('nothing')}
      </p>
      {plan.groups.map(({ from, to, pairs }) => (
        <Named
          key={`${from} ${to}`}
          title={t('group', { from: wordOf(from), to: wordOf(to), count: pairs.length })}
          pairs={pairs}
        />
      ))}
      {plan.same.length > 0 && <Named title={t('same', { count: plan.same.length })} pairs={plan.same} />}
      {[...plan.refused].map(([why, pairs]) => (
        <Named key={why} title={t('refused', { why: t(`why.${why}`), count: pairs.length })} pairs={pairs} />
      ))}
    </>
  );
}

const MOST_NAMES = 40;

function Named({ title, pairs }: { title: string; pairs: readonly PairItem[] }) {
  const { pairName } = useMoveWords();
  return (
    <details className="text-ink-2">
      <summary className="cursor-pointer break-words">{title}</summary>
      <ul className="max-h-40 list-disc overflow-y-auto ps-6">
        {pairs.slice(0, MOST_NAMES).map((pair) => (
          <li key={pair.id}>{pairName(pair)}</li>
        ))}
        {pairs.length > MOST_NAMES && <li>+{pairs.length - MOST_NAMES}</li>}
      </ul>
    </details>
  );
}

type ChipsProps<Value extends string> = {
  legend: string;
  values: readonly Value[];
  value: Value;
  wordOf: (value: Value) => string;
  onChange: (value: Value) => void;
};

/** One of a few values. */
export function ChoiceChips<Value extends string>({
  legend,
  values,
  value,
  wordOf,
  onChange,
}: ChipsProps<Value>) {
  return (
    <fieldset>
      <legend className="pb-2 font-bold">{legend}</legend>
      <div className="flex flex-wrap gap-2">
        {values.map((one) => (
          <label key={one} className="ui-chip">
            <input
              type="radio"
              className="sr-only"
              name={legend}
              checked={one === value}
              onChange={() => onChange(one)}
            />
            {wordOf(one)}
          </label>
        ))}
      </div>
    </fieldset>
  );
}
