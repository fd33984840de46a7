'use client';

import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { CancelOrSave } from '@/components/form/form-buttons';
import { FormProblems } from '@/components/form/form-problems';
import { errorAt, errorsElsewhere, useOperation } from '@/components/form/use-operation';
import { ClockInput } from '@/components/ui/clock-input';
import { DateInput } from '@/components/ui/date-input';
import { Dialog } from '@/components/ui/dialog';
import { Select } from '@/components/ui/select';
import { TextArea } from '@/components/ui/text-area';
import { useToast } from '@/components/ui/toast';
import { SUMS, type Sum } from '@/lib/amount/rules';
import { parseDay } from '@/lib/core/days';
import { instantsOf } from '@/lib/core/zones';
import { reportOperations } from '@/lib/report/operations';
import { reportHref } from './address';
import { DraftPreview, useDraft } from './draft-preview';

type Props = {
  slug: string;
  /** IANA name: whose days and clocks the form speaks of. */
  zone: string;
  asOf: string;
  today: string;
  onClose: () => void;
};
const FIELDS = ['asOf', 'knownAt', 'sum', 'note'];

/** What is to be frozen, seen before it is; afterwards its own page opens. */
export function PublishDialog({ slug, zone, asOf, today, onClose }: Props) {
  const t = useTranslations('report.publish');
  const report = useTranslations('report');
  const funnel = useTranslations('funnel.sum');
  const toast = useToast();
  const router = useRouter();
  const [form, setForm] = useState({
    asOf,
    knownDay: '',
    knownTime: '',
    isSecond: false,
    sum: 'discussed' as Sum,
    note: '',
  });
  const set = (change: Partial<typeof form>) => setForm((before) => ({ ...before, ...change }));
  const { run, isBusy, errors, failed } = useOperation(reportOperations.publishReport, {
    refreshes: 'never',
  });
  const instants = instantsOfKnown(form, zone);
  const knownAt = (instants[form.isSecond ? 1 : 0] ?? instants[0])?.toISOString() ?? null;
  const isSkipped = form.knownDay !== '' && knownAt === null;
  const answer = useDraft(slug, { asOf: form.asOf, knownAt, sum: form.sum });
  const isReady = !isSkipped && answer?.ok === true && answer.value.sentences !== null;

  const publish = async () => {
    const { note, sum } = form;
    const known = knownAt ? { knownAt } : {};
    const result = await run({ asOf: form.asOf, sum, ...known, ...(note.trim() ? { note } : {}) });
    if (!result.ok) return;
    const { number } = result.value;
    toast({ text: t('done', { number: report('number', { number }) }) });
    router.push(reportHref(slug, number));
    onClose();
  };
  const footer = (
    <CancelOrSave save={t('do')} busy={isBusy} disabled={!isReady} onCancel={onClose} onSave={publish} />
  );
  return (
    <Dialog
      open
      size="lg"
      onClose={onClose}
      title={t('title')}
      description={t('text')}
      footer={footer}
      locked={isBusy}
    >
      <div className="grid gap-6 md:grid-cols-[18rem_minmax(0,1fr)]">
        <div className="grid content-start gap-4">
          <FormProblems errors={errorsElsewhere(errors, FIELDS)} failed={failed} />
          <DateInput
            label={t('asOf')}
            value={form.asOf}
            max={today}
            required
            error={errorAt(errors, 'asOf')}
            onChange={(event) => set({ asOf: event.target.value })}
          />
          <Select
            label={t('sum')}
            hint={t('sumHint')}
            value={form.sum}
            error={errorAt(errors, 'sum')}
            options={SUMS.map((sum) => ({ value: sum, label: funnel(sum) }))}
            onChange={(event) => set({ sum: event.target.value as Sum })}
          />
          <div className="grid grid-cols-[minmax(0,1fr)_7rem] gap-2">
            <DateInput
              label={t('knownDay')}
              value={form.knownDay}
              max={today}
              error={errorAt(errors, 'knownAt')}
              onChange={(event) => set({ knownDay: event.target.value })}
            />
            <ClockInput
              label={t('knownTime')}
              value={{ time: form.knownTime, isSecond: form.isSecond }}
              instants={instants}
              isWhole={form.knownDay !== ''}
              zone={zone}
              disabled={!form.knownDay}
              onChange={({ time: knownTime, isSecond }) => set({ knownTime, isSecond })}
            />
            <p className="col-span-2 text-sm text-ink-2">{t('knownHint', { zone })}</p>
          </div>
          <TextArea
            label={t('note')}
            rows={2}
            maxLength={500}
            value={form.note}
            error={errorAt(errors, 'note')}
            onChange={(event) => set({ note: event.target.value })}
          />
        </div>
        <DraftPreview answer={answer} />
      </div>
    </Dialog>
  );
}

/** The end of the day, where a day is named without its time. */
function instantsOfKnown({ knownDay, knownTime }: { knownDay: string; knownTime: string }, zone: string) {
  const day = parseDay(knownDay);
  return day ? instantsOf(day, knownTime || '23:59', zone) : [];
}
