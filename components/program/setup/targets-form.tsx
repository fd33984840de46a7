'use client';

import { useTranslations } from 'next-intl';
import { FormProblems } from '@/components/form/form-problems';
import { useForm } from '@/components/form/use-form';
import { Button } from '@/components/ui/button';
import { NumberInput } from '@/components/ui/number-input';
import { useToast } from '@/components/ui/toast';
import { typedWhole } from '@/lib/core/number-input';
import { programOperations } from '@/lib/program/operations';
import type { StageSetting } from '@/lib/program/schema/settings';

type Props = { version: number; stages: readonly StageSetting[] };

/** How many days a pair should stand in each stage at most; empty sets no target. */
export function TargetsForm({ version, stages }: Props) {
  const t = useTranslations('program.setup');
  const names = useTranslations('pair.stage');
  const toast = useToast();
  const form = useForm({
    initial: Object.fromEntries(stages.map(({ stage, targetDays }) => [stage, String(targetDays ?? '')])),
    operation: programOperations.setStages,
    input: (values) => ({
      version,
      stages: stages.map((stage) => ({
        ...stage,
        targetDays: typedWhole(values[stage.stage] ?? '') as number | null,
      })),
    }),
    done: () => toast({ text: t('saved') }),
  });
  const errorOf = (index: number) =>
    form.errors.find(({ field }) => field[0] === 'stages' && field[1] === index)?.message;
  return (
    <form {...form.props} className="grid max-w-xl gap-5">
      <FormProblems errors={form.errors.filter(({ field }) => field[0] !== 'stages')} failed={form.failed} />
      <div className="grid grid-cols-2 gap-4">
        {stages.map(({ stage }, index) => (
          <NumberInput
            key={stage}
            label={names(stage)}
            note={t('days')}
            {...form.field(stage)}
            error={errorOf(index)}
          />
        ))}
      </div>
      <div>
        <Button type="submit" tone="primary" busy={form.busy}>
          {t('save')}
        </Button>
      </div>
    </form>
  );
}
