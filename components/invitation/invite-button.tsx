'use client';

import { UserPlus } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import type { Choices } from '@/components/person/role-fields';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { InviteForm } from './invite-form';

type Props = { choices: Choices };

export function InviteButton({ choices }: Props) {
  const t = useTranslations('invitation.invite');
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <Button tone="primary" icon={<UserPlus aria-hidden="true" size={18} />} onClick={() => setOpen(true)}>
        {t('open')}
      </Button>
      <Dialog open={isOpen} onClose={() => setOpen(false)} title={t('title')} description={t('text')}>
        <InviteForm choices={choices} onDone={() => setOpen(false)} />
      </Dialog>
    </>
  );
}
