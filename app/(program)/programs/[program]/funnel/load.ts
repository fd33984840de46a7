import type { FunnelAddress } from '@/components/funnel/address';
import { addDays, type Day } from '@/lib/core/dates';
import type { ProgramScope } from '@/lib/core/scope';
import { getClaims } from '@/lib/funnel/queries/claims';
import { listDays } from '@/lib/funnel/queries/days';
import { getFunnel } from '@/lib/funnel/queries/funnel';
import { getTimeInStage } from '@/lib/funnel/queries/time-in-stage';
import { programLife } from '@/lib/funnel/rules/life';
import { loadHead } from './load-head';

/** Everything the page shows, for the day its address names. */
export async function loadFunnel(scope: ProgramScope, asked: FunnelAddress, moved: unknown) {
  const { input, days, ...head } = await loadHead(scope, asked);
  const { address, today } = head;
  const [funnel, { sums: claims }, { stages: times }, { days: changes }] = await Promise.all([
    getFunnel(scope, { ...input, from: address.from || undefined }),
    getClaims(scope, input),
    getTimeInStage(scope, input),
    listDays(scope, { ...input, asOf: today, knownOn: address.knownOn || undefined }),
  ]);
  const life = programLife(days, address.asOf, today);
  const played = life && { ...life, changes };
  return { ...head, funnel, claims, times, life: played, moved: life && movedTo(life.start, moved) };
}

/** Without script the time line sends how many days from its start. */
function movedTo(start: Day, day: unknown): Day | null {
  return typeof day === 'string' && /^\d{1,4}$/.test(day) ? addDays(start, Number(day)) : null;
}
