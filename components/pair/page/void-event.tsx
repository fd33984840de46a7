'use client';

import { useTranslations } from 'next-intl';
import { pairOperations } from '@/lib/pair/operations';
import { VoidEntry } from './void-entry';

type Props = { pairId: string; eventId: string; what: string };

export function VoidEvent({ pairId, eventId, what }: Props) {
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
      operation={pairOperations.voidEvent}
      input={(reason) => ({ pairId, eventId, reason })}
    />
  );
}
