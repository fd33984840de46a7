'use client';

import dynamic from 'next/dynamic';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { useToast } from '@/components/ui/toast';
import { voidEventAction } from '@/lib/pair/actions';

const ReasonDialog = dynamic(() => import('./reason-dialog').then((file) => file.ReasonDialog), {
  loading: () => null,
});

type Props = { slug: string; pairId: string; eventId: string; what: string };

/** Corrects a mistaken line of the log: it stays readable, and counts no more. */
export function VoidEvent({ slug, pairId, eventId, what }: Props) {
  const t = useTranslations('pair.page');
  const toast = useToast();
  const [open, setOpen] = useState(false);
  return (
    <>
      <button
        type="button"
        className="ui-link no-print inline-flex min-h-6 items-center text-xs pointer-coarse:min-h-9"
        aria-label={t('voidOf', { what })}
        onClick={() => setOpen(true)}
      >
        {t('void')}
      </button>
      {open && (
        <ReasonDialog
          open
          title={t('voidTitle')}
          description={`${what} ${t('voidText')}`}
          confirmLabel={t('void')}
          deed={(reason) => voidEventAction(slug, { pairId, eventId, reason })}
          onClose={() => setOpen(false)}
          onDone={() => toast({ text: t('voided') })}
        />
      )}
    </>
  );
}
