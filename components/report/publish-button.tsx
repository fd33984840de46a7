'use client';

import { Stamp } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { late } from '@/components/ui/late';
import type { PublishDialog } from './publish-dialog';

const Form = late(() => import('./publish-dialog').then((file) => file.PublishDialog));

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
