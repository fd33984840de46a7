import type { SharedFilter } from '@/components/funnel/programs-address';
import type { ComparedProgram } from '@/components/funnel/programs-table';
import { chosenOf } from '@/components/pair/filter/address';
import type { Day } from '@/lib/core/days';
import type { Locale } from '@/lib/core/locale';
import type { ProgramScope, Viewer } from '@/lib/core/scope';
import { shownName } from '@/lib/core/shown-name';
import { dayInZone } from '@/lib/core/zones';
import { canSeeFunnel } from '@/lib/funnel/policy';
import { getFunnel } from '@/lib/funnel/queries/funnel';
import { type ComparedMoment, comparedDay } from '@/lib/funnel/rules/compared-day';
import { programScope } from '@/lib/platform/viewer';
import { getProgram } from '@/lib/program/queries/programs';

/** Programs whose funnel the viewer may read. */
export function readableScopes(viewer: Viewer): ProgramScope[] {
  return viewer.programs.flatMap(({ slug }) => programScope(viewer, slug) ?? []).filter(canSeeFunnel);
}

/** One program as it is compared, read in a transaction of its own: each stands behind its own walls. */
export async function loadCompared(
  scope: ProgramScope,
  moment: ComparedMoment,
  filter: SharedFilter,
  locale: Locale,
): Promise<ComparedProgram> {
  const { program } = scope;
  const { stages } = await getProgram(scope, {});
  const main = stages.find(({ stage }) => stage === 'main_session');
  const mainDay = (main?.startsOn ?? null) as Day | null;
  const day = comparedDay(moment, mainDay, dayInZone(new Date(), program.homeZone));
  return {
    ...{ slug: program.slug, name: shownName(program, locale), baseCurrency: program.baseCurrency },
    ...{ mainDay, day },
    funnel: day && (await getFunnel(scope, { asOf: day, ...chosenOf(filter) })),
  };
}
