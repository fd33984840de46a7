'use client';

import { useTranslations } from 'next-intl';
import { voidEventAction } from '@/lib/pair/actions';
import { VoidEntry } from './void-entry';

type Props = { slug: string; pairId: string; eventId: string; what: string };

export function VoidEvent({ slug, pairId, eventId, what }: Props) {
  const t = useTranslations('pair.page');
  const words = {
    void: t('void'),
    voidOf: t('voidOf', { what }),
    title: t('voidTitle'),
    text: `${what} ${t('voidText')}`,
    done: t('voided'),
  };
  return (
    <VoidEntry
      words={words}
      deed={(reason, key) => voidEventAction(slug, { pairId, eventId, reason }, key)}
    />
  );
}
