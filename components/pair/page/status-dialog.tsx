'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { FormProblems } from '@/components/form/form-problems';
import { useActionCall } from '@/components/form/use-action-call';
import { errorAt, errorsElsewhere } from '@/components/form/use-operation';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { Select } from '@/components/ui/select';
import { TextArea } from '@/components/ui/text-area';
import { changeStatusAction } from '@/lib/pair/actions';
import { isClosed, type PairStatus, STATUS_TABLE } from '@/lib/pair/rules/stages';
import type { MovingPair } from './move-menu';
import { instantOf, isNow, NOW, WhenFields } from './when-fields';

type Props = {
  slug: string;
  pair: MovingPair;
  status: PairStatus;
  homeZone: string;
  zoneText: string;
  onClose: () => void;
  onDone: (status: PairStatus, eventId: string) => void;
};

/** A close or a hold with its reason: one of the known ones, in words, or both. */
export function StatusDialog({ slug, pair, status, homeZone, zoneText, onClose, onDone }: Props) {
  const t = useTranslations('pair');
  const [reasonCode, setReasonCode] = useState('');
  const [reason, setReason] = useState('');
  const [when, setWhen] = useState(NOW);
  const { run, isBusy, errors, failed } = useActionCall((input: object, key) =>
    changeStatusAction(slug, input, key),
  );

  const change = async () => {
    const effectiveAt = instantOf(when, homeZone);
    // The field says that the clocks skip this time; saved as "now" it would be wrong.
    if (!effectiveAt && !isNow(when)) return;
    const result = await run({
      pairId: pair.id,
      status,
      version: pair.version,
      ...(reasonCode ? { reasonCode } : {}),
      ...(reason.trim() ? { reason } : {}),
      ...(effectiveAt ? { effectiveAt } : {}),
    });
    if (!result.ok) return;
    onClose();
    onDone(status, result.value.eventId);
  };
  const footer = (
    <>
      <Button onClick={onClose} disabled={isBusy}>
        {t('page.cancel')}
      </Button>
      <Button tone="primary" busy={isBusy} onClick={change}>
        {t(`page.to.${status}`)}
      </Button>
    </>
  );
  return (
    <Dialog
      open
      onClose={onClose}
      title={t(`page.to.${status}`)}
      description={t(isClosed(status) ? 'page.closeText' : 'page.holdText')}
      footer={footer}
      size="sm"
      locked={isBusy}
    >
      <div className="grid gap-4">
        <FormProblems
          errors={errorsElsewhere(errors, ['reason', 'reasonCode', 'effectiveAt'])}
          failed={failed}
        />
        <Select
          label={t('page.reason')}
          value={reasonCode}
          emptyLabel={t('page.chooseReason')}
          error={errorAt(errors, 'reasonCode')}
          options={STATUS_TABLE[status].codes.map((code) => ({ value: code, label: t(`reason.${code}`) }))}
          onChange={(event) => setReasonCode(event.target.value)}
        />
        <TextArea
          label={t('page.reasonInWords')}
          value={reason}
          maxLength={500}
          error={errorAt(errors, 'reason')}
          onChange={(event) => setReason(event.target.value)}
        />
        <WhenFields
          value={when}
          zone={homeZone}
          zoneText={zoneText}
          error={errorAt(errors, 'effectiveAt')}
          onChange={setWhen}
        />
      </div>
    </Dialog>
  );
}
