'use client';

import { useTranslations } from 'next-intl';
import { VoidEntry } from '@/components/form/void-entry';
import { amountOperations } from '@/lib/amount/operations';

type Props = { pairId: string; amountId: string; what: string };

export function VoidAmount({ pairId, amountId, what }: Props) {
  const t = useTranslations('amount');
  const words = {
    void: t('void'),
    voidOf: t('voidOf', { what }),
    title: t('voidTitle'),
    text: `${what} ${t('voidText')}`,
    done: t('voidDone'),
  };
  return (
    <VoidEntry
      words={words}
      operation={amountOperations.voidAmount}
      input={(reason) => ({ pairId, amountId, reason })}
    />
  );
}
