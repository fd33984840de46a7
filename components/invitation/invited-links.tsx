'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { Button } from '@/components/ui/button';
import type { InvitedPeople } from '@/lib/invitation/schema';

type Props = { invited: InvitedPeople['items']; onClose: () => void };

/** Who was invited, with the links of those who are new: they are shown here and never again. */
export function InvitedLinks({ invited, onClose }: Props) {
  const t = useTranslations('invitation.many');
  const common = useTranslations('common');
  const [copied, setCopied] = useState<string | null>(null);
  const copy = async (email: string, link: string) => {
    await navigator.clipboard.writeText(link);
    setCopied(email);
  };
  return (
    <div className="grid gap-4 pb-5">
      <p className="text-ink-2">{t('linksText')}</p>
      <ul className="grid gap-2">
        {invited.map(({ email, link }) => (
          <li
            key={email}
            className="flex flex-wrap items-center justify-between gap-2 border-line border-b pb-2"
          >
            <span className="break-all">{email}</span>
            {link ? (
              <Button size="sm" aria-label={t('copyOf', { email })} onClick={() => void copy(email, link)}>
                {copied === email ? common('copied') : t('copy')}
              </Button>
            ) : (
              <span className="text-sm text-ink-2">{t('byMail')}</span>
            )}
          </li>
        ))}
      </ul>
      <div className="flex justify-end">
        <Button tone="primary" onClick={onClose}>
          {common('close')}
        </Button>
      </div>
    </div>
  );
}
