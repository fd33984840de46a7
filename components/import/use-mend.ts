'use client';

import { useTranslations } from 'next-intl';
import { useOperation } from '@/components/form/use-operation';
import { useToast } from '@/components/ui/toast';
import { importOperations } from '@/lib/import/operations';
import { LONG_MS } from './import-address';

type Mended = { cells?: Record<string, string>; decision?: string | null };

/** Corrects a row or says what is meant by it; it is then checked again, and may stand among others. */
export function useMend(importId: string, number: number) {
  const t = useTranslations('import.rows');
  const toast = useToast();
  const { run, isPending } = useOperation(importOperations.mendRow, { tells: 'toast', patience: LONG_MS });
  const mend = async (mended: Mended) => {
    const answer = await run({ importId, number, ...mended });
    if (answer.ok) toast({ text: t('checked', { row: number }) });
    return answer.ok;
  };
  return { mend, isPending };
}
