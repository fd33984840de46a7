'use client';

import { Plus } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { late } from '@/components/ui/late';
import type { AmountDialog } from './amount-dialog';

const Form = late(() => import('./amount-dialog').then((file) => file.AmountDialog));

type Props = Omit<Parameters<typeof AmountDialog>[0], 'onClose'>;

/** The button that opens the form of an amount. */
export function AddAmount(props: Props) {
  const t = useTranslations('amount');
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button
        size="sm"
        className="no-print"
        icon={<Plus aria-hidden="true" size={16} />}
        onClick={() => setOpen(true)}
      >
        {t('add')}
      </Button>
      {open && <Form {...props} onClose={() => setOpen(false)} />}
    </>
  );
}
