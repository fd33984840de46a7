import { programQuery } from '@/lib/platform/query';
import { clocksOf } from '@/lib/program/rules';
import { funnelOperations } from '../operations';
import { canSeeFunnel } from '../policy';
import { type Comparison, compareFunnels } from '../rules/comparison';
import { compareFunnelsInput } from '../schema';
import type { Funnel } from '../schema/figures';
import { readFunnel } from './funnel';

export type ComparedFunnels = { first: Funnel; second: Funnel; difference: Comparison };

/** The funnel at the end of `asOf` (default: today) and at the end of `with`, of the same pairs and by one knowledge. */
export const getComparedFunnels = programQuery({
  operation: funnelOperations.getComparedFunnels,
  input: compareFunnelsInput,
  may: canSeeFunnel,
  isWide: true,
  run: async (tx, scope, { asOf, knownOn, with: other, ...filter }): Promise<ComparedFunnels> => {
    const now = new Date();
    const read = (day: typeof asOf) =>
      readFunnel({ tx, scope, clocks: clocksOf(scope.program, now, day, knownOn), filter });
    const first = await read(asOf);
    const second = await read(other);
    return { first, second, difference: compareFunnels(first, second) };
  },
});
