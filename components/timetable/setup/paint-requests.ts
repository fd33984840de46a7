import { type Answer, send } from '@/components/ui/request';
import type { MeetingStage } from '@/lib/pair/rules/stages';
import type { Paint } from './stroke';

/** Strokes come in bursts: they go to the API and not by server actions, which wait for each other. */
export function sendPaint(slug: string, stage: MeetingStage, { kind, id, slotIds, away }: Paint) {
  return send<{ changed: number }>('POST', `/programs/${slug}/timetables/blackouts`, {
    stage,
    party: { kind, id },
    slotIds,
    away,
  });
}

const AT_ONCE = 6;

/** The first answer that was no, and what went through before it; null where all did. */
export async function sendPaints(
  slug: string,
  stage: MeetingStage,
  paints: readonly Paint[],
): Promise<{ refused: Exclude<Answer<unknown>, { ok: true }>; sent: Paint[] } | null> {
  const waiting = [...paints];
  const sent: Paint[] = [];
  let refused: Exclude<Answer<unknown>, { ok: true }> | null = null;
  const worker = async () => {
    for (let paint = waiting.shift(); paint && !refused; paint = waiting.shift()) {
      const answer = await sendPaint(slug, stage, paint);
      if (answer.ok) sent.push(paint);
      else refused ??= answer;
    }
  };
  await Promise.all(Array.from({ length: Math.min(AT_ONCE, paints.length) }, worker));
  return refused && { refused, sent };
}
