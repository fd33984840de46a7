'use client';

import { useTranslations } from 'next-intl';
import { useToast } from '@/components/ui/toast';
import type { ActionResult } from '@/lib/platform/action';

/** One press without a form: done, or told in a toast why not. Answers whether it was done. */
export function useAct() {
  const toast = useToast();
  const t = useTranslations('program');
  const words = useTranslations('error');
  return async function act<R>(
    run: () => Promise<ActionResult<R>>,
    done: (value: R) => { text: string; undo?: () => Promise<void> },
  ): Promise<boolean> {
    const result = await run().catch(
      (): ActionResult<R> => ({ ok: false, errors: [], failed: 'unavailable' }),
    );
    if (result.ok) {
      toast(done(result.value));
      return true;
    }
    const text =
      result.failed === 'signed_out'
        ? words('signed_out.title')
        : (result.errors[0]?.message ?? t('archive.failed'));
    toast({ tone: 'danger', text });
    return false;
  };
}
