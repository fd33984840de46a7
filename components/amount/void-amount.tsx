'use client';

import { useTranslations } from 'next-intl';
import { voidAmountAction } from '@/lib/amount/actions';
import { VoidEntry } from '../pair/page/void-entry';

type Props = { slug: string; pairId: string; amountId: string; what: string };

export function VoidAmount({ slug, pairId, amountId, what }: Props) {
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
      deed={(reason, key) => voidAmountAction(slug, { pairId, amountId, reason }, key)}
    />
  );
}
