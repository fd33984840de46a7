import { checkTimetable } from '@/lib/solver/rules/check';
import type { Block, Give, Least, Reason, SlotBlocks, WhyNot } from '@/lib/solver/rules/reasons/reason';
import type { Instance, Placed } from '@/lib/solver/schema';

/* Written to be read beside the instance, and without the code that finds reasons. */

type Case = { instance: Instance; timetable: readonly Placed[]; startup: number; investor: number };

/**
 * What is wrong with an answer to "why not?", in sentences; nothing where every claim is true, the claims together keep the
 * pair apart, and each way to meet it works and asks for nothing it could do without.
 */
export function checkReason(
  instance: Instance,
  timetable: readonly Placed[],
  [startup, investor]: readonly [startup: number, investor: number],
  { reason, least }: WhyNot,
): string[] {
  const each: Case = { instance, timetable, startup, investor };
  if (timetable.some((meeting) => meeting[0] === startup && meeting[1] === investor)) {
    return ['The pair meets.'];
  }
  return [...wrongInReason(each, reason), ...least.flatMap((way) => wrongInWay(each, way))];
}

function wrongInReason(each: Case, reason: Reason): string[] {
  const { instance, timetable, startup, investor } = each;
  const ownTable = instance.startupTable?.[startup] ?? -1;
  const otherTable = instance.vcTable?.[investor] ?? -1;
  if (reason.kind === 'no_thanks') {
    const refused = (instance.noThanks ?? []).some((pair) => pair[0] === startup && pair[1] === investor);
    return refused ? [] : ['Nobody said no thanks.'];
  }
  if (reason.kind === 'tables_differ') {
    const differ = ownTable >= 0 && otherTable >= 0 && ownTable !== otherTable;
    const told = reason.startupTable === ownTable && reason.investorTable === otherTable;
    return differ && told ? [] : ['Their tables do not differ like that.'];
  }
  const wrong = wrongInSlots(each, reason.slots);
  if (reason.kind === 'startup_max' || reason.kind === 'investor_max') {
    const side = reason.kind === 'startup_max' ? 0 : 1;
    const limit = side === 0 ? instance.startupMax : instance.vcMax;
    const max = typeof limit === 'number' ? limit : limit?.[side === 0 ? startup : investor];
    const met = timetable.filter((meeting) => meeting[side] === (side === 0 ? startup : investor)).length;
    return max === reason.max && met >= max ? wrong : [...wrong, 'The maximum is not reached like that.'];
  }
  return [...wrong, ...wrongInKind(each, reason.kind, reason.slots)];
}

function wrongInSlots(each: Case, slots: readonly SlotBlocks[]): string[] {
  const told = slots.map(({ slot }) => slot).join();
  const wanted = Array.from({ length: each.instance.slots }, (_, slot) => slot).join();
  if (told !== wanted) return ['Not every slot is accounted for, in order.'];
  return slots.flatMap(({ slot, blocks }) =>
    blocks
      .filter((block) => !isTrue(each, slot, block))
      .map((block) => `Slot ${slot}: ${block.kind} is not so.`),
  );
}

const LASTING = ['startup_away', 'investor_away', 'blackout', 'no_tables', 'table_missing'];
const EVERYWHERE: Record<string, string | null> = {
  no_common_slot: '',
  startup_full: 'startup_busy',
  investor_full: 'investor_busy',
  tables_full: 'tables_full',
  rest: 'rest',
  slots_taken: null,
};

function wrongInKind(each: Case, kind: Reason['kind'], slots: readonly SlotBlocks[]): string[] {
  if (kind === 'open') {
    const works = slots.some(
      ({ slot, blocks }) =>
        blocks.length === 0 &&
        isValid(each.instance, [...each.timetable, [each.startup, each.investor, slot]]),
    );
    return works ? [] : ['No slot is open.'];
  }
  const wanted = EVERYWHERE[kind];
  if (wanted === undefined) return [`There is no reason called ${kind}.`];
  return slots
    .filter(({ blocks }) => {
      if (blocks.some((block) => LASTING.includes(block.kind))) return false;
      return wanted === null ? blocks.length === 0 : !blocks.some((block) => block.kind === wanted);
    })
    .map(({ slot }) => `Slot ${slot}: ${kind} does not hold.`);
}

function isTrue(each: Case, slot: number, block: Block): boolean {
  const { instance, timetable, startup, investor } = each;
  const here = timetable.filter((meeting) => meeting[2] === slot);
  const tables = tablesIn(instance, slot);
  const ownTable = Math.max(instance.startupTable?.[startup] ?? -1, instance.vcTable?.[investor] ?? -1);
  const weight = (s: number, v: number) =>
    instance.requests.find((request) => request[0] === s && request[1] === v)?.[2] ?? 0;
  switch (block.kind) {
    case 'startup_away':
      return instance.startupAvailability[startup]?.[slot] !== '1';
    case 'investor_away':
      return instance.vcAvailability[investor]?.[slot] !== '1';
    case 'blackout':
      return (instance.blackouts ?? []).some(
        ([s, v, when]) => s === startup && v === investor && when === slot,
      );
    case 'no_tables':
      return tables === 0;
    case 'table_missing':
      return block.table === ownTable && ownTable >= tables;
    case 'startup_busy':
      return (
        here.some(([s, v]) => s === startup && v === block.investor) &&
        weight(startup, block.investor) === block.weight
      );
    case 'investor_busy':
      return (
        here.some(([s, v]) => s === block.startup && v === investor) &&
        weight(block.startup, investor) === block.weight
      );
    case 'tables_full':
      return block.tables === tables && here.length >= tables;
    case 'table_taken':
      return (
        block.table === ownTable &&
        here.some(([s, v]) => s === block.startup && v === block.investor) &&
        [instance.startupTable?.[block.startup], instance.vcTable?.[block.investor]].includes(block.table)
      );
    case 'rest':
      return exceedsRest(each, slot, block.side);
  }
}

