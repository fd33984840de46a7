import type { LevelName } from '@/lib/solver/schema';

/** Least, most and median meetings of the parties of one side, and how many of them have fewer than the floor. */
export type Spread = { least: number; most: number; median: number; belowFloor: number; floor: number };

/** What a timetable comes to. Counted from its meetings, not remembered. */
export type TimetableFigures = {
  placed: number;
  /** Pairs that want to meet: the wishes of the stage. A meeting that nobody wished is placed but no wish. */
  wishes: number;
  wishesPlaced: number;
  musts: number;
  mustsPlaced: number;
  /** Sum of the weights of what is placed, and of all wishes. */
  weight: number;
  weightWished: number;
  /** Idle slots between two meetings of a party on one day. */
  gaps: { startups: number; investors: number };
  startups: Spread;
  investors: Spread;
  /** Of how many seats (slots by tables). */
  seats: number;
};

/** `value` of an objective, what no timetable can exceed (or go below), and whether that is proved to be reached. */
export type ProofLevel = { name: LevelName; value: number; bound: number; proved: boolean };

/** The certificate of a solved draft, in figures. It goes stale with the first change by hand: then it is null. */
export type TimetableProof = {
  levels: ProofLevel[];
  placed: number;
  /** Wishes that could be met at all. */
  possible: number;
  /** By total weight. */
  bound: number;
  weight: number;
  /** No timetable is better in musts, floors and weight, in that order. What comes after says so for itself. */
  proved: boolean;
  seconds: number;
  seed: number;
};
