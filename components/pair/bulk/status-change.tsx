'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { Select } from '@/components/ui/select';
import { TextArea } from '@/components/ui/text-area';
import { type PairStatus, type ReasonCode, STATUS_TABLE, STATUSES } from '@/lib/pair/rules/stages';
import type { PairItem } from '@/lib/pair/schema';
import { useBulkMove } from '../move/use-bulk-move';
import { ChangeFrame, type ChangeProps, ChoiceChips } from './change-frame';
import { judgeStatus, planChange } from './change-plan';

/** Opens, closes or holds many pairs for one reason. */
export function StatusChange({ show, ...props }: ChangeProps & { show: (pair: PairItem) => void }) {
  const t = useTranslations('pair');
  const bulk = useBulkMove({ show });
  const [status, setStatus] = useState<PairStatus>('on_hold');
  const [reasonCode, setReasonCode] = useState<ReasonCode | null>(null);
  const [reason, setReason] = useState('');
  const { needsReason, codes } = STATUS_TABLE[status];
  const plan = planChange(props.pairs, (pair) => judgeStatus(pair, status));
  const code = codes.find((each) => each === reasonCode);
  return (
    <ChangeFrame
      {...props}
      kind="status"
      plan={plan}
      progress={bulk.progress}
      isIncomplete={needsReason && !code}
      wordOf={(value) => t(`status.${value as PairStatus}`)}
      onSave={() =>
        bulk.changeStatuses(plan.changing, {
          status,
          ...(needsReason && code ? { reasonCode: code } : {}),
          ...(reason.trim() ? { reason: reason.trim() } : {}),
        })
      }
    >
      <ChoiceChips
        legend={t('pipeline.change.toStatus')}
        values={STATUSES}
        value={status}
        wordOf={(one) => t(`status.${one}`)}
        onChange={setStatus}
      />
      {needsReason && (
        <>
          <Select
            label={t('pipeline.move.why')}
            required
            value={code ?? ''}
            emptyLabel={t('pipeline.move.chooseReason')}
            options={codes.map((each) => ({ value: each, label: t(`reason.${each}`) }))}
            onChange={(event) => setReasonCode(codes.find((each) => each === event.target.value) ?? null)}
          />
          <TextArea
            label={t('pipeline.move.whyText')}
            hint={t('pipeline.move.reasonHint')}
            value={reason}
            maxLength={500}
            onChange={(event) => setReason(event.target.value)}
          />
        </>
      )}
    </ChangeFrame>
  );
}
