'use client';

import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { Menu } from '@/components/ui/menu';
import { useToast } from '@/components/ui/toast';
import { stageRequests } from '../requests';

type Props = {
  slug: string;
  stage: string;
  /** The published timetable a draft can begin with. */
  published: string | null;
  /** Meetings of the stage as they are booked. */
  meetings: number;
};

/** A new draft: from what is in force, or from nothing. Opens it at once. */
export function NewDraft({ slug, stage, published, meetings }: Props) {
  const t = useTranslations('timetable-grid.overview.new');
  const router = useRouter();
  const toast = useToast();
  const create = async (from?: string | null) => {
    const answer = await stageRequests(slug, stage).create(from);
    if (answer.ok) return router.push(`/programs/${slug}/timetable/${answer.value.timetableId}`);
    const [first] = 'problem' in answer ? (answer.problem.errors ?? []) : [];
    toast({
      tone: 'danger',
      text: first?.message ?? ('problem' in answer ? answer.problem.detail : t('offline')),
    });
  };
  return (
    <Menu
      trigger={t('label')}
      tone="primary"
      size="md"
      place="end"
      items={[
        { id: 'empty', label: t('empty'), hint: t('emptyHint'), onSelect: () => void create(null) },
        ...(published
          ? [
              {
                id: 'published',
                label: t('published'),
                hint: t('publishedHint'),
                onSelect: () => void create(published),
              },
            ]
          : []),
        ...(meetings > 0
          ? [
              {
                id: 'booked',
                label: t('booked'),
                hint: t('bookedHint', { count: meetings }),
                onSelect: () => void create(),
              },
            ]
          : []),
      ]}
    />
  );
}
