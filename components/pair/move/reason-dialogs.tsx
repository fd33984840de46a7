'use client';

import { useTranslations } from 'next-intl';
import { type ReactNode, useState } from 'react';
import type { Answer, Failure } from '@/components/form/call';
import { CancelOrSave } from '@/components/form/form-buttons';
import { FormProblems } from '@/components/form/form-problems';
import { errorAt, errorsElsewhere } from '@/components/form/use-operation';
import { isShortcut } from '@/components/shell/shortcuts';
import { ClockInput, type ClockTime } from '@/components/ui/clock-input';
import { DateInput } from '@/components/ui/date-input';
import { Dialog } from '@/components/ui/dialog';
import { Notice } from '@/components/ui/notice';
import { Select } from '@/components/ui/select';
import { TextArea } from '@/components/ui/text-area';
import { zoneName } from '@/lib/core/dates';
import { parseDay } from '@/lib/core/days';
import { instantsOf } from '@/lib/core/zones';
import {
  isClosed,
  type PairStatus,
  type ReasonCode,
  STAGES,
  STATUS_TABLE,
  type Stage,
} from '@/lib/pair/rules/stages';
import type { PairItem } from '@/lib/pair/schema';
import { planMove } from './move-plan';
import { useMoveWords } from './move-words';

type Given = { reason?: string; effectiveAt?: string };
type Send<Input> = (input: Input) => Promise<Answer<unknown>>;

type StageProps = {
  pair: PairItem;
  stage: Stage;
  zone: string;
  onClose: () => void;
  onSend: Send<Given & { stage: Stage }>;
};

/** Asks for what a move needs: the reason for going back or for what is missing, and when it happened. */
export function StageDialog({ pair, stage: chosen, zone, onClose, onSend }: StageProps) {
  const t = useTranslations('pair');
  const words = useMoveWords();
  const [stage, setStage] = useState(chosen);
  const { reasons } = planMove(pair, stage);
  return (
    <ReasonDialog
      title={t('pipeline.move.confirm')}
      text={t('pipeline.move.from', { pair: words.pairName(pair), stage: words.stage(pair.stage) })}
      save={t('pipeline.move.confirm')}
      isRequired={reasons.length > 0}
      fields={['stage']}
      {...{ zone, onClose }}
      onSend={(given) => onSend({ ...given, stage })}
    >
      {(error) => (
        <>
          <Select
            label={t('pipeline.move.toStage')}
            value={stage}
            error={error('stage')}
            options={STAGES.filter((each) => each !== pair.stage).map((each) => ({
              value: each,
              label: words.stage(each),
            }))}
            onChange={(event) => setStage(STAGES.find((each) => each === event.target.value) ?? chosen)}
          />
          {reasons.length > 0 && (
            <Notice tone="warn">
              <ul className="grid gap-1">
                {reasons.map((one) => (
                  <li key={one}>{t(`refusal.${one}`)}</li>
                ))}
              </ul>
            </Notice>
          )}
        </>
      )}
    </ReasonDialog>
  );
}

type StatusProps = {
  pair: PairItem;
  status: PairStatus;
  zone: string;
  onClose: () => void;
  onSend: Send<Given & { status: PairStatus; reasonCode?: ReasonCode }>;
};

/** Closing or holding a pair, with its reason: one of the known ones, in words, or both. */
export function StatusDialog({ pair, status, zone, onClose, onSend }: StatusProps) {
  const t = useTranslations('pair');
  const words = useMoveWords();
  const [reasonCode, setReasonCode] = useState<ReasonCode | null>(null);
  const { codes } = STATUS_TABLE[status];
  return (
    <ReasonDialog
      title={t(`pipeline.move.statusTitle.${status}`)}
      text={words.pairName(pair)}
      save={t(`pipeline.move.statusConfirm.${status}`)}
      fields={['reasonCode']}
      {...{ zone, onClose }}
      onSend={(given) => onSend({ ...given, status, ...(reasonCode ? { reasonCode } : {}) })}
    >
      {(error) => (
        <>
          <p className="text-sm text-ink-2">
            {t(isClosed(status) ? 'pipeline.move.closeText' : 'pipeline.move.holdText')}
          </p>
          <Select
            label={t('pipeline.move.why')}
            value={reasonCode ?? ''}
            emptyLabel={t('pipeline.move.chooseReason')}
            error={error('reasonCode')}
            options={codes.map((code) => ({ value: code, label: t(`reason.${code}`) }))}
            onChange={(event) => setReasonCode(codes.find((code) => code === event.target.value) ?? null)}
          />
        </>
      )}
    </ReasonDialog>
  );
}

