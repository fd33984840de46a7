'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { ConflictPanel } from '@/components/form/conflict-panel';
import { DialogButtons } from '@/components/form/form-buttons';
import { FormProblems } from '@/components/form/form-problems';
import { useEdit } from '@/components/form/use-edit';
import { Button } from '@/components/ui/button';
import { Checkbox } from '@/components/ui/checkbox';
import { Combobox } from '@/components/ui/combobox';
import type { ComboboxOption } from '@/components/ui/combobox-filter';
import { DateInput } from '@/components/ui/date-input';
import { Dialog } from '@/components/ui/dialog';
import { NumberInput } from '@/components/ui/number-input';
import { useToast } from '@/components/ui/toast';
import { typedWhole } from '@/lib/core/number-input';
import { programOperations } from '@/lib/program/operations';
import type { ProgramStageName } from '@/lib/program/schema';
import type { StageSetting } from '@/lib/program/schema/settings';

type StageValues = {
  startsOn: string;
  endsOn: string;
  timeZone: string;
  meetingMinutes: string;
  usesTables: boolean;
  /** Empty for none. */
  targetDays: string;
};
type Props = {
  version: number;
  stage: ProgramStageName;
  /** Those that have dates. */
  stages: readonly StageSetting[];
  /** Where the stage takes place, while it says nothing else. */
  zone: string;
  zones: readonly ComboboxOption[];
};

function valuesOf(stage: ProgramStageName, stages: readonly StageSetting[], zone: string): StageValues {
  const found = stages.find((each) => each.stage === stage);
  return {
    startsOn: found?.startsOn ?? '',
    endsOn: found?.endsOn ?? '',
    timeZone: found?.timeZone ?? zone,
    meetingMinutes: String(found?.meetingMinutes ?? 25),
    usesTables: found?.usesTables ?? stage === 'main_session',
    targetDays: String(found?.targetDays ?? ''),
  };
}

/** Opens the dates of one stage; the list behind it stays what it was until they are saved. */
export function StageButton(props: Props) {
  const t = useTranslations('program.stages');
  const name = useTranslations('pair.stage')(props.stage);
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <Button size="sm" onClick={() => setOpen(true)}>
        {props.stages.some(({ stage }) => stage === props.stage) ? t('edit') : t('set')}
        <span className="sr-only"> {name}</span>
      </Button>
      <Dialog open={isOpen} onClose={() => setOpen(false)} title={name}>
        <StageForm {...props} name={name} onClose={() => setOpen(false)} />
      </Dialog>
    </>
  );
}

function StageForm(props: Props & { name: string; onClose: () => void }) {
  const { version, stage, stages, zone, zones, name, onClose } = props;
  const t = useTranslations('program.stages');
  const common = useTranslations('common');
  const toast = useToast();
  const form = useEdit({
    initial: valuesOf(stage, stages, zone),
    version,
    operation: programOperations.setStages,
    valuesOf: (record: { stages: StageSetting[] }) => valuesOf(stage, record.stages, zone),
    input: ({ version: read }, { meetingMinutes, targetDays, ...values }) => ({
      version: read,
      stages: [
        {
          ...values,
          stage,
          // What is no whole number is sent as it was typed: the server says at its field what is wrong.
          meetingMinutes: typedWhole(meetingMinutes) as number,
          targetDays: typedWhole(targetDays) as number | null,
        },
      ],
    }),
    done: () => {
      onClose();
      toast({ text: t('saved', { stage: name }) });
    },
  });
  const { values, set, error } = form;
  return (
    <form {...form.props} className="grid gap-5 pb-5">
      <FormProblems errors={form.problems} failed={form.failed} />
      <ConflictPanel
        form={form}
        label={(field) => t(field as 'startsOn')}
        show={(_, value) => (typeof value === 'boolean' ? common(value ? 'yes' : 'no') : String(value))}
      />
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
        key={form.stamp}
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
      <DialogButtons busy={form.busy} onCancel={onClose} />
    </form>
  );
}
