'use client';

import dynamic from 'next/dynamic';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { useToast } from '@/components/ui/toast';
import { voidAmountAction } from '@/lib/amount/actions';

const ReasonDialog = dynamic(() => import('../pair/page/reason-dialog').then((file) => file.ReasonDialog), {
  loading: () => null,
});

type Props = { slug: string; pairId: string; amountId: string; what: string };

/** Corrects a mistaken entry: it stays readable, and counts no more. */
export function VoidAmount({ slug, pairId, amountId, what }: Props) {
  const t = useTranslations('amount');
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
          deed={(reason) => voidAmountAction(slug, { pairId, amountId, reason })}
          onClose={() => setOpen(false)}
          onDone={() => toast({ text: t('voidDone') })}
        />
      )}
    </>
  );
}
