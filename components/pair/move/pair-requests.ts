import { type Answer, send } from '@/components/ui/request';
import type { PairStatus, Stage } from '@/lib/pair/rules/stages';
import type { PairItem } from '@/lib/pair/schema';

export type Moved = { pair: PairItem; eventId: string };

/** The network may lose an answer: the same key sent again gives the first answer and changes nothing twice (T32). */
async function post<T>(path: string, body: unknown): Promise<Answer<T>> {
  const idempotencyKey = crypto.randomUUID();
  const first = await send<T>('POST', path, body, { idempotencyKey });
  if (first.ok || !('offline' in first)) return first;
  await new Promise((resolve) => setTimeout(resolve, 1_000));
  return send<T>('POST', path, body, { idempotencyKey });
}

type Pointed = Pick<PairItem, 'id' | 'version'>;

export function postStage(slug: string, { id, version }: Pointed, stage: Stage, reason?: string) {
  return post<Moved>(`/programs/${slug}/pairs/${id}/stage`, {
    stage,
    version,
    ...(reason ? { reason } : {}),
  });
}

export type StatusInput = { status: PairStatus; reasonCode?: string; reason?: string };

export function postStatus(slug: string, { id, version }: Pointed, input: StatusInput) {
  return post<Moved>(`/programs/${slug}/pairs/${id}/status`, { ...input, version });
}

export function postMoves(slug: string, pairs: readonly Pointed[], stage: Stage, reason?: string) {
  return post<{ moved: Moved[] }>(`/programs/${slug}/pairs/moves`, {
    pairs: pairs.map(({ id, version }) => ({ pairId: id, version })),
    stage,
    ...(reason ? { reason } : {}),
  });
}

export function postUndo(slug: string, eventIds: readonly string[]) {
  return post<{ pairs: PairItem[] }>(`/programs/${slug}/pairs/moves/undo`, { eventIds });
}

export function postVoid(slug: string, pairId: string, eventId: string, reason: string) {
  return post<{ pair: PairItem }>(`/programs/${slug}/pairs/${pairId}/events/${eventId}/void`, { reason });
}
