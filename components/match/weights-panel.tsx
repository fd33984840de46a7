'use client';

import { ChevronDown, ChevronUp } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useId, useState } from 'react';
import { useOperation } from '@/components/form/use-operation';
import { Button } from '@/components/ui/button';
import { classNames } from '@/components/ui/class-names';
import { FieldNotes } from '@/components/ui/field';
import { Panel } from '@/components/ui/panel';
import { useToast } from '@/components/ui/toast';
import { matchOperations } from '@/lib/match/operations';
import { FACTORS } from '@/lib/match/rules/factors';
import { USUAL_WEIGHTS, type Weights, writeWeights } from '@/lib/match/rules/score';
import type { KeptWeights } from '@/lib/match/schema';

type Props = {
  kept: KeptWeights;
  weights: Weights;
  canSet: boolean;
  onChange: (weights: Weights) => void;
};

/** How much each factor counts: tried at once by moving it, kept for everybody by saving. On a phone it is opened first. */
export function WeightsPanel({ kept, weights, canSet, onChange }: Props) {
  const t = useTranslations('match.weights');
  const factors = useTranslations('match.factor');
  const toast = useToast();
  const [isOpen, setOpen] = useState(false);
  const body = useId();
  const { run, isPending } = useOperation(matchOperations.setMatchWeights, { tells: 'toast' });
  const total = FACTORS.reduce((sum, factor) => sum + weights[factor], 0);
  const isChanged = writeWeights(weights) !== writeWeights(kept.weights);
  const set = (factor: keyof Weights, text: string) => {
    const value = Number(text.replace(/\D/g, '').slice(0, 3) || '0');
    onChange({ ...weights, [factor]: Math.min(100, value) });
  };
  const save = async () => {
    const answer = await run({ weights, version: kept.version });
    if (!answer.ok) return;
    const { version } = answer.value;
    toast({
      text: t('saved'),
      undo: async () => {
        const undone = await run({ weights: kept.weights, version });
        if (undone.ok) onChange(kept.weights);
      },
    });
  };
  return (
    <Panel
      title={t('title')}
      note={kept.version === 0 && !isChanged ? t('usual') : undefined}
      actions={
        <Button
          className="sm:hidden"
          size="sm"
          aria-expanded={isOpen}
          aria-controls={body}
          icon={
            isOpen ? <ChevronUp aria-hidden="true" size={16} /> : <ChevronDown aria-hidden="true" size={16} />
          }
          onClick={() => setOpen(!isOpen)}
        >
          {t(isOpen ? 'fold' : 'unfold')}
        </Button>
      }
    >
      <div id={body} className={classNames('grid gap-4', !isOpen && 'max-sm:hidden')}>
        <div className="grid gap-3">
          {FACTORS.map((factor) => (
            <div
              key={factor}
              className="grid grid-cols-[minmax(0,1fr)_auto_auto] items-center gap-x-2 gap-y-1"
            >
              <label htmlFor={`weight-${factor}`} className="text-sm font-medium">
                {factors(factor)}
              </label>
              <span className="text-xs tabular-nums text-ink-2">
                {total > 0 && t('share', { percent: Math.round((100 * weights[factor]) / total) })}
              </span>
              <input
                id={`weight-${factor}`}
                inputMode="numeric"
                autoComplete="off"
                className="ui-control w-14 rounded-md border border-line-3 bg-surface px-2 py-1 text-end tabular-nums"
                value={weights[factor]}
                onChange={(event) => set(factor, event.target.value)}
              />
              <input
                type="range"
                min={0}
                max={100}
                step={5}
                aria-label={factors(factor)}
                className="col-span-3 w-full accent-action"
                value={weights[factor]}
                onChange={(event) => set(factor, event.target.value)}
              />
            </div>
          ))}
        </div>
        <FieldNotes id="weights" hint={t('hint')} error={total === 0 ? t('none') : undefined} />
        <div className="flex flex-wrap gap-2">
          {canSet && (
            <Button
              size="sm"
              tone="primary"
              busy={isPending}
              disabled={!isChanged || total === 0}
              onClick={save}
            >
              {t('save')}
            </Button>
          )}
          {isChanged && (
            <Button size="sm" onClick={() => onChange(kept.weights)}>
              {t('back')}
            </Button>
          )}
          {writeWeights(weights) !== writeWeights(USUAL_WEIGHTS) && (
            <Button size="sm" onClick={() => onChange(USUAL_WEIGHTS)}>
              {t('toUsual')}
            </Button>
          )}
        </div>
      </div>
    </Panel>
  );
}
