import type { Instance, Placed } from '../schema';

/**
 * The referee: reads a timetable against the instance as it stands in the file and shares no code with the solver. Made
 * to be read in one go; it is the definition of what a valid timetable is.
 */
export type FaultFound = {
  rule:
    | 'range'
    | 'wish'
    | 'twice'
    | 'no_thanks'
    | 'clash'
    | 'blackout'
    | 'tables'
    | 'lock'
    | 'max'
    | 'rest'
    | 'table';
  /** One sentence with indices as they stand in the file. */
  words: string;
};

/** What is wrong with a timetable; nothing, where it is valid. `tables` is the table of each meeting, where they are dealt. */
export function checkTimetable(
  instance: Instance,
  meetings: readonly Placed[],
  tables?: readonly number[],
): FaultFound[] {
  const found: FaultFound[] = [];
  const say = (rule: FaultFound['rule'], words: string) => found.push({ rule, words });
  const startups = instance.startupAvailability.length;
  const investors = instance.vcAvailability.length;
  const tablesIn = (slot: number) =>
    typeof instance.tablesPerSlot === 'number' ? instance.tablesPerSlot : (instance.tablesPerSlot[slot] ?? 0);

  const inRange = meetings.filter(([startup, investor, slot]) => {
    const inside = [
      [startup, startups],
      [investor, investors],
      [slot, instance.slots],
    ].every(([index = -1, count = 0]) => Number.isInteger(index) && index >= 0 && index < count);
    if (!inside) say('range', `[${startup}, ${investor}, ${slot}] is outside the instance.`);
    return inside;
  });

  const locked = new Set((instance.locks ?? []).map((lock) => lock.join()));
  const allowed = new Set([
    ...instance.requests.map(([startup, investor]) => `${startup},${investor}`),
    ...(instance.locks ?? []).map(([startup, investor]) => `${startup},${investor}`),
  ]);
  const refused = new Set((instance.noThanks ?? []).map((pair) => pair.join()));
  const blackouts = new Set((instance.blackouts ?? []).map((blackout) => blackout.join()));
  const pairs = new Set<string>();
  const slotsOf = new Map<string, Set<number>>();
  const load = new Map<number, number>();

  for (const [startup, investor, slot] of inRange) {
    const pair = `${startup},${investor}`;
    const words = `[${startup}, ${investor}] in slot ${slot}`;
    if (!allowed.has(pair)) say('wish', `${words}: nobody wished this.`);
    if (refused.has(pair)) say('no_thanks', `${words}: this pair never meets.`);
    if (pairs.has(pair)) say('twice', `${words}: this pair meets twice.`);
    pairs.add(pair);
    const free =
      instance.startupAvailability[startup]?.[slot] === '1' &&
      instance.vcAvailability[investor]?.[slot] === '1';
    if (!free || blackouts.has(`${pair},${slot}`)) say('blackout', `${words}: somebody is away.`);
    for (const party of [`startup ${startup}`, `investor ${investor}`]) {
      const taken = slotsOf.get(party) ?? new Set<number>();
      if (taken.has(slot)) say('clash', `${words}: ${party} is in another meeting.`);
      slotsOf.set(party, taken.add(slot));
    }
    load.set(slot, (load.get(slot) ?? 0) + 1);
    locked.delete(`${pair},${slot}`);
  }
  for (const [slot, count] of load) {
    if (count > tablesIn(slot))
      say('tables', `Slot ${slot} holds ${count} meetings at ${tablesIn(slot)} tables.`);
  }
  for (const lock of locked) say('lock', `The lock [${lock}] is not kept.`);
  for (const [party, slots] of slotsOf) checkParty(instance, party, slots, say);
  if (tables)
    checkTables(instance, inRange.length === meetings.length ? meetings : [], tables, tablesIn, say);
  return found;
}

type Say = (rule: FaultFound['rule'], words: string) => void;

function checkParty(instance: Instance, party: string, slots: ReadonlySet<number>, say: Say): void {
  const [side, number] = party.split(' ');
  const index = Number(number);
  const maxima = side === 'startup' ? instance.startupMax : instance.vcMax;
  const max = typeof maxima === 'number' ? maxima : maxima?.[index];
  if (max !== undefined && slots.size > max)
    say('max', `The ${party} has ${slots.size} meetings, at most ${max} are allowed.`);
  const limit = side === 'startup' ? instance.startupRestAfter : instance.vcRestAfter;
  if (limit === undefined) return;
  const newDay = new Set(instance.dayStarts ?? []);
  let row = 0;
  for (let slot = 0; slot < instance.slots; slot++) {
    if (newDay.has(slot)) row = 0;
    row = slots.has(slot) ? row + 1 : 0;
    if (row === limit + 1)
      say('rest', `The ${party} has more than ${limit} meetings in a row at slot ${slot}.`);
  }
}

function checkTables(
  instance: Instance,
  meetings: readonly Placed[],
  tables: readonly number[],
  tablesIn: (slot: number) => number,
  say: Say,
): void {
  if (tables.length !== meetings.length) {
    say('table', `${tables.length} tables for ${meetings.length} meetings.`);
    return;
  }
  const taken = new Set<string>();
  meetings.forEach(([startup, investor, slot], meeting) => {
    const table = tables[meeting] as number;
    const words = `[${startup}, ${investor}] in slot ${slot} at table ${table}`;
    if (!Number.isInteger(table) || table < 0 || table >= tablesIn(slot))
      say('table', `${words}: there is no such table.`);
    if (taken.has(`${table},${slot}`)) say('table', `${words}: this table is taken.`);
    taken.add(`${table},${slot}`);
    for (const own of [instance.startupTable?.[startup] ?? -1, instance.vcTable?.[investor] ?? -1]) {
      if (own !== -1 && own !== table) say('table', `${words}: one of them keeps table ${own}.`);
    }
  });
}
