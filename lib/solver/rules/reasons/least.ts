import type { Placed } from '../../schema';
import { type Board, canPlace, keptTable, place, remove } from '../repair/board';
import type { Moved } from '../repair/difference';
import { insert, type Step, undo } from '../repair/insert';
import type { Block, Give, Least, SlotBlocks } from './reason';

const MOST_MOVES = 3;
/** With more slots than this nobody pushes others aside in turn: an answer is wanted while somebody looks. */
const DEEP_SLOTS = 48;

/** Ways to meet an unplaced request, the least demanding first. The board is left as it was. */
export function leastOf(board: Board, request: number, slots: readonly SlotBlocks[]): Least[] {
  const granted = slots.flatMap((each) => byGranting(board, request, each));
  const nothing = granted.find(({ gives }) => gives.length === 0);
  if (nothing) return [nothing];
  const found = [
    ...granted.filter(({ gives }) => gives.length === 1),
    ...first([byMoving(board, request)]),
    ...first([byDropping(board, request)]),
  ];
  if (found.length > 0) return found;
  return first([...slots.flatMap((each) => bySeveral(board, request, each))].sort(byDemand));
}

/** Slots in which nobody is in the way: all that is missing can be granted. */
function byGranting(board: Board, request: number, { slot, blocks }: SlotBlocks): Least[] {
  const lifted = withoutRepeats(blocks).map((block) => giveFor(board, request, slot, block));
  const gives = [...limitsOf(board, request), ...lifted];
  return gives.every((give) => give !== null) ? [{ slot, gives, moves: [], drops: [], lost: 0 }] : [];
}

/** A missing table, once it is there, is free as well. */
function withoutRepeats(blocks: readonly Block[]): Block[] {
  const isMissing = blocks.some(({ kind }) => kind === 'table_missing');
  return blocks.filter(({ kind }) => !(isMissing && kind === 'tables_full'));
}

function limitsOf({ compiled, met }: Board, request: number): Give[] {
  const { startups, max, startupOf, investorOf } = compiled;
  return [startupOf[request] as number, investorOf[request] as number].flatMap((party): Give[] => {
    if ((met[party] as number) < (max[party] as number)) return [];
    const isStartup = party < startups;
    const index = isStartup ? party : party - startups;
    return [{ kind: 'one_more', side: isStartup ? 'startup' : 'investor', party: index }];
  });
}

/** What would have to be granted to lift a block, or null where a meeting is in the way. */
function giveFor({ compiled }: Board, request: number, slot: number, block: Block): Give | null {
  const startup = compiled.startupOf[request] as number;
  const investor = (compiled.investorOf[request] as number) - compiled.startups;
  switch (block.kind) {
    case 'startup_away':
      return { kind: 'free_slot', side: 'startup', party: startup, slot };
    case 'investor_away':
      return { kind: 'free_slot', side: 'investor', party: investor, slot };
    case 'blackout':
      return { kind: 'lift_blackout', slot };
    case 'no_tables':
    case 'table_missing': {
      const wanted = Math.max(0, keptTable(compiled, request)) + 1;
      return { kind: 'table', slot, tables: wanted - (compiled.capacity[slot] as number) };
    }
    case 'tables_full':
      return { kind: 'table', slot, tables: 1 };
    case 'rest':
      return { kind: 'lift_rest', side: block.side };
    default:
      return null;
  }
}

/** The fewest meetings moved so that nobody loses one. */
function byMoving(board: Board, request: number): Least | null {
  const depths = board.compiled.slots <= DEEP_SLOTS ? [false, true] : [false];
  for (let spare = 1; spare <= MOST_MOVES; spare++) {
    for (const deep of depths) {
      for (let slot = 0; slot < board.compiled.slots; slot++) {
        const steps = insert(board, request, slot, { spare, deep, keepAll: true });
        if (!steps) continue;
        const way = wayOf(board, request, steps);
        undo(board, steps);
        return way;
      }
    }
  }
  return null;
}

