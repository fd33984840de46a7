import { type Answer, send } from '@/components/ui/request';
import type { WishSide, WishWord } from '@/lib/timetable/rules/words';

/** Taps come in bursts: they go to the API and not by server actions, which wait for each other. */
export function sendWord(slug: string, pairId: string, said: WishWord, side?: WishSide) {
  return send<{ pairId: string }>('POST', `/programs/${slug}/pairs/${pairId}/wish`, {
    said,
    ...(side ? { side } : {}),
  });
}

export function sendWeight(slug: string, pairId: string, weight: number | null) {
  return send<{ pairId: string }>('PUT', `/programs/${slug}/pairs/${pairId}/weight`, { weight });
}

/** The sentence of what was refused; `offline` where the server was not reached. */
export function refusalOf(answer: Answer<unknown>, offline: string): string | null {
  if (answer.ok) return null;
  return 'offline' in answer ? offline : (answer.problem.errors?.[0]?.message ?? answer.problem.detail);
}
