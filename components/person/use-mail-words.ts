'use client';

import { useTranslations } from 'next-intl';
import type { Delivery } from '@/lib/platform/mail';

/** What became of an invitation's mail, in words. */
export function useMailWords() {
  const t = useTranslations('invitation.delivery');
  return (mail: Delivery, email: string): string => t(mail, { email });
}
