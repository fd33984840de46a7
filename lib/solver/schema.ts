import { z } from 'zod';

/**
 * The timetable problem as the solver reads it: two sides, wishes between them, slots, tables. All indices are 0-based,
 * all weights whole numbers. The first seven keys are the plain weighted format; the rest extend it and may be left out.
 * `npm run -s timetable -- schema` prints this as JSON Schema.
 */

const bits = z.string().regex(/^[01]*$/);
const index = z.int().min(0);
const startupInvestor = z.tuple([index, index]);
const startupInvestorSlot = z.tuple([index, index, index]);
const wholeOrEach = z.union([z.int().min(0), z.array(z.int().min(0))]);

export const instanceSchema = z.object({
  name: z.string().default('timetable'),
  seed: z.int().optional(),
  slots: z.int().min(0),
  /** How many meetings a slot holds: one number for all slots, or one per slot (0: the slot is blacked out). */
  tablesPerSlot: wholeOrEach,
  /** One string per startup, one digit per slot: 1 is free, 0 a blackout. */
  startupAvailability: z.array(bits),
  vcAvailability: z.array(bits),
  /** `[startup, investor, weight]`, a pair at most once, weight at least 1. */
  requests: z.array(z.tuple([index, index, z.int().min(1)])),

  /** First slot of each day, ascending, beginning with 0. A gap over a night is no break. */
  dayStarts: z.array(index).optional(),
  /** Wishes that come before everything else. Each must also be a request. */
  musts: z.array(startupInvestor).optional(),
  /** Pairs that never meet, whatever the wish. */
  noThanks: z.array(startupInvestor).optional(),
  /** Single slots in which a pair cannot meet though both firms could: one of its people is away. */
  blackouts: z.array(startupInvestorSlot).optional(),
  /** Meetings that stay exactly where they are. */
  locks: z.array(startupInvestorSlot).optional(),
  /** "Each at least n": an objective above weight, not a hard rule, because n may be out of reach. */
  startupFloor: wholeOrEach.optional(),
  vcFloor: wholeOrEach.optional(),
  /** At most n meetings in all. */
  startupMax: wholeOrEach.optional(),
  vcMax: wholeOrEach.optional(),
  /** After this many meetings in a row (within a day) a party has one slot of rest. */
  startupRestAfter: z.int().min(1).optional(),
  vcRestAfter: z.int().min(1).optional(),
  /** The table a startup (or an investor) keeps all day, or -1. Tables are numbered 0 to tablesPerSlot - 1. */
  startupTable: z.array(z.int().min(-1)).optional(),
  vcTable: z.array(z.int().min(-1)).optional(),
});

/** An instance as read from a file: defaults filled in, not yet checked for sense (`rules/compile.ts` does that). */
export type Instance = z.infer<typeof instanceSchema>;

/** `[startup, investor, slot]`. */
export type Placed = [startup: number, investor: number, slot: number];

/** The objectives in the order in which they are reached and frozen. */
export const LEVELS = ['musts', 'floor', 'weight', 'breaks', 'fairness', 'table_changes'] as const;
export type LevelName = (typeof LEVELS)[number];

/** What one objective reached. `bound` is what no timetable can exceed (or, for what is minimised, go below). */
export type Level = { name: LevelName; value: number; bound: number; proved: boolean };
