'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { Button } from '@/components/ui/button';
import type { ComboboxOption } from '@/components/ui/combobox-filter';
import { Dialog } from '@/components/ui/dialog';
import { useToast } from '@/components/ui/toast';
import { typedWhole } from '@/lib/core/number-input';
import { setStagesAction } from '@/lib/program/actions';
import type { ProgramStageName } from '@/lib/program/schema';
import { StageForm, type StageValues } from './stage-form';

type Props = {
  slug: string;
  version: number;
  stage: ProgramStageName;
  isSet: boolean;
  initial: StageValues;
  zones: readonly ComboboxOption[];
};

/** Opens the dates of one stage; the list behind it stays what it was until they are saved. */
export function StageButton({ slug, version, stage, isSet, initial, zones }: Props) {
  const t = useTranslations('program.stages');
  const name = useTranslations('pair.stage')(stage);
  const toast = useToast();
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button size="sm" onClick={() => setOpen(true)}>
        {isSet ? t('edit') : t('set')}
        <span className="sr-only"> {name}</span>
      </Button>
      <Dialog open={open} onClose={() => setOpen(false)} title={name}>
        <StageForm
          initial={initial}
          zones={zones}
          onCancel={() => setOpen(false)}
          send={({ meetingMinutes, targetDays, ...values }) =>
            setStagesAction(slug, {
              version,
              stages: [
                {
                  ...values,
                  stage,
                  meetingMinutes: typedWhole(meetingMinutes),
                  targetDays: typedWhole(targetDays),
                },
              ],
            })
          }
          onDone={() => {
            setOpen(false);
            toast({ text: t('saved', { stage: name }) });
          }}
        />
      </Dialog>
    </>
  );
}
