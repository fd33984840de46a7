import { describe, expect, test, vi } from 'vitest';
import { asViewer } from '@/lib/platform/database';
import { log } from '@/lib/platform/log';
import * as worker from '@/lib/platform/worker';
import { draftDay, runEnded } from '@/scripts/test/draft-day';
import { accepted, BEFORE } from '@/scripts/test/main-day';
import { ownDatabase } from '@/scripts/test/own-database';
import type { SmallProgram } from '@/scripts/test/small-program';
import * as solver from '../queries/ask-solver';
import { askRepair, askWhatIf } from '../queries/repair';
import { askWhyNot } from '../queries/why-not';
import type { ChangedDraft } from '../schema/stage';
import { createDraft } from './draft';
import { placeMeeting } from './place';
import { publishTimetable } from './publish';
import { takeRepair } from './repair';
import { startSolve } from './solve';

const database = ownDatabase();

const stage = 'main_session';

const opened = (slotCount?: number) => draftDay(database.ownerUrl, slotCount);

describe('many at once', () => {
  /** Threads that never come to an answer, until they are told to end. */
  function endlessThreads(): () => void {
    const ends: (() => void)[] = [];
    vi.spyOn(log, 'error').mockReturnValue(undefined);
    vi.spyOn(worker, 'startWorker').mockImplementation(() => {
      const answer = new Promise<never>((_, reject) => {
        ends.push(() => reject(new worker.WorkerFailure('ended', 'told to end')));
      });
      return { answer, stop: () => undefined };
    });
    return () => {
      for (const end of ends) end();
    };
  }

  test('7.8 of twelve runs started at once six run, and the others are told so', async () => {
    const end = endlessThreads();
    const { officer } = await opened();
    const drafts: ChangedDraft[] = [];
    for (let each = 0; each < 12; each++) {
      drafts.push(accepted(await createDraft(officer, { stage, from: null })));
    }
    const answers = await Promise.all(drafts.map((draft) => startSolve(officer, { ...draft, seconds: 30 })));
    const refused = answers.flatMap((answer) => (answer.ok ? [] : answer.refusals));
    expect(refused).toEqual(Array(6).fill({ reason: 'too_many_runs', params: { count: 6 } }));
    end();
    for (const { timetableId } of drafts) await runEnded({ officer }, timetableId);
  });

  test('7.8 the runs of all programs are counted together, past the walls of each', async () => {
    const end = endlessThreads();
    const days = [await opened(), await opened(), await opened()];
    const start = async ({ officer }: { officer: ReturnType<SmallProgram['as']> }) =>
      startSolve(officer, { ...accepted(await createDraft(officer, { stage, from: null })), seconds: 30 });
    for (const day of days.slice(0, 2)) {
      for (let each = 0; each < 6; each++) accepted(await start(day));
    }
    const third = days[2] as (typeof days)[number];
    await expect(start(third)).rejects.toMatchObject({ code: 'too_many', retryAfter: 20 });
    end();
    await vi.waitFor(async () => accepted(await startSolve(third.officer, { ...third.draft, seconds: 1 })), {
      timeout: 30_000,
      interval: 200,
    });
    end();
    await runEnded(third, third.draft.timetableId);
  });

  test('7.8 no question holds a connection while the solver thinks', async () => {
    const day = await opened();
    const { world, officer, slots, draft } = day;
    const meeting = { pairId: world.pairOf(world.stepOne, world.firm7), slotId: slots[0] as string };
    const placed = accepted(await placeMeeting(officer, { ...draft, ...meeting }));
    const { timetableId } = accepted(await publishTimetable(officer, placed, { now: BEFORE }));
    const pairId = world.pairOf(world.stepOne, world.harbor);
    const change = { kind: 'party_leaves' as const, party: { kind: 'investor' as const, id: world.harbor } };
    const thinking = vi.spyOn(solver, 'askSolver').mockImplementation(async () => {
      // Refused inside a transaction; and nobody else of this file holds one now.
      await asViewer('nobody', async () => undefined);
      throw new Error('thought about');
    });
    for (const ask of [
      () => askWhatIf(officer, { timetableId, change }),
      () => askRepair(officer, { stage, change }),
      () => askWhyNot(officer, { timetableId, pairId }),
      () => takeRepair(officer, { stage, change, option: 1, basedOn: timetableId }),
    ]) {
      await expect(ask()).rejects.toThrow('thought about');
    }
    expect(thinking).toHaveBeenCalledTimes(4);
  });
});
