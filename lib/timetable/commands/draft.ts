import { AppError } from '@/lib/core/errors';
import { done, refuse } from '@/lib/core/result';
import type { ProgramScope } from '@/lib/core/scope';
import { uuidv7 } from '@/lib/core/uuid';
import type { MeetingStage } from '@/lib/pair/rules/stages';
import { programCommand } from '@/lib/platform/command';
import type { Tx } from '@/lib/platform/database';
import { wordsIn } from '@/lib/platform/say';
import { timetableOperations } from '../operations';
import { canPlan } from '../policy';
import { loadFacts } from '../queries/facts';
import { findPublished, findTimetable, loadPlan } from '../queries/item';
import { isPast, type Planned } from '../rules/facts';
import { createDraftInput, draftInput, renameInput } from '../schema';
import { changedDraft } from '../schema/stage';
import { lockDraft, lockTimetable, setState } from './lock';
import { beginningWith, writePlan } from './plan';

/** Makes a draft of a stage. Refusals: stage_not_set, no_slots. */
export const createDraft = programCommand({
  operation: timetableOperations.createDraft,
  input: createDraftInput,
  output: changedDraft,
  may: canPlan,
  run: async (tx, context, { stage, name, from }) => {
    const { scope, viewer, now, record } = context;
    const { facts } = await loadFacts(tx, scope, stage);
    if (facts.setup.startsOn === '') return refuse('stage_not_set', { field: ['stage'] });
    if (facts.slots.length === 0) return refuse('no_slots', { field: ['stage'] });
    const live = facts.live.map((meeting) => ({ ...meeting, isLocked: isPast(meeting) }));
    const plan = from ? await planOf(tx, scope, stage, from) : from === null ? [] : live;
    const published = await findPublished(tx, scope, stage);
    const id = uuidv7(now);
    await insertDraft(tx, scope, {
      ...{ id, stage, at: now, by: viewer.personId },
      name: name || (await nextName(tx, scope, stage)),
      basedOn: from ?? (from === null ? null : (published?.id ?? null)),
    });
    const placed = await writePlan(tx, scope, id, facts, beginningWith(facts, plan));
    record({ subject: 'timetable', subjectId: id, detail: { stage, origin: from ?? null, placed } });
    return done({ timetableId: id, version: 1 });
  },
});

async function planOf(tx: Tx, scope: ProgramScope, stage: MeetingStage, from: string): Promise<Planned[]> {
  const origin = await findTimetable(tx, scope, from);
  if (origin.stage !== stage) throw new AppError('not_found', 'timetable');
  return loadPlan(tx, scope.programId, from);
}

type NewDraft = {
  id: string;
  stage: MeetingStage;
  name: string;
  basedOn: string | null;
  at: Date;
  by: string;
};

/** `baseSeq` is up to where the draft knows the log of meetings: what is booked later is somebody else's. */
export async function insertDraft(
  tx: Tx,
  { programId }: ProgramScope,
  { id, stage, name, basedOn, at, by }: NewDraft,
): Promise<void> {
  const last = await tx.meetingEvent.aggregate({ where: { programId }, _max: { seq: true } });
  await tx.timetable.create({
    data: {
      ...{ programId, id, stage, name, basedOn },
      baseSeq: last._max.seq ?? 0n,
      createdAt: at,
      createdById: by,
    },
    select: { id: true },
  });
}

async function nextName(tx: Tx, { programId, viewer }: ProgramScope, stage: MeetingStage): Promise<string> {
  const count = await tx.timetable.count({ where: { programId, stage } });
  return wordsIn(viewer.locale, 'timetable')('draftName', { n: count + 1 });
}

/** Refusals: stale, not_a_draft. */
export const renameDraft = programCommand({
  operation: timetableOperations.renameDraft,
  input: renameInput,
  output: changedDraft,
  may: canPlan,
  run: async (tx, { scope, record }, { name, ...edited }) => {
    const locked = await lockDraft(tx, scope, edited);
    if (!locked.ok) return locked;
    const { draft } = locked;
    await tx.$executeRaw`
      update timetable set name = ${name}, version = version + 1
      where program_id = ${scope.programId}::uuid and id = ${draft.id}::uuid`;
    record({ subject: 'timetable', subjectId: draft.id, detail: { from: draft.name, name } });
    return done({ timetableId: draft.id, version: draft.version + 1 });
  },
});

/** Puts a draft away; nothing of it is lost. A run on it is asked to stop. Refusals: stale, not_a_draft. */
export const discardDraft = programCommand({
  operation: timetableOperations.discardDraft,
  input: draftInput,
  output: changedDraft,
  may: canPlan,
  run: async (tx, { scope, record }, input) => {
    const locked = await lockDraft(tx, scope, input);
    if (!locked.ok) return locked;
    const { draft } = locked;
    await setState(tx, scope, draft.id, 'discarded');
    await tx.timetableRun.updateMany({
      where: { programId: scope.programId, timetableId: draft.id, state: 'running' },
      data: { stopRequested: true },
    });
    record({ subject: 'timetable', subjectId: draft.id, detail: { stage: draft.stage, name: draft.name } });
    return done({ timetableId: draft.id, version: draft.version + 1 });
  },
});

/** Brings a discarded draft back. Refusals: stale, not_discarded. */
export const restoreDraft = programCommand({
  operation: timetableOperations.restoreDraft,
  input: draftInput,
  output: changedDraft,
  may: canPlan,
  run: async (tx, { scope, record }, { timetableId, version }) => {
    const draft = await lockTimetable(tx, scope, timetableId);
    if (draft.version !== version) {
      return refuse('stale', { field: ['version'], current: await findTimetable(tx, scope, timetableId) });
    }
    if (draft.state !== 'discarded') return refuse('not_discarded');
    await setState(tx, scope, draft.id, 'draft');
    record({ subject: 'timetable', subjectId: draft.id, detail: { stage: draft.stage, name: draft.name } });
    return done({ timetableId: draft.id, version: draft.version + 1 });
  },
});
