'use client';

import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useState, useTransition } from 'react';
import { send } from '@/components/ui/request';
import { useToast } from '@/components/ui/toast';
import type { MeetingItem } from '@/lib/meeting/queries/item';
import type { Side } from '@/lib/meeting/rules';

export type Mark = { state: 'held' | 'scheduled' } | { state: 'no_show'; side: Side };
type Marked = { meeting: Pick<MeetingItem, 'id' | 'version' | 'state' | 'noShowSide'>; title: string };

/** Says how a meeting went. Marks come in bursts, so they go by the API; each can be taken back for ten seconds. */
export function useMark(slug: string) {
  const t = useTranslations('meeting');
  const toast = useToast();
  const router = useRouter();
  const [isSending, setIsSending] = useState(false);
  const [isRefreshing, startRefresh] = useTransition();

  const post = async (meetingId: string, version: number, mark: Mark) => {
    const body = { ...mark, version };
    const answer = await send<{ version: number }>(
      'POST',
      `/programs/${slug}/meetings/${meetingId}/mark`,
      body,
    );
    startRefresh(() => router.refresh());
    if (answer.ok) return answer.value.version;
    toast({
      text: 'offline' in answer ? t('mark.offline') : answer.problem.detail || answer.problem.title,
      tone: 'danger',
    });
    return null;
  };

  /** True once the server has it. */
  const set = async ({ meeting, title }: Marked, mark: Mark): Promise<boolean> => {
    setIsSending(true);
    const version = await post(meeting.id, meeting.version, mark);
    setIsSending(false);
    if (version === null) return false;
    const before: Mark =
      meeting.state === 'no_show' && meeting.noShowSide
        ? { state: 'no_show', side: meeting.noShowSide }
        : { state: meeting.state === 'held' ? 'held' : 'scheduled' };
    const word = mark.state === 'no_show' ? t(`side.${mark.side}`) : t(`state.${mark.state}`);
    toast({
      text: t('mark.done', { title, state: word }),
      // A cancelled meeting that came back is cancelled again with a reason, not by an undo.
      ...(meeting.state === 'cancelled'
        ? {}
        : {
            undo: async () => {
              await post(meeting.id, version, before);
            },
          }),
    });
    return true;
  };
  return { set, isBusy: isSending || isRefreshing };
}