/** The lightest single meeting that could make room and counts less than the wish. */
function byDropping(board: Board, request: number): Least | null {
  const { weight, lockedIn, requests } = board.compiled;
  const lighter: number[] = [];
  for (let other = 0; other < requests; other++) {
    const counts = weight[other] as number;
    if (board.slotOf[other] !== -1 && lockedIn[other] === -1 && counts < (weight[request] as number)) {
      lighter.push(other);
    }
  }
  lighter.sort((a, b) => (weight[a] as number) - (weight[b] as number) || a - b);
  for (const other of lighter) {
    const left = board.slotOf[other] as number;
    const slot = slotWithout(board, request, other);
    const drops = [placed(board, other, left)];
    if (slot !== -1) return { slot, gives: [], moves: [], drops, lost: weight[other] as number };
  }
  return null;
}

/**
 * Where a request could be placed were it not for another, or -1: in the other's own slot, or, where they share a party,
 * anywhere, for that party then has one meeting fewer.
 */
function slotWithout(board: Board, request: number, other: number): number {
  const { startupOf, investorOf, slots } = board.compiled;
  const left = board.slotOf[other] as number;
  const related = startupOf[other] === startupOf[request] || investorOf[other] === investorOf[request];
  remove(board, other);
  let slot = related ? 0 : left;
  const end = related ? slots : left + 1;
  while (slot < end && !canPlace(board, request, slot)) slot++;
  place(board, other, left);
  return slot < end ? slot : -1;
}

/** Everything at once: what can be granted is, and whoever is in the way is dropped. */
function bySeveral(board: Board, request: number, { slot, blocks }: SlotBlocks): Least[] {
  const { compiled } = board;
  const { lockedIn, weight } = compiled;
  const inTheWay = new Set<number>();
  const startup = compiled.startupOf[request] as number;
  const investor = compiled.investorOf[request] as number;
  for (const block of blocks) {
    const holder = holderOf(board, startup, investor, slot, block);
    if (holder !== -1) inTheWay.add(holder);
  }
  if ([...inTheWay].some((each) => (lockedIn[each] as number) >= 0)) return [];
  const left = [...inTheWay].map((each): Step => ({ request: each, from: slot, to: -1 }));
  for (const { request: each } of left) remove(board, each);
  const freed = left.length > 0;
  const gives = [
    ...limitsOf(board, request),
    ...withoutRepeats(blocks)
      .filter((block) => !(freed && block.kind === 'tables_full'))
      .map((block) => giveFor(board, request, slot, block))
      .filter((give) => give !== null),
  ];
  undo(board, left);
  const drops = left.map((each) => placed(board, each.request, slot));
  const lost = left.reduce((sum, each) => sum + (weight[each.request] as number), 0);
  return [{ slot, gives, moves: [], drops, lost }];
}

function holderOf(board: Board, startup: number, investor: number, slot: number, block: Block): number {
  const { slots } = board.compiled;
  if (block.kind === 'startup_busy') return board.at[startup * slots + slot] as number;
  if (block.kind === 'investor_busy') return board.at[investor * slots + slot] as number;
  if (block.kind === 'table_taken') return board.at[block.startup * slots + slot] as number;
  return -1;
}

function byDemand(one: Least, other: Least): number {
  const demand = ({ gives, drops }: Least) => gives.length + drops.length;
  return demand(one) - demand(other) || one.lost - other.lost || one.slot - other.slot;
}

/** Steps on the board as told to people: where each meeting was, and where it is now. */
function wayOf(board: Board, request: number, steps: readonly Step[]): Least {
  const was = new Map<number, number>();
  for (const step of steps) if (!was.has(step.request)) was.set(step.request, step.from);
  const moves: Moved[] = [];
  for (const [each, from] of was) {
    const to = board.slotOf[each] as number;
    if (each === request || from === to) continue;
    const [startup, investor] = placed(board, each, to);
    moves.push({ startup, investor, from, to });
  }
  return { slot: board.slotOf[request] as number, gives: [], moves, drops: [], lost: 0 };
}

function placed({ compiled }: Board, request: number, slot: number): Placed {
  const { startupOf, investorOf, startups } = compiled;
  return [startupOf[request] as number, (investorOf[request] as number) - startups, slot];
}

function first(list: readonly (Least | null)[]): Least[] {
  const [found] = list;
  return found ? [found] : [];
}
