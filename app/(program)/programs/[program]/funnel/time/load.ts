import type { FunnelAddress } from '@/components/funnel/address';
import type { ProgramScope } from '@/lib/core/scope';
import { listAgeing } from '@/lib/funnel/queries/ageing';
import { getSeries } from '@/lib/funnel/queries/series';
import { getTimeInStage } from '@/lib/funnel/queries/time-in-stage';
import { loadHead } from '../load-head';

/** How many of the pairs that stand too long are listed here; the count opens them all. */
const SHOWN = 50;

/** The funnel over time, until the day that its address names. */
export async function loadTime(scope: ProgramScope, asked: FunnelAddress) {
  const { input, address, today, facets, marks } = await loadHead(scope, asked);
  const [series, times, ageing] = await Promise.all([
    getSeries(scope, input),
    getTimeInStage(scope, input),
    listAgeing(scope, { ...input, limit: SHOWN }),
  ]);
  return { head: { address, today, facets, marks }, series, times, ageing };
}
