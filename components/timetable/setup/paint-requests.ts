import { send } from '@/components/ui/request';
import type { MeetingStage } from '@/lib/pair/rules/stages';
import type { Paint } from './stroke';

/** Strokes come in bursts: they go to the API and not by server actions, which wait for each other. */
export function sendPaints(slug: string, stage: MeetingStage, paints: readonly Paint[]) {
  return send<{ changed: number }>('POST', `/programs/${slug}/timetables/blackouts`, {
    stage,
    paints: paints.map(({ kind, id, slotIds, away }) => ({ party: { kind, id }, slotIds, away })),
  });
}
