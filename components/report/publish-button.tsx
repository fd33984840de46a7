'use client';

import { Stamp } from 'lucide-react';
import dynamic from 'next/dynamic';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { Button } from '@/components/ui/button';
import type { PublishDialog } from './publish-dialog';

const Form = dynamic(() => import('./publish-dialog').then((file) => file.PublishDialog), {
  loading: () => null,
});

type Props = Omit<Parameters<typeof PublishDialog>[0], 'onClose'>;

export function PublishButton(props: Props) {
  const t = useTranslations('report.publish');
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button tone="primary" icon={<Stamp aria-hidden="true" size={16} />} onClick={() => setOpen(true)}>
        {t('open')}
      </Button>
      {open && <Form {...props} onClose={() => setOpen(false)} />}
    </>
  );
}
