import { expect, vi } from 'vitest';
import type { ProgramScope } from '@/lib/core/scope';
import { createDraft } from '@/lib/timetable/commands/draft';
import { placeMeeting } from '@/lib/timetable/commands/place';
import { getRun } from '@/lib/timetable/queries/run';
import type { RunProgress } from '@/lib/timetable/schema/grid';
import type { ChangedDraft } from '@/lib/timetable/schema/stage';
import { accepted, BEFORE, mainDay } from './main-day';
import { smallProgram } from './small-program';

/** A small program with an empty draft of its main day, of so many slots. */
export async function draftDay(ownerUrl: string, slotCount = 3) {
  const world = await smallProgram(ownerUrl);
  const slots = await mainDay(world, slotCount);
  const officer = world.as('officer');
  const draft = accepted(await createDraft(officer, { stage: 'main_session', from: null }));
  return { world, officer, slots, draft };
}

/** A draft with these pairs placed in these slots, counted from 0. */
export async function withMeetings(
  { officer, slots }: { officer: ProgramScope; slots: readonly string[] },
  draft: ChangedDraft,
  places: readonly (readonly [pairId: string, slot: number])[],
): Promise<ChangedDraft> {
  let changed = draft;
  for (const [pairId, slot] of places) {
    const placed = { ...changed, pairId, slotId: slots[slot] as string };
    changed = accepted(await placeMeeting(officer, placed, { now: BEFORE }));
  }
  return changed;
}

/** Asks until the run on a timetable has ended, and tells how. */
export async function runEnded(
  { officer }: { officer: ProgramScope },
  timetableId: string,
): Promise<RunProgress> {
  let run: RunProgress | null = null;
  await vi.waitFor(
    async () => {
      run = (await getRun(officer, { timetableId })).run;
      expect(run?.state).not.toBe('running');
    },
    { timeout: 60_000, interval: 200 },
  );
  return run as unknown as RunProgress;
}
