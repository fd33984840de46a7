import { isClosed, type Stage } from '@/lib/pair/rules/stages';
import type { Instance, Placed } from '@/lib/solver/schema';
import { type Facts, isAway, isPast, type Planned, restAfter, seatsIn } from './facts';
import { isWish, weightOf } from './weight';

/** An instance, and the way back from its indices to ids. */
export type Mapped = {
  instance: Instance;
  startupIds: string[];
  investorIds: string[];
  slotIds: string[];
  /** By `startup * investors + investor`. */
  pairIds: (string | undefined)[];
  /** Place of a planned meeting among the indices; null for what the instance does not know. */
  placedOf: (planned: Planned) => Placed | null;
};

/**
 * The stage as the solver reads it. `kept` are meetings that stay where they are (locks, and all that took place): for
 * them blackouts, maximums and rests give way, for what is decided is decided. `before` is the stage before this one.
 */
export function toInstance(facts: Facts, kept: readonly Planned[], before: Stage): Mapped {
  const { slots, startups, investors, rules } = facts;
  const startupAt = indexOf(startups.map(({ id }) => id));
  const investorAt = indexOf(investors.map(({ id }) => id));
  const slotAt = indexOf(slots.map(({ id }) => id));
  const pairOf = new Map(facts.pairs.map((pair) => [pair.id, pair]));
  const pairIds: (string | undefined)[] = new Array(startups.length * investors.length);
  for (const pair of facts.pairs) {
    const at =
      (startupAt.get(pair.startupId) ?? 0) * investors.length + (investorAt.get(pair.investorId) ?? 0);
    pairIds[at] = pair.id;
  }
  const placedOf = ({ pairId, slotId }: Planned): Placed | null => {
    const pair = pairOf.get(pairId);
    const startup = pair && startupAt.get(pair.startupId);
    const investor = pair && investorAt.get(pair.investorId);
    const slot = slotAt.get(slotId);
    return startup === undefined || investor === undefined || slot === undefined
      ? null
      : [startup, investor, slot];
  };
  const locks = withPast(facts, kept)
    .map(placedOf)
    .filter((placed) => placed !== null);
  const locked = new Set(locks.map(([startup, investor]) => startup * investors.length + investor));
  const lockedAt = new Set(
    locks.flatMap(([startup, investor, slot]) => [`s${startup} ${slot}`, `v${investor} ${slot}`]),
  );
  const load = slots.map((_, at) => locks.filter(([, , slot]) => slot === at).length);
  const bits = (sign: 's' | 'v', party: number, id: string) =>
    slots
      .map((slot, at) => (lockedAt.has(`${sign}${party} ${at}`) || !isAway(facts, id, slot.id) ? '1' : '0'))
      .join('');
  const meetings = (side: 0 | 1, party: number) => locks.filter((lock) => lock[side] === party).length;
  const wishes = facts.pairs.filter((pair) => isWish(pair, before));
  const both = (pair: { startupId: string; investorId: string }) =>
    [startupAt.get(pair.startupId) as number, investorAt.get(pair.investorId) as number] as const;
  const instance: Instance = {
    name: facts.setup.stage,
    slots: slots.length,
    tablesPerSlot: slots.map((slot, at) => Math.max(seatsIn(facts, slot.id), load[at] as number)),
    startupAvailability: startups.map(({ id }, at) => bits('s', at, id)),
    vcAvailability: investors.map(({ id }, at) => bits('v', at, id)),
    requests: wishes.map((pair) => [...both(pair), weightOf(pair)]),
    musts: wishes.filter(({ wish }) => wish === 'must').map((pair) => [...both(pair)]),
    noThanks: facts.pairs
      .filter((pair) => pair.wish === 'no_thanks' || isClosed(pair.status))
      .map((pair) => both(pair))
      .filter(([startup, investor]) => !locked.has(startup * investors.length + investor))
      .map((each): [number, number] => [...each]),
    locks,
    startupFloor: rules.startupFloor,
    vcFloor: rules.investorFloor,
    dayStarts: dayStarts(facts),
  };
  if (rules.startupMax !== null) {
    const most = rules.startupMax;
    instance.startupMax = startups.map((_, at) => Math.max(most, meetings(0, at)));
  }
  if (rules.investorMax !== null) {
    const most = rules.investorMax;
    instance.vcMax = investors.map((_, at) => Math.max(most, meetings(1, at)));
  }
  const rests = { startup: restAfter(facts, 'startup'), investor: restAfter(facts, 'investor') };
  if (rests.startup > 0) instance.startupRestAfter = Math.max(rests.startup, longestRow(facts, locks, 0));
  if (rests.investor > 0) instance.vcRestAfter = Math.max(rests.investor, longestRow(facts, locks, 1));
  Object.assign(instance, sharedTables(facts));
  const ids = { startupIds: startups.map(({ id }) => id), investorIds: investors.map(({ id }) => id) };
  return { instance, ...ids, slotIds: slots.map(({ id }) => id), pairIds, placedOf };
}

