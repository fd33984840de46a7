'use client';

import Link from 'next/link';
import { useTranslations } from 'next-intl';
import { useEffect, useState } from 'react';
import { Skeleton } from '@/components/ui/skeleton';
import type { Comparison } from '@/lib/timetable/schema/questions';
import { CountsLine } from '../compare/difference-words';
import { timetableRequests } from '../requests';

/** What a draft would change, read after the page stands: the list itself does not wait for it. */
export function DraftDifference({ slug, draftId }: { slug: string; draftId: string }) {
  const t = useTranslations('timetable-grid.overview.draft');
  const [difference, setDifference] = useState<Comparison | null | 'failed'>(null);
  useEffect(() => {
    const going = new AbortController();
    timetableRequests(slug, draftId)
      .compare({ signal: going.signal })
      .then((answer) => {
        if (!going.signal.aborted) setDifference(answer.ok ? answer.value : 'failed');
      });
    return () => going.abort();
  }, [slug, draftId]);
  if (difference === null) return <Skeleton className="h-4 w-40" />;
  return (
    <Link
      href={`/programs/${slug}/timetable/compare?to=${draftId}`}
      className="underline-offset-4 hover:underline"
    >
      {difference === 'failed' ? t('compare') : <CountsLine counts={difference.counts} />}
    </Link>
  );
}
