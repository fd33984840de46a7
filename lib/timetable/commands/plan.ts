import { AppError } from '@/lib/core/errors';
import type { ProgramScope } from '@/lib/core/scope';
import type { Tx } from '@/lib/platform/database';
import type { Facts, PairFact, Planned } from '../rules/facts';
import { withPast } from '../rules/instance';

/** Replaces the meetings of a draft. Those of a slot or a pair that is not there are left out. */
export async function writePlan(
  tx: Tx,
  { programId }: ProgramScope,
  timetableId: string,
  facts: Facts,
  plan: readonly Planned[],
): Promise<number> {
  await tx.timetableMeeting.deleteMany({ where: { programId, timetableId } });
  const data = planRows(programId, timetableId, facts, plan);
  await tx.timetableMeeting.createMany({ data });
  return data.length;
}

export function planRows(programId: string, timetableId: string, facts: Facts, plan: readonly Planned[]) {
  const slotOf = new Map(facts.slots.map((slot) => [slot.id, slot]));
  const pairOf = new Map(facts.pairs.map((pair) => [pair.id, pair]));
  return plan.flatMap(({ pairId, slotId, tableId, isLocked }) => {
    const slot = slotOf.get(slotId);
    const pair = pairOf.get(pairId);
    if (!slot || !pair) return [];
    const { startupId, investorId } = pair;
    const when = { startsAt: new Date(slot.startsAt), endsAt: new Date(slot.endsAt) };
    return [{ programId, timetableId, pairId, startupId, investorId, slotId, ...when, tableId, isLocked }];
  });
}

/**
 * A plan to begin a draft with: what took place first, then what is left of the one given. Pairs that do not meet any
 * more, and meetings whose place something else has taken, are left out.
 */
export function beginningWith(facts: Facts, plan: readonly Planned[]): Planned[] {
  const pairOf = new Map(facts.pairs.map((pair) => [pair.id, pair]));
  const past = withPast(facts, []);
  const taken = new Set<string>();
  const kept = new Set<string>();
  const begun: Planned[] = [];
  for (const meeting of [...past, ...plan]) {
    const pair = pairOf.get(meeting.pairId);
    const isPast = begun.length < past.length;
    if (!pair || kept.has(pair.id) || (!isPast && pair.wish === 'no_thanks')) continue;
    const seats = [pair.startupId, pair.investorId, meeting.tableId]
      .filter((id) => id !== null)
      .map((id) => `${id} ${meeting.slotId}`);
    if (seats.some((seat) => taken.has(seat))) continue;
    for (const seat of seats) taken.add(seat);
    kept.add(pair.id);
    begun.push(meeting);
  }
  return begun;
}

/** Throws not_found for a pair of nobody, or of an archived party. */
export function requirePair(facts: Facts, pairId: string): PairFact {
  const pair = facts.pairs.find(({ id }) => id === pairId);
  if (!pair) throw new AppError('not_found', 'pair');
  return pair;
}