function exceedsRest({ instance, timetable, startup, investor }: Case, slot: number, side: string): boolean {
  const most = side === 'startup' ? instance.startupRestAfter : instance.vcRestAfter;
  if (most === undefined) return false;
  const own = timetable.filter((meeting) =>
    side === 'startup' ? meeting[0] === startup : meeting[1] === investor,
  );
  const busy = new Set([...own.map((meeting) => meeting[2]), slot]);
  const newDay = new Set(instance.dayStarts ?? []);
  let first = slot;
  while (!newDay.has(first) && busy.has(first - 1)) first--;
  let after = slot + 1;
  while (busy.has(after) && !newDay.has(after)) after++;
  return after - first > most;
}

function wrongInWay(each: Case, way: Least): string[] {
  const { instance, timetable } = each;
  const weight = (pair: Placed) =>
    instance.requests.find((request) => request[0] === pair[0] && request[1] === pair[1])?.[2] ?? 0;
  const isThere = (s: number, v: number, slot: number) =>
    timetable.some((meeting) => meeting[0] === s && meeting[1] === v && meeting[2] === slot);
  const known =
    way.moves.every((move) => isThere(move.startup, move.investor, move.from)) &&
    way.drops.every((drop) => isThere(...drop)) &&
    way.lost === way.drops.reduce((sum, drop) => sum + weight(drop), 0);
  if (!known) return [`The way into slot ${way.slot} speaks of meetings that are not there.`];
  if (!works(each, way)) return [`The way into slot ${way.slot} does not work.`];
  const lesser: Least[] = [
    ...way.gives.map((_, at) => ({ ...way, gives: without(way.gives, at) })),
    ...way.moves.map((_, at) => ({ ...way, moves: without(way.moves, at) })),
    ...way.drops.map((_, at) => ({ ...way, drops: without(way.drops, at) })),
  ];
  return lesser.some((less) => works(each, less))
    ? [`The way into slot ${way.slot} asks for more than it needs.`]
    : [];
}

function works({ instance, timetable, startup, investor }: Case, way: Least): boolean {
  const after: Placed[] = timetable
    .filter((meeting) => !way.drops.some((drop) => drop.join() === meeting.join()))
    .map(([s, v, slot]) => {
      const move = way.moves.find((each) => each.startup === s && each.investor === v && each.from === slot);
      return [s, v, move ? move.to : slot];
    });
  const granted = way.gives.reduce(
    (sofar, give) => grant(sofar, give, [startup, investor], timetable),
    instance,
  );
  return isValid(granted, [...after, [startup, investor, way.slot]]);
}

function grant(
  instance: Instance,
  give: Give,
  pair: [number, number],
  timetable: readonly Placed[],
): Instance {
  switch (give.kind) {
    case 'free_slot': {
      const key = give.side === 'startup' ? 'startupAvailability' : 'vcAvailability';
      const freed = instance[key].map((digits, party) =>
        party === give.party ? `${digits.slice(0, give.slot)}1${digits.slice(give.slot + 1)}` : digits,
      );
      return { ...instance, [key]: freed };
    }
    case 'table': {
      const tables = Array.from(
        { length: instance.slots },
        (_, slot) => tablesIn(instance, slot) + (slot === give.slot ? give.tables : 0),
      );
      return { ...instance, tablesPerSlot: tables };
    }
    case 'lift_blackout': {
      const stays = ([s, v, slot]: Placed) => s !== pair[0] || v !== pair[1] || slot !== give.slot;
      return { ...instance, blackouts: (instance.blackouts ?? []).filter(stays) };
    }
    case 'one_more': {
      const side = give.side === 'startup' ? 0 : 1;
      const key = side === 0 ? 'startupMax' : 'vcMax';
      const met = timetable.filter((meeting) => meeting[side] === give.party).length;
      const parties = (side === 0 ? instance.startupAvailability : instance.vcAvailability).length;
      const limit = instance[key];
      const raised = Array.from({ length: parties }, (_, party) => {
        const max = typeof limit === 'number' ? limit : (limit?.[party] ?? instance.slots);
        return party === give.party ? Math.max(max, met) + 1 : max;
      });
      return { ...instance, [key]: raised };
    }
    case 'lift_rest':
      return give.side === 'startup'
        ? { ...instance, startupRestAfter: undefined }
        : { ...instance, vcRestAfter: undefined };
  }
}

/** The referee's word, with each meeting at the table it must have, or the first one left. */
function isValid(instance: Instance, meetings: readonly Placed[]): boolean {
  const taken = new Set<string>();
  const own = meetings.map(([s, v, slot]) => {
    const table = Math.max(instance.startupTable?.[s] ?? -1, instance.vcTable?.[v] ?? -1);
    if (table >= 0) taken.add(`${slot} ${table}`);
    return table;
  });
  const tables = meetings.map(([, , slot], at) => {
    let table = own[at] as number;
    if (table >= 0) return table;
    for (table = 0; taken.has(`${slot} ${table}`); table++);
    taken.add(`${slot} ${table}`);
    return table;
  });
  return checkTimetable(instance, meetings, tables).length === 0;
}

function tablesIn({ tablesPerSlot }: Instance, slot: number): number {
  return typeof tablesPerSlot === 'number' ? tablesPerSlot : (tablesPerSlot[slot] ?? 0);
}

function without<T>(list: readonly T[], at: number): T[] {
  return list.filter((_, each) => each !== at);
}
