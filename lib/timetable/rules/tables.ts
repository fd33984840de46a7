import { type Facts, isAway, type Planned } from './facts';

type Seat = { pairId: string; slotId: string; isLocked: boolean; tableId?: string | null };

/**
 * Gives each meeting its table: what it has already if it can stay (`tableId`), the fixed one of either side, the one its
 * startup sat at just before, else the first that is free. Null where the stage meets by link, or none is left.
 */
export function withTables(facts: Facts, seats: readonly Seat[]): Planned[] {
  if (!facts.setup.usesTables) return seats.map((seat) => ({ ...seat, tableId: null }));
  const sides = new Map(facts.pairs.map(({ id, startupId, investorId }) => [id, { startupId, investorId }]));
  const lastTable = new Map<string, string>();
  const given = new Map<string, string | null>();
  for (const slot of facts.slots) {
    const here = seats.filter((seat) => seat.slotId === slot.id);
    const taken = new Set<string>();
    const take = (seat: Seat, table: string | null | undefined) => {
      if (given.has(seat.pairId) || !table || taken.has(table)) return;
      if (!seat.isLocked && isAway(facts, table, slot.id)) return;
      given.set(seat.pairId, table);
      taken.add(table);
    };
    const fixed = (seat: Seat) => {
      const pair = sides.get(seat.pairId);
      return pair && (facts.fixedTables.get(pair.startupId) ?? facts.fixedTables.get(pair.investorId));
    };
    const startup = (seat: Seat) => sides.get(seat.pairId)?.startupId ?? '';
    for (const seat of here) if (seat.isLocked) take(seat, seat.tableId);
    for (const seat of here) take(seat, fixed(seat));
    for (const seat of here) take(seat, seat.tableId);
    for (const seat of here) take(seat, lastTable.get(startup(seat)));
    for (const seat of here) for (const table of facts.tables) take(seat, table.id);
    for (const seat of here) {
      const table = given.get(seat.pairId) ?? null;
      given.set(seat.pairId, table);
      if (table) lastTable.set(startup(seat), table);
    }
  }
  return seats.map((seat) => ({ ...seat, tableId: given.get(seat.pairId) ?? null }));
}
