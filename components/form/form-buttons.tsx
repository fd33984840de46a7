'use client';

import { useRouter } from 'next/navigation';
import type { ReactNode } from 'react';
import { ActionBar } from '@/components/ui/action-bar';
import { Button } from '@/components/ui/button';

type Props = {
  save: string;
  busy: boolean;
  /** Without it there is nothing to go back to: the form is the page. */
  cancel?: string;
  /** Where cancelling leads when there is no page before this one. */
  cancelHref?: string;
  children?: ReactNode;
};

export function FormButtons({ save, busy, cancel, cancelHref, children }: Props) {
  const router = useRouter();
  return (
    <ActionBar>
      {cancel && cancelHref && (
        <Button onClick={() => router.push(cancelHref)} disabled={busy}>
          {cancel}
        </Button>
      )}
      {children}
      <Button type="submit" tone="primary" busy={busy}>
        {save}
      </Button>
    </ActionBar>
  );
}
