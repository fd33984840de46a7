'use client';

import { useTranslations } from 'next-intl';
import { FormProblems } from '@/components/form/form-problems';
import { useForm } from '@/components/form/use-form';
import { Button } from '@/components/ui/button';
import { Checkbox } from '@/components/ui/checkbox';
import { Combobox } from '@/components/ui/combobox';
import type { ComboboxOption } from '@/components/ui/combobox-filter';
import { DateInput } from '@/components/ui/date-input';
import { NumberInput } from '@/components/ui/number-input';
import type { ActionResult } from '@/lib/platform/action';

export type StageValues = {
  startsOn: string;
  endsOn: string;
  timeZone: string;
  meetingMinutes: string;
  usesTables: boolean;
  /** Empty for none. */
  targetDays: string;
};
type Props = {
  initial: StageValues;
  zones: readonly ComboboxOption[];
  send: (values: StageValues) => Promise<ActionResult<unknown>>;
  onDone: () => void;
  onCancel: () => void;
};

export function StageForm({ initial, zones, send, onDone, onCancel }: Props) {
  const t = useTranslations('program.stages');
  const common = useTranslations('common');
  const form = useForm({ initial, send, done: onDone });
  const { values, set, error } = form;
  return (
    <form {...form.props} className="grid gap-5 pb-5">
      <FormProblems errors={form.problems} failed={form.failed} />
      <div className="grid grid-cols-2 gap-4">
        <DateInput
          label={t('startsOn')}
          required
          name="startsOn"
          value={values.startsOn}
          error={error('startsOn')}
          onChange={(event) => {
            set('startsOn', event.target.value);
            if (!values.endsOn) set('endsOn', event.target.value);
          }}
        />
        <DateInput
          label={t('endsOn')}
          required
          min={values.startsOn}
          name="endsOn"
          value={values.endsOn}
          error={error('endsOn')}
          onChange={(event) => set('endsOn', event.target.value)}
        />
      </div>
      <Combobox
        label={t('timeZone')}
        required
        options={zones}
        defaultValue={values.timeZone}
        error={error('timeZone')}
        onChange={(value) => set('timeZone', value)}
      />
      <div className="grid grid-cols-2 items-end gap-4">
        <NumberInput
          label={t('meetingMinutes')}
          required
          name="meetingMinutes"
          value={values.meetingMinutes}
          error={error('meetingMinutes')}
          onChange={(event) => set('meetingMinutes', event.target.value)}
        />
        <Checkbox
          label={t('usesTables')}
          name="usesTables"
          checked={values.usesTables}
          onChange={(event) => set('usesTables', event.target.checked)}
        />
      </div>
      <NumberInput
        label={t('targetDays')}
        hint={t('targetDaysHint')}
        name="targetDays"
        value={values.targetDays}
        error={error('targetDays')}
        onChange={(event) => set('targetDays', event.target.value)}
      />
      <div className="flex justify-end gap-2 max-sm:[&>*]:flex-1">
        <Button onClick={onCancel} disabled={form.busy}>
          {common('cancel')}
        </Button>
        <Button type="submit" tone="primary" busy={form.busy}>
          {common('save')}
        </Button>
      </div>
    </form>
  );
}
