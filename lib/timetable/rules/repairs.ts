import type { DifferenceItem } from './compare';
import type { TimetableFigures } from './figures';

/** One way to go on after a change, from fewest moves to highest value. */
export type RepairOption = {
  /** What `timetable.take_repair` takes: a number that names this very plan, not its place in the list. */
  option: number;
  /** Meetings that move (other slot or table), that go, that come in. */
  moved: number;
  cancelled: number;
  added: number;
  /** Of how many meetings before. */
  ofMeetings: number;
  placed: number;
  weight: number;
  /** No timetable of this value moves fewer. */
  provedMinimal: boolean;
  items: DifferenceItem[];
  figures: TimetableFigures;
};

export type RepairAnswer = {
  /** The published timetable they start from: hand it back to `timetable.take_repair`. Empty where none is published. */
  basedOn: string;
  /** Pairs whose meeting the change makes impossible where it stands. */
  hit: string[];
  options: RepairOption[];
};

export type WhatIf = {
  now: TimetableFigures;
  then: TimetableFigures;
  proof: { proved: boolean; bound: number };
};
