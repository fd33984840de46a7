import type { Locale } from '@/lib/core/scope';
import { programQuestion } from '@/lib/platform/query';
import { timetableOperations } from '../operations';
import { canReadTimetables } from '../policy';
import { hitBy, withChange } from '../rules/change';
import { figuresOf } from '../rules/counting';
import { countsOf, differenceOf } from '../rules/difference';
import { inShownOrder, type Planned } from '../rules/facts';
import { toInstance } from '../rules/instance';
import { markOf } from '../rules/mark';
import type { RepairAnswer, RepairOption } from '../rules/repairs';
import { seatsOf } from '../rules/seats';
import { withTables } from '../rules/tables';
import { type Change, repairInput } from '../schema';
import { askSolver, QUESTION_LIMITS } from './asking';
import { loadFacts } from './facts';
import { findPublished, loadPlan } from './item';
import { requireKnown } from './known';

const SECONDS = 6;

type Published = { basedOn: string; plan: Planned[] } & Awaited<ReturnType<typeof loadFacts>>;
type Repaired = { hit: string[]; options: (RepairOption & { plan: Planned[] })[] };

/** The ways out of a change of the published timetable, the one that moves the fewest first. */
async function findRepairs(
  { facts, before, plan }: Published,
  change: Change,
  locale: Locale,
): Promise<Repaired> {
  const changed = withChange(facts, change);
  const shown = inShownOrder(changed, locale);
  const hit = hitBy(changed, plan);
  const kept = plan.filter(({ isLocked, pairId }) => isLocked && !hit.includes(pairId));
  const mapped = toInstance(changed, kept, before);
  const placed = plan.map(mapped.placedOf).filter((each) => each !== null);
  const found = await askSolver<'repair'>(
    { kind: 'repair', instance: mapped.instance, before: placed },
    SECONDS,
  );
  const options = found.options.map(({ meetings, proved }, at) => {
    const next = withTables(changed, seatsOf(mapped, meetings, plan));
    const { items, kept: same } = differenceOf(shown, plan, next);
    const counts = countsOf(items, same);
    const figures = figuresOf(changed, next, before);
    return {
      option: markOf(next),
      moved: counts.moved + counts.tableChanged,
      cancelled: counts.removed,
      added: counts.added,
      ofMeetings: plan.length,
      placed: next.length,
      weight: figures.weight,
      provedMinimal: proved || (at === 0 && found.fewestProved),
      items,
      figures,
      plan: next,
    };
  });
  return { hit, options };
}

/** What can be done about a change, without doing it. Nothing where nothing is published. Throws not_found for a party or table of nobody. */
export const askRepair = programQuestion({
  operation: timetableOperations.askRepair,
  input: repairInput,
  may: canReadTimetables,
  limits: QUESTION_LIMITS,
  read: async (tx, scope, { stage, change }): Promise<Published | null> => {
    const known = await loadFacts(tx, scope, stage);
    requireKnown(known.facts, change);
    const published = await findPublished(tx, scope, stage);
    if (!published) return null;
    return { ...known, basedOn: published.id, plan: await loadPlan(tx, scope.programId, published.id) };
  },
  reckon: async (published, scope, { change }): Promise<RepairAnswer> => {
    if (!published) return { basedOn: '', hit: [], options: [] };
    const { basedOn } = published;
    const { hit, options } = await findRepairs(published, change, scope.viewer.locale);
    for (const { option, plan } of options) keepRepair(scope.programId, basedOn, option, plan);
    return { basedOn, hit, options: options.map(({ plan: _, ...option }) => option) };
  },
});

const MOST_KEPT = 200;
const held = globalThis as unknown as { roundtableRepairs?: Map<string, Planned[]> };

function repairs(): Map<string, Planned[]> {
  held.roundtableRepairs ??= new Map();
  return held.roundtableRepairs;
}

/** Options that somebody has just read, so that taking one need not wait for it again. Oldest out first. */
function keepRepair(programId: string, basedOn: string, option: number, plan: Planned[]): void {
  const kept = repairs();
  kept.set(`${programId} ${basedOn} ${option}`, plan);
  for (const key of [...kept.keys()].slice(0, Math.max(0, kept.size - MOST_KEPT))) kept.delete(key);
}

export function keptRepair(programId: string, basedOn: string, option: number): Planned[] | null {
  return repairs().get(`${programId} ${basedOn} ${option}`) ?? null;
}
