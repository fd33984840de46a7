import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { expectDone, type SmallProgram, smallProgram } from '@/e2e/support/small-program';
import { bookMeeting } from '@/lib/meeting/commands/book';
import { cancelMeeting } from '@/lib/meeting/commands/cancel';
import { moveStage } from '../commands/move';
import { countUnscheduled } from './figures';
import { listPairs } from './list';

let program: SmallProgram;
beforeAll(async () => {
  program = await smallProgram('unscheduled');
});
afterAll(() => program.end());

const counts = async (scope = program.office) =>
  Object.fromEntries((await countUnscheduled(scope, {})).stages.map(({ stage, pairs }) => [stage, pairs]));
const rows = async (stage: string) =>
  (await listPairs(program.office, { unscheduled: true, stage: [stage as never] })).items.map(({ id }) => id);

describe('pairs without a meeting of their stage', () => {
  it('are counted by stage, the count opens exactly them, and a booking takes them out until it is cancelled', async () => {
    expect(await counts()).toEqual({ video_call: 0, pre_meeting: 0, main_session: 0, follow_up: 0 });
    const [first, second] = (await listPairs(program.office, {})).items;
    if (!first || !second) throw new Error('two pairs');
    for (const { id, version } of [first, second]) {
      expectDone(await moveStage(program.office, { pairId: id, version, stage: 'video_call' }));
    }
    expect((await counts()).video_call).toBe(2);
    expect((await rows('video_call')).sort()).toEqual([first.id, second.id].sort());
    const booked = expectDone(
      await bookMeeting(program.office, {
        pairId: first.id,
        stage: 'video_call',
        startsAt: '2030-04-10T01:00:00Z',
        endsAt: '2030-04-10T01:25:00Z',
      }),
    );
    expect((await counts()).video_call).toBe(1);
    expect(await rows('video_call')).toEqual([second.id]);
    const { meetingId, version } = booked;
    expectDone(await cancelMeeting(program.office, { meetingId, version, reason: '일정 변경' }));
    expect((await counts()).video_call).toBe(2);
  });

  it("are a startup's own where a startup's people ask", async () => {
    const all = await listPairs(program.office, { unscheduled: true });
    const own = all.items.filter(({ startup }) => startup.id === program.startup.startupId);
    expect((await counts(program.startup)).video_call).toBe(own.length);
  });
});
