import type { B2bMeeting, B2bProblem } from '@/lib/solver/rules/b2b/problem';
import { randomFrom } from '@/lib/solver/rules/random';

/** How a made-up event is drawn; shares are between 0 and 1. */
export type SampleShape = {
  participants: number;
  meetings: number;
  slots: number;
  tables: number;
  /** Slots somebody is away. */
  away: number;
  fixed: number;
  /** Meetings that come after another. */
  ordered: number;
  /** Meetings bound to one half of the day. */
  halves: number;
};

/** A made-up event, the same for the same seed; it may well have no plan. No pair meets twice. */
export function sampleB2b(shape: SampleShape, seed: number): B2bProblem {
  const random = randomFrom(seed);
  const below = (n: number) => Math.floor(random() * n);
  const { participants, slots } = shape;
  const pairs = Array.from({ length: participants }, (_, one) =>
    Array.from({ length: participants - one - 1 }, (_, more) => [one, one + more + 1] as const),
  ).flat();
  const count = Math.min(shape.meetings, pairs.length);
  const meetings = Array.from({ length: count }, (_, meeting): B2bMeeting => {
    const [pair] = pairs.splice(below(pairs.length), 1);
    const half = random() < shape.halves ? (random() < 0.5 ? 'morning' : 'afternoon') : 'either';
    return {
      participants: pair as readonly [number, number],
      half,
      fixed: random() < shape.fixed ? below(slots) : null,
      after: meeting > 0 && random() < shape.ordered ? [below(meeting)] : [],
    };
  });
  const forbidden = Array.from({ length: participants }, () =>
    Array.from({ length: slots }, (_, slot) => slot).filter(() => random() < shape.away),
  );
  return {
    participants,
    slots,
    morningSlots: Math.ceil(slots / 2),
    tables: shape.tables,
    meetings,
    forbidden,
  };
}
