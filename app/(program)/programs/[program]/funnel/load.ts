import type { FunnelAddress } from '@/components/funnel/address';
import { addDays, type Day, dayInZone, parseDay } from '@/lib/core/dates';
import type { ProgramScope } from '@/lib/core/scope';
import { getFunnel } from '@/lib/funnel/queries/funnel';
import { getTimeInStage } from '@/lib/funnel/queries/time-in-stage';
import { programLife } from '@/lib/funnel/rules/life';
import { listPairFacets } from '@/lib/pair/queries/facets';
import { getProgram } from '@/lib/program/queries/programs';
import { openingDay } from '@/lib/program/rules';

/** Everything the page shows, for the day its address names: the program's own opening day without one, never ahead of today. */
export async function loadFunnel(scope: ProgramScope, asked: FunnelAddress, moved: unknown) {
  const now = new Date();
  const today = dayInZone(now, scope.program.homeZone);
  const wanted = parseDay(asked.asOf) ?? openingDay(scope.program, now);
  const asOf = [wanted, today].sort()[0] as Day;
  const address = { ...asked, asOf };
  const input = {
    asOf,
    knownOn: asked.knownOn === 'then' ? asOf : asked.knownOn || undefined,
    sector: chosen(asked.sector),
    startup: chosen(asked.startup),
    investor: chosen(asked.investor),
    owner: chosen(asked.owner),
  };
  const [funnel, { stages: times }, { stages, counts }, facets] = await Promise.all([
    getFunnel(scope, input),
    getTimeInStage(scope, input),
    getProgram(scope, {}),
    listPairFacets(scope, {}),
  ]);
  const days = stages.flatMap(({ stage, startsOn, endsOn }) => {
    const [start, end] = [parseDay(startsOn), parseDay(endsOn)];
    return start && end ? [{ stage, startsOn: start, endsOn: end }] : [];
  });
  const life = programLife(days, asOf, today);
  return {
    ...{ address, today, funnel, times, life, facets },
    isNew: counts.startups === 0 || counts.investors === 0,
    marks: days.filter(({ startsOn }) => startsOn <= today).map((each) => ({ ...each, day: each.startsOn })),
    moved: life && movedTo(life.start, moved),
  };
}

function chosen(values: readonly string[]): string[] | undefined {
  return values.length > 0 ? [...values] : undefined;
}

/** Without script the time line sends how many days from its start. */
function movedTo(start: Day, day: unknown): Day | null {
  return typeof day === 'string' && /^\d{1,4}$/.test(day) ? addDays(start, Number(day)) : null;
}
