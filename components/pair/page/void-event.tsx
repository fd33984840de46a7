'use client';

import { useTranslations } from 'next-intl';
import { VoidEntry } from '@/components/form/void-entry';
import { pairOperations } from '@/lib/pair/operations';

/** Voids an entry of the stage or status log. */
export function VoidEvent({ pairId, eventId, what }: { pairId: string; eventId: string; what: string }) {
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
