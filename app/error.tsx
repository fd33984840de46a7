'use client';

import { RotateCw } from 'lucide-react';
import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { startTransition } from 'react';
import { Button } from '@/components/ui/button';
import { ErrorNotice } from '@/components/ui/notice';

type Props = { error: Error & { digest?: string }; reset: () => void };

/** What should not happen: says so, keeps the shape, and offers to try again. The cause stays on the server. */
export default function ErrorPage({ error, reset }: Props) {
  const t = useTranslations('error');
  const common = useTranslations('common');
  const ui = useTranslations('ui');
  const router = useRouter();
  const retry = () =>
    startTransition(() => {
      router.refresh();
      reset();
    });
  return (
    <main className="mx-auto grid max-w-2xl gap-4 p-6">
      <ErrorNotice
        title={t('internal.title')}
        actions={
          <Button size="sm" icon={<RotateCw aria-hidden="true" size={16} />} onClick={retry}>
            {common('retry')}
          </Button>
        }
      >
        <p>{t('internal.next')}</p>
        {error.digest && <p className="text-sm">{ui('reference', { reference: error.digest })}</p>}
      </ErrorNotice>
    </main>
  );
}
