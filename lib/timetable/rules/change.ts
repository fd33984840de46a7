import type { Change } from '../schema';
import { type Facts, isPast } from './facts';

/** The stage as it would be after a change. Meetings that took place stay what they are. */
export function withChange(facts: Facts, change: Change): Facts {
  const all = facts.slots.map(({ id }) => id);
  switch (change.kind) {
    case 'party_leaves':
      return withAway(facts, change.party.id, all);
    case 'party_away':
      return withAway(facts, facts.soleContacts.get(change.party.id) ?? change.party.id, change.slotIds);
    case 'table_lost':
      return withAway(facts, change.tableId, change.slotIds ?? all);
    case 'slot_lost':
      return [...facts.startups, ...facts.investors].reduce(
        (changed, { id }) => withAway(changed, id, [change.slotId]),
        facts,
      );
    case 'slot_added':
      return withOneMoreSlot(facts);
  }
}

/** The id of the slot that a what-if adds; it is in no table of the database. */
const ADDED_SLOT = 'added';

function withAway(facts: Facts, id: string, slotIds: readonly string[]): Facts {
  const away = new Map(facts.away);
  away.set(id, new Set([...(away.get(id) ?? []), ...slotIds]));
  return { ...facts, away };
}

/** As long as the last one, and as far behind it as it is behind its own. */
function withOneMoreSlot(facts: Facts): Facts {
  const last = facts.slots.at(-1);
  if (!last) return facts;
  const length = Date.parse(last.endsAt) - Date.parse(last.startsAt);
  const before = facts.slots.at(-2);
  const pause =
    before && before.day === last.day
      ? Math.max(0, Date.parse(last.startsAt) - Date.parse(before.endsAt))
      : 0;
  const start = Date.parse(last.endsAt) + pause;
  const iso = (ms: number) => new Date(ms).toISOString();
  const slot = { id: ADDED_SLOT, startsAt: iso(start), endsAt: iso(start + length), day: last.day };
  return { ...facts, slots: [...facts.slots, slot] };
}

/** Pairs of a plan whose meeting the change makes impossible where it stands. */
export function hitBy(
  changed: Facts,
  plan: readonly { pairId: string; slotId: string; tableId: string | null }[],
): string[] {
  const pairOf = new Map(changed.pairs.map((pair) => [pair.id, pair]));
  const past = new Set(changed.live.filter(isPast).map(({ pairId }) => pairId));
  const away = (id: string, slotId: string) => changed.away.get(id)?.has(slotId) ?? false;
  return plan.flatMap(({ pairId, slotId, tableId }) => {
    const pair = pairOf.get(pairId);
    if (!pair || past.has(pairId)) return [];
    const hit =
      away(pair.startupId, slotId) ||
      away(pair.investorId, slotId) ||
      (tableId !== null && away(tableId, slotId));
    return hit ? [pairId] : [];
  });
}
