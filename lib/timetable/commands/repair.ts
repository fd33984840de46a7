import { done, type Result, refuse } from '@/lib/core/result';
import type { ProgramScope } from '@/lib/core/scope';
import { uuidv7 } from '@/lib/core/uuid';
import { programCommand } from '@/lib/platform/command';
import type { Tx } from '@/lib/platform/database';
import { wordsIn } from '@/lib/platform/say';
import { timetableOperations } from '../operations';
import { canPlan } from '../policy';
import { loadFacts } from '../queries/facts';
import { findPublished } from '../queries/item';
import { askRepair, keptRepair } from '../queries/repair';
import { type Facts, isPast, type Planned } from '../rules/facts';
import { type Change, takeRepairInput } from '../schema';
import { changedDraft } from '../schema/stage';
import { paintBlackouts } from './blackouts';
import { insertDraft } from './draft';
import { beginningWith, writePlan } from './plan';

/**
 * Makes a draft of one way out of a change, to be looked at and published; who left or what was lost is painted away, so
 * that the next run knows it too. Refusals: nothing_published, option_gone.
 */
export const takeRepair = programCommand({
  operation: timetableOperations.takeRepair,
  input: takeRepairInput,
  output: changedDraft,
  may: canPlan,
  // Read a moment ago, in most cases, by whoever takes it; else the solver is asked again.
  prepare: async (scope, { stage, change, option, basedOn }): Promise<Result<Planned[]>> => {
    const kept = () => keptRepair(scope.programId, basedOn, option);
    const asked = kept() ? null : await askRepair(scope, { stage, change });
    if (asked?.basedOn === '') return refuse('nothing_published', { field: ['stage'] });
    const plan = kept();
    return plan ? done(plan) : refuse('option_gone', { field: ['option'] });
  },
  run: async (tx, context, { stage, change, basedOn }, found) => {
    const { scope, viewer, now, record } = context;
    const published = await findPublished(tx, scope, stage);
    if (!published) return refuse('nothing_published', { field: ['stage'] });
    if (published.id !== basedOn) return refuse('option_gone', { field: ['basedOn'] });
    const { facts } = await loadFacts(tx, scope, stage);
    const id = uuidv7(now);
    const name = wordsIn(viewer.locale, 'timetable')('repairName', { number: published.number ?? 0 });
    await insertDraft(tx, scope, { id, stage, name, basedOn, at: now, by: viewer.personId });
    const placed = await writePlan(tx, scope, id, facts, beginningWith(facts, found));
    const painted = await paint(tx, scope, facts, change, now);
    if (!painted.ok) return painted;
    record({ subject: 'timetable', subjectId: id, detail: { stage, kind: change.kind, placed } });
    return done({ timetableId: id, version: 1 });
  },
});

/** A slot that is lost stays in the grid, with everybody away in it, until it is taken out in the settings. */
async function paint(tx: Tx, scope: ProgramScope, facts: Facts, change: Change, now: Date) {
  const past = new Set(facts.live.filter(isPast).map(({ slotId }) => slotId));
  const open = facts.slots.map(({ id }) => id).filter((id) => !past.has(id));
  const what = {
    party_leaves: () => change.kind === 'party_leaves' && [{ party: change.party, slotIds: open }],
    party_away: () => change.kind === 'party_away' && [{ party: change.party, slotIds: change.slotIds }],
    table_lost: () =>
      change.kind === 'table_lost' && [
        { party: { kind: 'table' as const, id: change.tableId }, slotIds: change.slotIds ?? open },
      ],
    slot_lost: () =>
      change.kind === 'slot_lost' &&
      facts.startups.map(({ id }) => ({ party: { kind: 'startup' as const, id }, slotIds: [change.slotId] })),
    slot_added: () => false as const,
  }[change.kind]();
  const paints = (what || [])
    .filter(({ slotIds }) => slotIds.length > 0)
    .map((one) => ({ ...one, away: true }));
  if (paints.length === 0) return done(null);
  return paintBlackouts.within(tx, scope, { stage: facts.setup.stage, paints }, { now });
}
