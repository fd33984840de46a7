'use client';

import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useOperation } from '@/components/form/use-operation';
import { Button } from '@/components/ui/button';
import { useToast } from '@/components/ui/toast';
import { programOperations } from '@/lib/program/operations';
import { SETUP_STEPS, type SetupStep } from '@/lib/program/schema';

/** One step on or back. The step is kept, so that the set-up goes on there. */
export function StepButtons({ slug, step }: { slug: string; step: SetupStep }) {
  const t = useTranslations('program.setup');
  const router = useRouter();
  const toast = useToast();
  const { run, isBusy } = useOperation(programOperations.keepSetupStep, {
    tells: 'toast',
    refreshes: 'never',
  });
  const at = SETUP_STEPS.indexOf(step);
  const go = async (to: SetupStep | undefined) => {
    if (!(await run({ step: to ?? null })).ok) return;
    if (!to) toast({ text: t('finished') });
    router.push(to ? `/programs/${slug}/setup?step=${to}` : `/programs/${slug}`);
  };
  const before = SETUP_STEPS[at - 1];
  const after = SETUP_STEPS[at + 1];
  return (
    <div className="flex justify-between gap-3 border-t border-line pt-5">
      {before ? (
        <Button disabled={isBusy} onClick={() => void go(before)}>
          {t('back')}
        </Button>
      ) : (
        <span />
      )}
      <Button tone={after ? undefined : 'primary'} busy={isBusy} onClick={() => void go(after)}>
        {t(after ? 'next' : 'finish')}
      </Button>
    </div>
  );
}
