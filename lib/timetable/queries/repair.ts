import { AppError } from '@/lib/core/errors';
import type { Locale } from '@/lib/core/locale';
import { programQuestion } from '@/lib/platform/query';
import { timetableOperations } from '../operations';
import { canReadTimetables } from '../policy';
import { hitBy, withChange } from '../rules/change';
import { countsOf, differenceOf, markOf } from '../rules/difference';
import { type Facts, inShownOrder, type Planned } from '../rules/facts';
import { figuresOf } from '../rules/figures';
import { seatsOf, toInstance } from '../rules/instance';
import { withTables } from '../rules/tables';
import { type Change, repairInput, whatIfInput } from '../schema';
import { type RepairOption, repairAnswer, whatIf } from '../schema/questions';
import { askSolver, QUESTION_LIMITS } from './ask-solver';
import { loadFacts } from './facts';
import { findPublished, findTimetable, loadPlan } from './item';

const REPAIR_SECONDS = 6;
const WHAT_IF_SECONDS = 4;

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
    REPAIR_SECONDS,
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

/** A change names this stage's parties, tables and slots. Throws not_found. */
function requireKnown(facts: Facts, change: Change): void {
  const parties = new Set(
    [...facts.startups, ...facts.investors, ...facts.tables]
      .map(({ id }) => id)
      .concat([...facts.soleContacts.keys()]),
  );
  const slots = new Set(facts.slots.map(({ id }) => id));
  const named = {
    parties: 'party' in change && change.party.kind !== 'contact' ? [change.party.id] : [],
    tables: 'tableId' in change ? [change.tableId] : [],
    slots: 'slotIds' in change ? (change.slotIds ?? []) : 'slotId' in change ? [change.slotId] : [],
  };
  const isKnown =
    [...named.parties, ...named.tables].every((id) => parties.has(id)) &&
    named.slots.every((id) => slots.has(id));
  if (!isKnown) throw new AppError('not_found', change.kind);
}

/** What can be done about a change, without doing it. Nothing where nothing is published. Throws not_found for a party or table of nobody. */
export const askRepair = programQuestion({
  operation: timetableOperations.askRepair,
  input: repairInput,
  output: repairAnswer,
  may: canReadTimetables,
  limits: QUESTION_LIMITS,
  read: async (tx, scope, { stage, change }): Promise<Published | null> => {
    const known = await loadFacts(tx, scope, stage);
    requireKnown(known.facts, change);
    const published = await findPublished(tx, scope, stage);
    if (!published) return null;
    return { ...known, basedOn: published.id, plan: await loadPlan(tx, scope.programId, published.id) };
  },
  reckon: async (published, scope, { change }) => {
    if (!published) return { basedOn: '', hit: [], options: [] };
    const { basedOn } = published;
    const { hit, options } = await findRepairs(published, change, scope.viewer.locale);
    for (const { option, plan } of options) keepRepair(scope.programId, basedOn, option, plan);
    return { basedOn, hit, options: options.map(({ plan: _, ...option }) => option) };
  },
});

/** What the best timetable would come to after a change, around the locks of this one. Nothing is written. */
export const askWhatIf = programQuestion({
  operation: timetableOperations.askWhatIf,
  input: whatIfInput,
  output: whatIf,
  may: canReadTimetables,
  limits: QUESTION_LIMITS,
  read: async (tx, scope, { timetableId, change }) => {
    const timetable = await findTimetable(tx, scope, timetableId);
    const { facts, before } = await loadFacts(tx, scope, timetable.stage);
    const plan = await loadPlan(tx, scope.programId, timetableId);
    requireKnown(facts, change);
    return { facts, before, plan };
  },
  reckon: async ({ facts, before, plan }, _, { change }) => {
    const changed = withChange(facts, change);
    const mapped = toInstance(
      changed,
      plan.filter(({ isLocked }) => isLocked),
      before,
    );
    const { meetings, proved, bound } = await askSolver<'solve'>(
      { kind: 'solve', instance: mapped.instance },
      WHAT_IF_SECONDS,
    );
    const then = seatsOf(mapped, meetings, plan);
    return {
      now: figuresOf(facts, plan, before),
      // biome-ignore lint/suspicious/noThenProperty: figures, no function: nothing takes the answer for a promise.
      then: figuresOf(changed, then, before),
      proof: { proved, bound },
    };
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
