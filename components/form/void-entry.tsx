'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { late } from '@/components/ui/late';
import type { VoidProps } from './void-dialog';

const VoidDialog = late(() => import('./void-dialog').then((file) => file.VoidDialog));

/** Corrects a mistaken entry of a log, for a reason: it stays readable, and counts no more. */
export function VoidEntry<In extends object>(props: VoidProps<In>) {
  const t = useTranslations('common.void');
  const [open, setOpen] = useState(false);
  return (
    <>
      <button
        type="button"
        className="ui-link no-print inline-flex min-h-6 items-center text-xs pointer-coarse:min-h-9"
        aria-label={t('of', { what: props.what })}
        onClick={() => setOpen(true)}
      >
        {t('do')}
      </button>
      {open && <VoidDialog {...(props as unknown as VoidProps<object>)} onClose={() => setOpen(false)} />}
    </>
  );
}
