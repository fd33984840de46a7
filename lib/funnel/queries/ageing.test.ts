import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { bookMeeting } from '@/lib/meeting/commands/book';
import { moveStage } from '@/lib/pair/commands/move';
import { booking } from '@/scripts/test/booking';
import { history, twoClocks } from '@/scripts/test/funnel/history';
import { logOf } from '@/scripts/test/funnel/log';
import { recountAgeing } from '@/scripts/test/funnel/recount-ageing';
import { scopeIn, writeProgram } from '@/scripts/test/funnel/write';
import { accepted } from '@/scripts/test/main-day';
import { ownDatabase } from '@/scripts/test/own-database';
import { smallProgram } from '@/scripts/test/small-program';
import { listAgeing } from './ageing';

const database = ownDatabase();

const STAGES = ['video_call', 'pre_meeting', 'main_session', 'follow_up'];
const target = fc.option(fc.integer({ min: 1, max: 6 }), { nil: undefined });
const targets = fc.tuple(target, target, target, target);

describe('pairs that stand too long', () => {
  test('do not while a meeting lies ahead of the day asked for, though it has passed today', async () => {
    const world = await smallProgram(database.ownerUrl);
    const officer = world.as('officer');
    const pairId = world.pairOf(world.stepOne, world.firm7);
    await database.owner.query(
      `insert into program_stage (program_id, stage, starts_on, ends_on, time_zone, target_days)
       values ($1, 'video_call', '2023-03-05', '2023-05-30', 'Asia/Seoul', 3)`,
      [world.programId],
    );
    const moved = new Date('2023-04-03T00:00:00Z');
    expect((await moveStage(officer, { pairId, stage: 'video_call', version: 1 }, { now: moved })).ok).toBe(
      true,
    );
    const call = { startsAt: '2023-04-20T01:00:00Z', endsAt: '2023-04-20T01:30:00Z', stage: 'video_call' };
    const now = new Date('2023-04-10T00:00:00Z');
    accepted(await bookMeeting(officer, booking(world, call), { now }));
    const late = async (asOf: string) => (await listAgeing(officer, { asOf })).items.map(({ id }) => id);
    expect(await late('2023-04-09')).toEqual([pairId]);
    expect(await late('2023-04-15')).toEqual([]);
    expect(await late('2023-04-25')).toEqual([pairId]);
  });

  test('are those that a walk through the log finds, on any day, as known on any day', async () => {
    let found = 0;
    await fc.assert(
      fc.asyncProperty(
        history,
        targets,
        fc.array(twoClocks, { minLength: 4, maxLength: 4 }),
        async (story, set, dates) => {
          const log = logOf(story);
          const programId = await writeProgram(database.owner, story.zone, log);
          const byStage: Record<string, number> = {};
          for (const [index, days] of set.entries()) {
            const stage = STAGES[index] as string;
            if (days !== undefined) byStage[stage] = days;
            await database.owner.query(
              `insert into program_stage (program_id, stage, starts_on, ends_on, time_zone, target_days)
             values ($1, $2, '2023-03-05', '2023-03-30', $3, $4)`,
              [programId, stage, story.zone, days ?? null],
            );
          }
          const scope = scopeIn(programId, story.zone);
          for (const { asOf, knownOn } of dates) {
            const { items, stages, total } = await listAgeing(scope, { asOf, knownOn });
            expect(items.map(({ id }) => id).sort()).toEqual(
              recountAgeing(log, story.zone, byStage, asOf, knownOn),
            );
            expect(total).toBe(items.length);
            found += total;
            expect(Object.fromEntries(stages.map((one) => [one.stage, one.targetDays]))).toEqual(byStage);
            expect(stages.reduce((sum, { pairs }) => sum + pairs, 0)).toBe(total);
            expect(
              items.every(
                ({ days, targetDays, stage }) => days > targetDays && byStage[stage] === targetDays,
              ),
            ).toBe(true);
            const beyond = items.map(({ days, targetDays }) => days - targetDays);
            expect(beyond).toEqual(beyond.toSorted((a, b) => b - a));
          }
        },
      ),
      { numRuns: 40 },
    );
    expect(found).toBeGreaterThan(0);
  });
});
