'use client';

import { useTranslations } from 'next-intl';
import type { Answer } from '@/components/form/call';
import { useFailureText } from '@/components/form/failure-words';
import { useOperation } from '@/components/form/use-operation';
import { useToast } from '@/components/ui/toast';
import { meetingOperations } from '@/lib/meeting/operations';
import type { Side } from '@/lib/meeting/rules';
import type { MeetingItem } from '@/lib/meeting/schema';

export type MeetingMark =
  | { state: 'held' }
  | { state: 'scheduled'; reason?: string }
  | { state: 'no_show'; side: Side };
/** `asked`: the server wants a reason first, and says so at the field for it. */
type Outcome = { isDone: true } | { isDone: false; asked?: string | undefined };
type Marked = { meeting: Pick<MeetingItem, 'id' | 'version' | 'state' | 'noShowSide'>; title: string };

/** Says how a meeting went; each mark can be taken back for ten seconds. */
export function useMark() {
  const t = useTranslations('meeting');
  const toast = useToast();
  const textOf = useFailureText();
  const { run, isPending } = useOperation(meetingOperations.markMeeting);

  const set = async ({ meeting, title }: Marked, mark: MeetingMark): Promise<Outcome> => {
    const answer = await run({ meetingId: meeting.id, version: meeting.version, ...mark });
    if (!answer.ok) {
      const asked = askedOf(answer);
      if (!asked) toast({ text: textOf(answer), tone: 'danger' });
      return { isDone: false, asked };
    }
    const { version } = answer.value;
    const undo = async () => {
      const undone = await run({ meetingId: meeting.id, version, ...markOf(meeting) });
      if (!undone.ok) toast({ text: textOf(undone), tone: 'danger' });
    };
    const word = mark.state === 'no_show' ? t(`side.${mark.side}`) : t(`state.${mark.state}`);
    toast({
      text: t('mark.done', { title, state: word }),
      // A cancelled meeting that came back is cancelled again with a reason, not by an undo.
      ...(meeting.state === 'cancelled' ? {} : { undo }),
    });
    return { isDone: true };
  };
  return { set, isBusy: isPending };
}

/** The mark that stands on a meeting. */
function markOf({ state, noShowSide }: Marked['meeting']): MeetingMark {
  if (state === 'no_show' && noShowSide) return { state, side: noShowSide };
  return { state: state === 'held' ? 'held' : 'scheduled' };
}

/** A refusal that a reason opens stands alone: with any other beside it the reason would not help. */
function askedOf({ errors }: Extract<Answer<unknown>, { ok: false }>): string | undefined {
  return errors.every(({ field }) => field.join() === 'reason') ? errors[0]?.message : undefined;
}
