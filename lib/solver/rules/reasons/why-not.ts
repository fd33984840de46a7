import type { Instance, Placed } from '../../schema';
import { compile } from '../compile';
import { requestsByPair } from '../exact/cells';
import { type Board, openBoard, place } from '../repair/board';
import { blocksOf, STANDING } from './blocks';
import { leastOf } from './least';
import type { Block, Reason, SlotBlocks, WhyNot } from './reason';

export type Wish = readonly [startup: number, investor: number];

/**
 * Why a wish is not met in a valid timetable, and the least that would have to give: data to be put into words, and to be
 * checked by `checkReason`. Throws a `RangeError` where the pair is no wish, an
 * `InstanceFault` where the instance makes no sense; null where the pair meets.
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
