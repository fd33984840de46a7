import type { Result } from '@/lib/core/result';
import { addSlots, setStages } from '@/lib/program/commands/stages';
import type { SmallProgram } from './small-program';

/** Three days before the main day. */
export const BEFORE = new Date('2023-04-25T00:00:00Z');

export function accepted<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(JSON.stringify(result.refusals));
  return result.value;
}

export function reasonsOf(result: Result<unknown>): string[] {
  return result.ok ? [] : result.refusals.map((refusal) => refusal.reason);
}

/** Gives a small program its main day: slots of 25 minutes from 14:30 in Boston, five minutes between. Their ids in order. */
export async function mainDay(world: SmallProgram, count = 3): Promise<string[]> {
  const officer = world.as('officer');
  accepted(
    await setStages(officer, {
      stages: [
        {
          stage: 'main_session',
          startsOn: '2023-04-28',
          endsOn: '2023-04-28',
          timeZone: 'America/New_York',
          meetingMinutes: 25,
          usesTables: true,
        },
      ],
    }),
  );
  const row = { day: '2023-04-28', firstStart: '14:30', minutes: 25, breakMinutes: 5, count };
  const { slots } = accepted(await addSlots(officer, { stage: 'main_session', ...row }));
  return slots.map(({ id }) => id);
}

/** The pairs of two startups and two investors of a small program. */
export const fourPairs = (world: SmallProgram) => ({
  one: world.pairOf(world.stepOne, world.firm7),
  two: world.pairOf(world.stepOne, world.harbor),
  three: world.pairOf(world.rival, world.firm7),
  four: world.pairOf(world.rival, world.harbor),
});
