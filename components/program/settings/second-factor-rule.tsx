'use client';

import { useTranslations } from 'next-intl';
import { useOperation } from '@/components/form/use-operation';
import { Switch } from '@/components/ui/switch';
import { useToast } from '@/components/ui/toast';
import { programOperations } from '@/lib/program/operations';

/** Whether the program's office signs in by two proofs. Admins decide, others read. */
export function SecondFactorRule({ isRequired, canChange }: { isRequired: boolean; canChange: boolean }) {
  const t = useTranslations('program.secondFactor');
  const toast = useToast();
  const { run, isPending } = useOperation(programOperations.requireSecondFactor, { tells: 'toast' });
  const change = async () => {
    const answer = await run({ isRequired: !isRequired });
    if (answer.ok) toast({ text: t(answer.value.isRequired ? 'on' : 'off') });
  };
  return (
    <Switch
      label={t('label')}
      hint={t('hint')}
      checked={isRequired}
      disabled={!canChange || isPending}
      onChange={change}
    />
  );
}
