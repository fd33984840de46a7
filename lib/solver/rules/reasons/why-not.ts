import type { Instance, Placed } from '../../schema';
import { compile } from '../compile';
import { requestsByPair } from '../exact/cells';
import type { Compiled } from '../instance';
import { type Board, isRested, keptTable, openBoard, place } from '../repair/board';
import { leastOf } from './least';
import type { Block, Reason, SlotBlocks, WhyNot } from './reason';

export type Wish = readonly [startup: number, investor: number];

/**
 * Why a wish is not met in a valid timetable, and the least that would have to give, as data to be put into words. Throws
 * a `RangeError` where the pair is no wish, an `InstanceFault` where the instance contradicts itself; null where the pair
 * meets.
 */
export function whyNot(instance: Instance, timetable: readonly Placed[], wish: Wish): WhyNot | null {
  return reasonsIn(instance, timetable)(wish);
}

/** The same for many wishes of one timetable. */
export function reasonsIn(instance: Instance, timetable: readonly Placed[]): (wish: Wish) => WhyNot | null {
  const compiled = compile(instance);
  const requestOf = requestsByPair(compiled);
  const keyOf = ([startup, investor]: Wish) => startup * compiled.investors + investor;
  const requestIn = (meeting: Placed) => requestOf.get(keyOf([meeting[0], meeting[1]])) as number;
  const home = new Int32Array(compiled.requests).fill(-1);
  for (const meeting of timetable) home[requestIn(meeting)] = meeting[2];
  const board = openBoard(compiled, home);
  for (const meeting of timetable) place(board, requestIn(meeting), meeting[2]);
  const wished = new Set(instance.requests.map(([startup, investor]) => keyOf([startup, investor])));

  return (wish) => {
    if (!wished.has(keyOf(wish))) {
      throw new RangeError(`The pair [${wish.join(', ')}] is not among the requests.`);
    }
    const request = requestOf.get(keyOf(wish));
    if (request === undefined) return { reason: neverMeet(instance, wish), least: [] };
    return board.slotOf[request] === -1 ? explain(board, request) : null;
  };
}

/** Wishes that stand for nothing once the instance is laid out: refused, or at two tables at once. */
function neverMeet(instance: Instance, [startup, investor]: Wish): Reason {
  const refused = (instance.noThanks ?? []).some((pair) => pair[0] === startup && pair[1] === investor);
  if (refused) return { kind: 'no_thanks' };
  const startupTable = instance.startupTable?.[startup] ?? -1;
  return { kind: 'tables_differ', startupTable, investorTable: instance.vcTable?.[investor] ?? -1 };
}

function explain(board: Board, request: number): WhyNot {
  const { compiled, met } = board;
  const { max } = compiled;
  const startup = compiled.startupOf[request] as number;
  const investor = compiled.investorOf[request] as number;
  const slots = blocksOf(board, request);
  const least = leastOf(board, request, slots);
  const kind = kindOf(slots);
  if (kind !== 'no_common_slot') {
    for (const party of [startup, investor]) {
      const most = max[party] as number;
      const full = party === startup ? 'startup_max' : 'investor_max';
      // Who meets in every slot there is has reached no maximum of its own.
      const isLimited = most < compiled.slots;
      if (isLimited && (met[party] as number) >= most)
        return { reason: { kind: full, max: most, slots }, least };
    }
  }
  return { reason: { kind, slots }, least };
}

type KindOfSlots = Exclude<Reason['kind'], 'no_thanks' | 'tables_differ' | 'startup_max' | 'investor_max'>;

function kindOf(slots: readonly SlotBlocks[]): KindOfSlots {
  const common = slots.filter(({ blocks }) => !blocks.some(({ kind }) => STANDING.has(kind)));
  if (common.length === 0) return 'no_common_slot';
  if (common.some(({ blocks }) => blocks.length === 0)) return 'open';
  const everywhere = (wanted: Block['kind']) =>
    common.every(({ blocks }) => blocks.some(({ kind }) => kind === wanted));
  if (everywhere('startup_busy')) return 'startup_full';
  if (everywhere('investor_busy')) return 'investor_full';
  if (everywhere('tables_full')) return 'tables_full';
  return everywhere('rest') ? 'rest' : 'slots_taken';
}

/** What keeps an unplaced request from every slot, as the board stands. */
function blocksOf(board: Board, request: number): SlotBlocks[] {
  return Array.from({ length: board.compiled.slots }, (_, slot) => ({
    slot,
    blocks: [...standing(board.compiled, request, slot), ...passing(board, request, slot)],
  }));
}

/** Blocks that no other timetable would lift. */
const STANDING: ReadonlySet<Block['kind']> = new Set([
  'startup_away',
  'investor_away',
  'blackout',
  'no_tables',
  'table_missing',
]);

function standing(compiled: Compiled, request: number, slot: number): Block[] {
  const { instance, startupOf, investorOf, startups, capacity, slots } = compiled;
  const startup = startupOf[request] as number;
  const investor = (investorOf[request] as number) - startups;
  const blocks: Block[] = [];
  if (instance.startupAvailability[startup]?.[slot] !== '1') blocks.push({ kind: 'startup_away' });
  if (instance.vcAvailability[investor]?.[slot] !== '1') blocks.push({ kind: 'investor_away' });
  if (compiled.barred?.has(request * slots + slot)) blocks.push({ kind: 'blackout' });
  const tables = capacity[slot] as number;
  const table = keptTable(compiled, request);
  if (tables === 0) blocks.push({ kind: 'no_tables' });
  if (tables > 0 && table >= tables) blocks.push({ kind: 'table_missing', table });
  return blocks;
}

function passing(board: Board, request: number, slot: number): Block[] {
  const { compiled, at, load, keeper } = board;
  const { slots, startups, capacity, startupOf, investorOf, weight } = compiled;
  const startup = startupOf[request] as number;
  const investor = investorOf[request] as number;
  const one = at[startup * slots + slot] as number;
  const other = at[investor * slots + slot] as number;
  const blocks: Block[] = [];
  if (one !== -1) {
    const busyWith = (investorOf[one] as number) - startups;
    blocks.push({ kind: 'startup_busy', investor: busyWith, weight: weight[one] as number });
  } else if (!isRested(board, startup, slot)) blocks.push({ kind: 'rest', side: 'startup' });
  if (other !== -1) {
    blocks.push({
      kind: 'investor_busy',
      startup: startupOf[other] as number,
      weight: weight[other] as number,
    });
  } else if (!isRested(board, investor, slot)) blocks.push({ kind: 'rest', side: 'investor' });
  const tables = capacity[slot] as number;
  if (tables > 0 && (load[slot] as number) >= tables) blocks.push({ kind: 'tables_full', tables });
  const table = keptTable(compiled, request);
  const keeping = keeper === null || table < 0 ? -1 : (keeper[slot * board.tables + table] ?? -1);
  if (keeping !== -1) {
    blocks.push({
      kind: 'table_taken',
      table,
      startup: startupOf[keeping] as number,
      investor: (investorOf[keeping] as number) - startups,
    });
  }
  return blocks;
}