/** What took place is kept, wherever the draft has it. */
export function withPast(facts: Facts, kept: readonly Planned[]): Planned[] {
  const past = facts.live.filter(isPast);
  const gone = new Set(past.map(({ pairId }) => pairId));
  return [
    ...past.map(({ pairId, slotId, tableId }) => ({ pairId, slotId, tableId, isLocked: true })),
    ...kept.filter(({ pairId }) => !gone.has(pairId)),
  ];
}

/**
 * Fixed tables reach the solver only where they can stand in each other's way: two parties share one, or both sides have
 * some. Else whoever is in one place at a time has their table free.
 */
function sharedTables(facts: Facts): Partial<Instance> {
  if (!facts.setup.usesTables || facts.fixedTables.size === 0) return {};
  const of = (parties: readonly { id: string }[]) => parties.map(({ id }) => facts.fixedTables.get(id));
  const [startups, investors] = [of(facts.startups), of(facts.investors)];
  const used = [...startups, ...investors].filter((table) => table !== undefined);
  const apart = new Set(used).size === used.length;
  if (apart && (startups.every((table) => !table) || investors.every((table) => !table))) return {};
  const number = indexOf([...new Set(used)]);
  const numbers = (tables: readonly (string | undefined)[]) =>
    tables.map((table) => (table === undefined ? -1 : (number.get(table) as number)));
  return { startupTable: numbers(startups), vcTable: numbers(investors) };
}

function dayStarts(facts: Facts): number[] {
  return facts.slots.flatMap((slot, at) => (slot.day === facts.slots[at - 1]?.day ? [] : [at]));
}

function longestRow(facts: Facts, locks: readonly Placed[], side: 0 | 1): number {
  const taken = new Set(locks.map((lock) => `${lock[side]} ${lock[2]}`));
  let longest = 0;
  for (const lock of locks) {
    let row = 1;
    while (
      facts.slots[lock[2] + row]?.day === facts.slots[lock[2]]?.day &&
      taken.has(`${lock[side]} ${lock[2] + row}`)
    )
      row += 1;
    longest = Math.max(longest, row);
  }
  return longest;
}

function indexOf(ids: readonly string[]): Map<string, number> {
  return new Map(ids.map((id, at) => [id, at]));
}

/** From indices back to ids; what was locked stays locked, and whoever stays where they were keeps their table. */
export function seatsOf(
  { pairIds, investorIds, slotIds }: Pick<Mapped, 'pairIds' | 'investorIds' | 'slotIds'>,
  meetings: readonly Placed[],
  before: readonly Planned[],
): Planned[] {
  const was = new Map(before.map((meeting) => [meeting.pairId, meeting]));
  return meetings.flatMap(([startup, investor, slot]) => {
    const pairId = pairIds[startup * investorIds.length + investor];
    const slotId = slotIds[slot];
    if (!pairId || !slotId) return [];
    const old = was.get(pairId);
    const stays = old?.slotId === slotId;
    return [{ pairId, slotId, isLocked: stays && old.isLocked, tableId: stays ? old.tableId : null }];
  });
}
