import type { FunnelAddress } from '@/components/funnel/address';
import { chosenOf } from '@/components/pair/filter/address';
import { knownDay } from '@/lib/core/address';
import { earliestOf, parseDay } from '@/lib/core/days';
import type { ProgramScope } from '@/lib/core/scope';
import { dayInZone } from '@/lib/core/zones';
import { listPairFacets } from '@/lib/pair/queries/facets';
import { getProgram } from '@/lib/program/queries/programs';
import { shownDay } from '@/lib/program/rules';

/**
 * What stands at the head of a funnel screen, and what its figures are asked with: the day of the address (today without
 * one), the second clock, the filter.
 */
export async function loadHead(scope: ProgramScope, asked: FunnelAddress) {
  const now = new Date();
  const today = dayInZone(now, scope.program.homeZone);
  const asOf = shownDay(scope.program, asked.asOf, now);
  const address = { ...asked, asOf, from: asked.from && earliestOf(asked.from, asOf) };
  const input = {
    asOf,
    knownOn: knownDay(asked.knownOn, asOf) ?? undefined,
    ...chosenOf(asked),
  };
  const [{ stages, counts }, facets] = await Promise.all([getProgram(scope, {}), listPairFacets(scope, {})]);
  const days = stages.flatMap(({ stage, startsOn, endsOn }) => {
    const [start, end] = [parseDay(startsOn), parseDay(endsOn)];
    return start && end ? [{ stage, startsOn: start, endsOn: end }] : [];
  });
  return {
    ...{ address, today, input, facets, days },
    isNew: counts.startups === 0 || counts.investors === 0,
    marks: days.filter(({ startsOn }) => startsOn <= today).map((each) => ({ ...each, day: each.startsOn })),
  };
}

export type FunnelHead = Awaited<ReturnType<typeof loadHead>>;
