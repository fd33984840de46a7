import type { Compiled } from '../instance';
import { type Board, isRested, keptTable } from '../repair/board';
import type { Block, SlotBlocks } from './reason';

/** What keeps an unplaced request from every slot, as the board stands. */
export function blocksOf(board: Board, request: number): SlotBlocks[] {
  return Array.from({ length: board.compiled.slots }, (_, slot) => ({
    slot,
    blocks: [...standing(board.compiled, request, slot), ...passing(board, request, slot)],
  }));
}

/** Blocks that no other timetable would lift. */
export const STANDING: ReadonlySet<Block['kind']> = new Set([
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
