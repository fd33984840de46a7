import type { PairStatus, Stage } from '@/lib/pair/rules/stages';
import type { StageSlot } from './overview';
import type { WishWord } from './words';

/** What rounds before and the last outcome say of a pair. */
export type Evidence = {
  /** 1 to 5, of the last outcome. */
  interest: number | null;
  /** Meetings held in stages before this one. */
  heldBefore: number;
};

export type WishItem = {
  pair: { id: string; stage: Stage; status: PairStatus };
  startup: { id: string; name: string; nameEn: string };
  investor: { id: string; name: string };
  /** The strongest word of all sides; for a startup's people their own word. Whose a no-thanks is, nobody reads. */
  wish: WishWord | null;
  /** The reader's own word: the startup's, or the office's. The office has none beside a no-thanks, its own or another's. */
  own: WishWord | null;
  /** What counts in solving, 1 to 5; null for a startup's people, as is the evidence. */
  weight: number | null;
  /** The office's own weight; null takes the evidence's. */
  officeWeight: number | null;
  evidence: Evidence | null;
  metBefore: boolean;
  /** Whether this stage's timetable tries to place the pair. */
  isWish: boolean;
};

export type WishList = { items: WishItem[] };

/** By party the slots it is away; `fixedTable` where it keeps one table. Contacts stand below their firm. */
export type BlackoutRow = {
  kind: 'startup' | 'investor' | 'contact' | 'table';
  id: string;
  name: string;
  nameEn: string;
  /** Of a contact: the startup or investor it belongs to. */
  of: string | null;
  /** Ids of slots. */
  away: string[];
  /** Slots taken by a meeting of another stage or outside the grid; they are not painted and cannot be given. */
  busy: string[];
  fixedTable: string | null;
};

export type BlackoutGrid = { slots: StageSlot[]; rows: BlackoutRow[] };
