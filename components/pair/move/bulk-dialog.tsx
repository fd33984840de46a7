'use client';

import { useTranslations } from 'next-intl';
import { useMemo, useState } from 'react';
import { CancelOrSave } from '@/components/form/form-buttons';
import { FormProblems } from '@/components/form/form-problems';
import { Dialog } from '@/components/ui/dialog';
import { RampTile } from '@/components/ui/ramp-tile';
import { TextArea } from '@/components/ui/text-area';
import { STAGES, type Stage } from '@/lib/pair/rules/stages';
import type { PairItem } from '@/lib/pair/schema';
import { toneOfStage } from '../stage-tone';
import { countOf, type MoveReason, planMoves } from './move-plan';
import { useMoveWords } from './move-words';

type Props = {
  pairs: readonly PairItem[];
  progress: { done: number; all: number } | null;
  onClose: () => void;
  onMove: (pairs: readonly PairItem[], stage: Stage, reason: string) => Promise<boolean>;
};

/** What a move of many would do, before it is done: how many go, which wait for a reason, which stay and why. */
export function BulkDialog({ pairs, progress, onClose, onMove }: Props) {
  const t = useTranslations('pair.pipeline');
  const words = useMoveWords();
  const [stage, setStage] = useState<Stage>(() => likelyStage(pairs));
  const [reason, setReason] = useState('');
  const [isUnreached, setIsUnreached] = useState(false);
  const plan = useMemo(() => planMoves(pairs, stage, reason), [pairs, stage, reason]);
  // Without the reason typed so far: the field must not go away while it is being filled in.
  const asks = useMemo(() => countOf(planMoves(pairs, stage).asking), [pairs, stage]);
  const move = async () => {
    const isDone = await onMove(plan.moving, stage, reason.trim());
    setIsUnreached(!isDone);
    if (isDone) onClose();
  };
  const footer = (
    <CancelOrSave
      save={
        progress
          ? t('bulk.progress', { done: progress.done, all: progress.all })
          : t('bulk.confirm', { count: plan.moving.length })
      }
      busy={progress !== null}
      disabled={plan.moving.length === 0}
      onCancel={onClose}
      onSave={move}
    />
  );
  return (
    <Dialog
      open
      onClose={onClose}
      title={t('bulk.title', { count: pairs.length })}
      footer={footer}
      locked={progress !== null}
    >
      <div className="grid gap-5 pb-1">
        {isUnreached && <FormProblems errors={[]} failed="unreachable" />}
        <fieldset>
          <legend className="pb-2 font-bold">{t('bulk.to')}</legend>
          <div className="flex flex-wrap gap-2">
            {STAGES.map((one) => (
              <label key={one} className="ui-chip">
                <input
                  type="radio"
                  className="sr-only"
                  name="bulk-stage"
                  checked={one === stage}
                  onChange={() => setStage(one)}
                />
                <RampTile tone={toneOfStage(one)} style={{ '--tile': '1.25rem' } as React.CSSProperties} />
                {words.stage(one)}
              </label>
            ))}
          </div>
        </fieldset>
        <div role="status" className="grid gap-3">
          {(plan.moving.length > 0 || plan.asking.size === 0) && (
            <p className="text-md font-bold">
              {plan.moving.length > 0 ? t('bulk.moves', { count: plan.moving.length }) : t('bulk.nothing')}
            </p>
          )}
          <Held held={plan.asking} text={t('bulk.needReason', { count: countOf(plan.asking) })} />
          <Held held={plan.staying} text={t('bulk.refused', { count: countOf(plan.staying) })} />
        </div>
        {asks > 0 && (
          <TextArea
            label={t('move.reason')}
            hint={t('move.reasonHint')}
            value={reason}
            maxLength={500}
            onChange={(event) => setReason(event.target.value)}
          />
        )}
      </div>
    </Dialog>
  );
}

/** One further than where most of them stand. */
function likelyStage(pairs: readonly PairItem[]): Stage {
  const byStage = Map.groupBy(pairs, ({ stage }) => STAGES.indexOf(stage));
  const [most] = [...byStage].sort((a, b) => b[1].length - a[1].length);
  return STAGES[Math.min((most?.[0] ?? 0) + 1, STAGES.length - 1)] ?? 'follow_up';
}

const NAMED = 40;

function Held({ held, text }: { held: ReadonlyMap<MoveReason, readonly PairItem[]>; text: string }) {
  const t = useTranslations('pair.pipeline');
  const words = useMoveWords();
  if (held.size === 0) return null;
  return (
    <div className="grid gap-1 text-sm">
      <p>{text}</p>
      {[...held].map(([why, pairs]) => (
        <details key={why} className="ps-3 text-ink-2">
          <summary className="cursor-pointer">
            {t('bulk.group', { why: t(`bulk.why.${why}`), count: pairs.length })}
          </summary>
          <ul className="max-h-40 list-disc overflow-y-auto ps-6">
            {pairs.slice(0, NAMED).map((pair) => (
              <li key={pair.id}>{words.pairName(pair)}</li>
            ))}
            {pairs.length > NAMED && <li>+{pairs.length - NAMED}</li>}
          </ul>
        </details>
      ))}
    </div>
  );
}
