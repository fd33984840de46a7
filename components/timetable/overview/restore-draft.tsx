'use client';

import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { useToast } from '@/components/ui/toast';
import type { TimetableItem } from '@/lib/timetable/schema/stage';
import { timetableRequests } from '../requests';

/** Brings a discarded draft back. */
export function RestoreDraft({ slug, draft }: { slug: string; draft: TimetableItem }) {
  const t = useTranslations('timetable-grid.overview');
  const router = useRouter();
  const toast = useToast();
  const [busy, setBusy] = useState(false);
  const restore = async () => {
    setBusy(true);
    const answer = await timetableRequests(slug, draft.id).restore(draft.version);
    setBusy(false);
    if (answer.ok) toast({ text: t('restored', { name: draft.name }) });
    else toast({ tone: 'danger', text: 'problem' in answer ? answer.problem.detail : t('offline') });
    router.refresh();
  };
  return (
    <Button size="sm" busy={busy} onClick={() => void restore()}>
      {t('restore')}
    </Button>
  );
}
