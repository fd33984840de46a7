import type { FunnelAddress } from '@/components/funnel/address';
import { addDays } from '@/lib/core/days';
import type { ProgramScope } from '@/lib/core/scope';
import { getClaims } from '@/lib/funnel/queries/claims';
import { listDays } from '@/lib/funnel/queries/days';
import { getFunnel } from '@/lib/funnel/queries/funnel';
import { getTimeInStage } from '@/lib/funnel/queries/time-in-stage';
import { programLife } from '@/lib/funnel/rules/life';
import { loadHead } from './load-head';

/** Everything the page shows, for the day its address names; `moved` is days from the start of the time line. */
export async function loadFunnel(scope: ProgramScope, asked: FunnelAddress, moved: number | null) {
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
  return {
    ...head,
    funnel,
    claims,
    times,
    life: played,
    moved: life && moved !== null ? addDays(life.start, moved) : null,
  };
}
