import type { FunnelAddress } from '@/components/funnel/address';
import type { CompareSide } from '@/components/funnel/compare-screen';
import { knownDay } from '@/lib/core/address';
import { addDays, type Day, earliestOf } from '@/lib/core/days';
import type { Locale } from '@/lib/core/locale';
import type { ProgramScope } from '@/lib/core/scope';
import { shownName } from '@/lib/core/shown-name';
import { canSeeFunnel } from '@/lib/funnel/policy';
import { getComparedFunnels, getFunnel } from '@/lib/funnel/queries/funnel';
import { programScope } from '@/lib/platform/viewer';
import { shownDay } from '@/lib/program/rules';
import type { FunnelHead } from '../load-head';

export type Asked = { address: FunnelAddress & { asOf: Day }; input: FunnelHead['input']; today: Day };

/** Without a second day: today, or beside today the day a month before. */
export function secondDay(wanted: Day | null, { address, today }: Pick<Asked, 'address' | 'today'>): Day {
  const usual = address.asOf < today ? today : addDays(today, -30);
  return earliestOf(wanted ?? usual, today);
}

/** The earlier day first, whichever way they were asked. */
export async function loadTwoDates(
  scope: ProgramScope,
  { input }: Asked,
  other: Day,
  locale: Locale,
): Promise<[CompareSide, CompareSide]> {
  const [asOf, later] = [input.asOf, other].sort() as [Day, Day];
  const { first, second } = await getComparedFunnels(scope, { ...input, asOf, with: later });
  const { slug } = scope.program;
  const name = shownName(scope.program, locale);
  return [
    { slug, name, funnel: first },
    { slug, name, funnel: second },
  ];
}

/** Programs beside this one whose funnel the viewer may read. */
export function otherScopes({ viewer, program }: ProgramScope): ProgramScope[] {
  return viewer.programs
    .filter(({ slug }) => slug !== program.slug)
    .flatMap(({ slug }) => programScope(viewer, slug) ?? [])
    .filter(canSeeFunnel);
}

/** The day of the other program's side, on its own clocks: today unless one is named. */
export function dayOfOther({ program }: ProgramScope, wanted: Day | null): Day {
  return shownDay(program, wanted, new Date());
}

/** Each program in a transaction of its own; filters name parties of one program and hold for neither. */
export async function loadTwoPrograms(
  scope: ProgramScope,
  other: ProgramScope,
  { address }: Asked,
  day: Day,
  locale: Locale,
): Promise<[CompareSide, CompareSide]> {
  const read = async (of: ProgramScope, asOf: Day): Promise<CompareSide> => {
    const knownOn = knownDay(address.knownOn, asOf);
    const { period: _, ...funnel } = await getFunnel(of, { asOf, ...(knownOn && { knownOn }) });
    return { slug: of.program.slug, name: shownName(of.program, locale), funnel };
  };
  return Promise.all([read(scope, address.asOf), read(other, day)]);
}
