'use client';

import { useTranslations } from 'next-intl';
import { Button } from '@/components/ui/button';
import { ErrorNotice } from '@/components/ui/notice';
import { formatNumber } from '@/lib/core/dates';

type Props = {
  shown: number;
  /** Of the same filter, as the head of the page counts them. */
  all: number;
  isBroken: boolean;
  onAgain: () => void;
};

/** Says how many pairs are not here because a page of them did not come, and asks for them anew. */
export function MissingNotice({ shown, all, isBroken, onAgain }: Props) {
  const t = useTranslations('pair.pipeline.missing');
  if (!isBroken) return null;
  const counts = { shown: formatNumber(shown), all: formatNumber(all), missing: formatNumber(all - shown) };
  return (
    <ErrorNotice title={t('title', counts)} actions={<Button onClick={onAgain}>{t('again')}</Button>}>
      {t('text', counts)}
    </ErrorNotice>
  );
}
