'use client';

import Link from 'next/link';
import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useOperation } from '@/components/form/use-operation';
import { Button } from '@/components/ui/button';
import { Menu } from '@/components/ui/menu';
import { Skeleton } from '@/components/ui/skeleton';
import { useToast } from '@/components/ui/toast';
import type { MeetingStage } from '@/lib/pair/rules/stages';
import { timetableOperations } from '@/lib/timetable/operations';
import type { TimetableItem } from '@/lib/timetable/schema/stage';
import { comparedAddress } from '../address';
import { CountsLine } from '../compare/difference-words';
import { useDifference } from '../publication';

type NewDraftProps = {
  slug: string;
  stage: MeetingStage;
  /** The published timetable a draft can begin with. */
  published: string | null;
  /** Meetings of the stage as they are booked. */
  meetings: number;
};

/** A new draft: from what is in force, or from nothing. Opens it at once. */
export function NewDraft({ slug, stage, published, meetings }: NewDraftProps) {
  const t = useTranslations('timetable-grid.overview.new');
  const router = useRouter();
  const { run } = useOperation(timetableOperations.createDraft, { tells: 'toast', refreshes: 'never' });
  const create = async (from?: string | null) => {
    const answer = await run({ stage, ...(from === undefined ? {} : { from }) });
    if (answer.ok) router.push(`/programs/${slug}/timetable/${answer.value.timetableId}`);
  };
  const items = [
    { id: 'empty', label: t('empty'), hint: t('emptyHint'), onSelect: () => void create(null) },
    published && {
      id: 'published',
      label: t('published'),
      hint: t('publishedHint'),
      onSelect: () => void create(published),
    },
    meetings > 0 && {
      id: 'booked',
      label: t('booked'),
      hint: t('bookedHint', { count: meetings }),
      onSelect: () => void create(),
    },
  ];
  return (
    <Menu
      trigger={t('label')}
      tone="primary"
      size="md"
      place="end"
      items={items.filter((item) => typeof item === 'object' && item !== null)}
    />
  );
}

/** What a draft would change, read after the page stands: the list itself does not wait for it. */
export function DraftDifference({ slug, draftId }: { slug: string; draftId: string }) {
  const t = useTranslations('timetable-grid.overview.draft');
  const { difference, failure } = useDifference(draftId);
  if (!difference && !failure) return <Skeleton className="h-4 w-40" />;
  return (
    <Link href={comparedAddress(slug, { to: draftId })} className="underline-offset-4 hover:underline">
      {difference ? <CountsLine counts={difference.counts} /> : t('compare')}
    </Link>
  );
}

/** Brings a discarded draft back. */
export function RestoreDraft({ draft: { id, version, name } }: { draft: TimetableItem }) {
  const t = useTranslations('timetable-grid.overview');
  const toast = useToast();
  const { run, isBusy } = useOperation(timetableOperations.restoreDraft, { tells: 'toast' });
  const restore = async () => {
    const answer = await run({ timetableId: id, version });
    if (answer.ok) toast({ text: t('restored', { name }) });
  };
  return (
    <Button size="sm" busy={isBusy} onClick={() => void restore()}>
      {t('restore')}
    </Button>
  );
}
