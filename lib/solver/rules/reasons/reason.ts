import type { Placed } from '../../schema';
import type { Moved } from '../repair/difference';

type Side = 'startup' | 'investor';

/** One thing that keeps a pair from meeting in a slot. The first five have nothing to do with the timetable. */
export type Block =
  | { kind: 'startup_away' }
  | { kind: 'investor_away' }
  /** Both could meet others, but one of this pair's people is away. */
  | { kind: 'blackout' }
  | { kind: 'no_tables' }
  /** One of them keeps a table all day that is not there in this slot. */
  | { kind: 'table_missing'; table: number }
  | { kind: 'startup_busy'; investor: number; weight: number }
  | { kind: 'investor_busy'; startup: number; weight: number }
  | { kind: 'tables_full'; tables: number }
  /** Others sit at the table one of them keeps all day. */
  | { kind: 'table_taken'; table: number; startup: number; investor: number }
  /** It would be one meeting in a row too many. */
  | { kind: 'rest'; side: Side };

export type SlotBlocks = { slot: number; blocks: Block[] };

/**
 * Why a wish is not met in a timetable. Every slot is listed with what blocks it; the kind says what holds for all of them
 * together: `no_common_slot` (in none are both there and a table), `startup_full` and `investor_full` (in every common slot
 * it meets somebody else), `tables_full`, `rest`, or `slots_taken` (one thing here, another there). `open`: nothing blocks
 * at least one slot.
 */
export type Reason =
  | { kind: 'no_thanks' }
  /** Each side keeps a table all day, and not the same one. */
  | { kind: 'tables_differ'; startupTable: number; investorTable: number }
  /** It already has as many meetings as it may. */
  | { kind: 'startup_max' | 'investor_max'; max: number; slots: SlotBlocks[] }
  | {
      kind:
        | 'no_common_slot'
        | 'startup_full'
        | 'investor_full'
        | 'tables_full'
        | 'rest'
        | 'slots_taken'
        | 'open';
      slots: SlotBlocks[];
    };

/** Something outside the timetable that would have to be otherwise. */
export type Give =
  /** "If Firm 12 were free at 15:30." */
  | { kind: 'free_slot'; side: Side; party: number; slot: number }
  | { kind: 'table'; slot: number; tables: number }
  | { kind: 'lift_blackout'; slot: number }
  | { kind: 'one_more'; side: Side; party: number }
  | { kind: 'lift_rest'; side: Side };

/**
 * A way to meet the wish: in `slot`, when all `gives` are granted, `moves` made and `drops` given up. None of them can be
 * left out.
 */
export type Least = {
  slot: number;
  gives: Give[];
  moves: Moved[];
  drops: Placed[];
  /** Weight of what is dropped. */
  lost: number;
};

export type WhyNot = {
  reason: Reason;
  /**
   * Ways to meet it, the least demanding first: nothing at all, one thing granted, meetings moved, one meeting of lower
   * weight dropped, and only where there is none of these several things at once. Empty where it may never be met.
   */
  least: Least[];
};
