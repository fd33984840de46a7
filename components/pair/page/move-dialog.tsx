'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { FormProblems } from '@/components/form/form-problems';
import { useActionCall } from '@/components/form/use-action-call';
import { errorAt, errorsElsewhere } from '@/components/form/use-operation';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { Notice } from '@/components/ui/notice';
import { Select } from '@/components/ui/select';
import { TextArea } from '@/components/ui/text-area';
import { moveStageAction } from '@/lib/pair/actions';
import { isLaterStage, STAGE_TABLE, STAGES, type Stage } from '@/lib/pair/rules/stages';
import type { MovingPair } from './move-menu';
import { instantOf, isNow, NOW, WhenFields } from './when-fields';

type Props = {
  slug: string;
  pair: MovingPair;
  stage: Stage;
  homeZone: string;
  zoneText: string;
  onClose: () => void;
  onDone: (stage: Stage, eventId: string) => void;
};

/** Asks for what a move needs: the reason for going back or for what is missing, and when it happened. */
export function MoveDialog({ slug, pair, stage: chosen, homeZone, zoneText, onClose, onDone }: Props) {
  const t = useTranslations('pair');
  const [stage, setStage] = useState(chosen);
  const [reason, setReason] = useState('');
  const [when, setWhen] = useState(NOW);
  const { run, isBusy, errors, failed } = useActionCall((input: object, key) =>
    moveStageAction(slug, input, key),
  );
  const back = isLaterStage(pair.stage, stage);
  const missing = back ? [] : pair.gates;

  const move = async () => {
    const effectiveAt = instantOf(when, homeZone);
    // The field says that the clocks skip this time; saved as "now" it would be wrong.
    if (!effectiveAt && !isNow(when)) return;
    const result = await run({
      pairId: pair.id,
      stage,
      version: pair.version,
      ...(reason.trim() ? { reason } : {}),
      ...(effectiveAt ? { effectiveAt } : {}),
    });
    if (!result.ok) return;
    onClose();
    onDone(stage, result.value.eventId);
  };
  const footer = (
    <>
      <Button onClick={onClose} disabled={isBusy}>
        {t('page.cancel')}
      </Button>
      <Button tone="primary" busy={isBusy} onClick={move}>
        {t('page.moveHere')}
      </Button>
    </>
  );
  return (
    <Dialog open onClose={onClose} title={t('page.move')} footer={footer} size="sm" locked={isBusy}>
      <div className="grid gap-4">
        <FormProblems errors={errorsElsewhere(errors, ['reason', 'effectiveAt', 'stage'])} failed={failed} />
        <Select
          label={t('page.toStage')}
          value={stage}
          error={errorAt(errors, 'stage')}
          options={STAGES.filter((each) => each !== pair.stage).map((each) => ({
            value: each,
            label: `${STAGE_TABLE[each].sign} ${t(`stage.${each}`)}`,
          }))}
          onChange={(event) => setStage(STAGES.find((each) => each === event.target.value) ?? chosen)}
        />
        {missing.length > 0 && (
          <Notice tone="warn" title={t('page.missing', { stage: t(`stage.${pair.stage}`) })}>
            <ul className="list-disc ps-5">
              {missing.map((gate) => (
                <li key={gate.needs}>{t(`page.gate.${gate.needs}`)}</li>
              ))}
            </ul>
          </Notice>
        )}
        <TextArea
          label={t('page.reason')}
          value={reason}
          maxLength={500}
          required={back || missing.length > 0}
          hint={back && !errorAt(errors, 'reason') ? t('page.backReasonHint') : undefined}
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