type Props = {
  title: string;
  text: string;
  save: string;
  /** A move needs its reason in words; a change of status takes a known one instead. */
  isRequired?: boolean;
  zone: string;
  /** What `children` show the refusals of. */
  fields: readonly string[];
  onClose: () => void;
  onSend: Send<Given>;
  children: (error: (field: string) => string | undefined) => ReactNode;
};

/** A reason in words and when it happened. It stays, with what was typed, until the change is made. */
function ReasonDialog({ title, text, save, isRequired, zone, fields, onClose, onSend, children }: Props) {
  const t = useTranslations('pair.pipeline.move');
  const [reason, setReason] = useState('');
  const [when, setWhen] = useState(NOW);
  const [isBusy, setIsBusy] = useState(false);
  const [failure, setFailure] = useState<Failure | null>(null);
  const errors = failure?.errors ?? [];
  const submit = async () => {
    const effectiveAt = instantOf(when, zone);
    // The field says that the clocks skip this time; saved as "now" it would be wrong.
    if (isBusy || (!effectiveAt && !isNow(when))) return;
    setIsBusy(true);
    const answer = await onSend({
      ...(reason.trim() ? { reason: reason.trim() } : {}),
      ...(effectiveAt ? { effectiveAt } : {}),
    });
    setIsBusy(false);
    if (answer.ok) return onClose();
    setFailure(answer);
  };
  return (
    <Dialog
      open
      onClose={onClose}
      title={title}
      description={text}
      footer={<CancelOrSave save={save} busy={isBusy} onCancel={onClose} onSave={submit} />}
      size="sm"
      locked={isBusy}
    >
      <div className="grid gap-4 pb-1">
        {failure && (
          <FormProblems
            errors={errorsElsewhere(errors, ['reason', 'effectiveAt', ...fields])}
            failed={failure.failed ?? null}
          />
        )}
        {children((field) => errorAt(errors, field))}
        <TextArea
          label={t(isRequired === undefined ? 'whyText' : 'reason')}
          hint={t('reasonHint')}
          value={reason}
          maxLength={500}
          required={isRequired}
          error={errorAt(errors, 'reason')}
          onChange={(event) => setReason(event.target.value)}
          onKeyDown={(event) => {
            if (isShortcut(event, 'form.save')) void submit();
          }}
        />
        <WhenFields value={when} zone={zone} error={errorAt(errors, 'effectiveAt')} onChange={setWhen} />
      </div>
    </Dialog>
  );
}

type When = ClockTime & { day: string };
export const NOW: When = { day: '', time: '', isSecond: false };
type WhenProps = {
  value: When;
  zone: string;
  error?: string | undefined;
  onChange: (when: When) => void;
};

/** When something happened, if not now: both empty means now. */
function WhenFields({ value, zone, error, onChange }: WhenProps) {
  const t = useTranslations('pair.pipeline.move');
  return (
    <fieldset className="grid gap-2">
      <legend className="pb-1 text-sm font-medium">{t('when')}</legend>
      <p className="text-sm text-ink-2">{t('whenHint', { zone: zoneName(new Date(), zone) })}</p>
      <div className="grid grid-cols-2 gap-2">
        <DateInput
          label={t('whenDay')}
          value={value.day}
          error={error}
          onChange={(event) => onChange({ ...value, day: event.target.value })}
        />
        <ClockInput
          label={t('whenTime')}
          value={value}
          instants={instantsOfWhen(value, zone)}
          isWhole={!isNow(value)}
          zone={zone}
          onChange={(time) => onChange({ ...value, ...time })}
        />
      </div>
    </fieldset>
  );
}

/** Without a day. */
export function isNow({ day }: When): boolean {
  return parseDay(day) === null;
}

/** A day without a time is its noon. Nothing for "now", and for a time that the clocks skip. */
function instantsOfWhen({ day, time }: When, zone: string): readonly Date[] {
  const date = parseDay(day);
  return date ? instantsOf(date, time || '12:00', zone) : [];
}

/** The instant as ISO; null for "now" and for a time that the clocks skip. */
export function instantOf(when: When, zone: string): string | null {
  const instants = instantsOfWhen(when, zone);
  return (instants[when.isSecond ? 1 : 0] ?? instants[0])?.toISOString() ?? null;
}
