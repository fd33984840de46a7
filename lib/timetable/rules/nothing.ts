import { isClosed, STAGE_TABLE, type Stage } from '@/lib/pair/rules/stages';
import type { TimetableProof } from '../schema/stage';
import { type Facts, seatsIn } from './facts';
import { isWish } from './weight';
import type { NothingToPlace } from './words';

/**
 * Why nothing can be placed, or null. `no_pairs`: no open pair has come as far as the stage before; `no_wishes`: pairs
 * have, and none of them is to meet.
 */
export function nothingToPlace(facts: Facts, before: Stage): NothingToPlace | null {
  if (facts.slots.length === 0) return 'no_slots';
  if (facts.startups.length === 0 || facts.investors.length === 0) return 'no_parties';
  if (!facts.pairs.some((pair) => isWish(pair, before))) {
    const hasCome = facts.pairs.some(
      ({ stage, status }) => !isClosed(status) && STAGE_TABLE[stage].order >= STAGE_TABLE[before].order,
    );
    return hasCome ? 'no_wishes' : 'no_pairs';
  }
  return facts.slots.some(({ id }) => seatsIn(facts, id) > 0) ? null : 'no_seats';
}

/** That nothing can be better than no meeting at all is no proof of a timetable. */
export function provesSomething(kept: (TimetableProof & { basis?: unknown }) | null): TimetableProof | null {
  if (!kept || kept.possible + kept.placed === 0) return null;
  const { basis: _, ...proof } = kept;
  return proof;
}
