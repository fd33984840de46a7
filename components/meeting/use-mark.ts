'use client';

import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useState, useTransition } from 'react';
import { type Problem, send } from '@/components/ui/request';
import { useToast } from '@/components/ui/toast';
import type { Side } from '@/lib/meeting/rules';
import type { MeetingItem } from '@/lib/meeting/schema';

export type Mark =
  | { state: 'held' }
  | { state: 'scheduled'; reason?: string }
  | { state: 'no_show'; side: Side };
/** `asked`: the server wants a reason first, and says so at the field for it. */
type Outcome = { isDone: true } | { isDone: false; asked?: string | undefined };
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
    if (answer.ok) return answer.value;
    const asked = 'problem' in answer ? askedOf(answer.problem) : undefined;
    if (asked) return { asked };
    toast({
      text: 'offline' in answer ? t('mark.offline') : answer.problem.detail || answer.problem.title,
      tone: 'danger',
    });
    return {};
  };

  const set = async ({ meeting, title }: Marked, mark: Mark): Promise<Outcome> => {
    setIsSending(true);
    const answer = await post(meeting.id, meeting.version, mark);
    setIsSending(false);
    if (!('version' in answer)) return { isDone: false, ...answer };
    const { version } = answer;
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
    return { isDone: true };
  };
  return { set, isBusy: isSending || isRefreshing };
}

/** A refusal that a reason opens stands alone: with any other beside it the reason would not help. */
function askedOf({ errors = [] }: Problem): string | undefined {
  return errors.every(({ pointer }) => pointer === '/reason') ? errors[0]?.message : undefined;
}
