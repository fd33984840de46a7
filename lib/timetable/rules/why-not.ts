/** One slot of the day and what stands in the pair's way there; empty blocks: it is free. */
export type SlotBlock = {
  slotId: string;
  blocks: {
    kind:
      | 'startup_away'
      | 'investor_away'
      | 'pair_away'
      | 'startup_meets'
      | 'investor_meets'
      | 'tables_full'
      | 'table_taken'
      | 'rest'
      | 'startup_max'
      | 'investor_max';
    /** The pair whose meeting is in the way. */
    pairId: string | null;
    partyId: string | null;
  }[];
};

/** The least that would have to give. */
export type Remedy = {
  kind:
    | 'free_slot'
    | 'if_free'
    | 'move'
    | 'drop'
    | 'one_more_table'
    | 'one_more_slot'
    | 'raise_max'
    | 'lift_rest'
    | 'none';
  /** Where the pair would then meet. */
  slotId: string | null;
  tableId: string | null;
  /** Who would have to be free (`if_free`), or whose maximum or rest stands in the way (`raise_max`, `lift_rest`). */
  partyId: string | null;
  /** Meetings that would move or go, with their new place (`slotId` null: gone). */
  changes: { pairId: string; fromSlotId: string; slotId: string | null }[];
  /** Total weight with it, against now. */
  weightChange: number;
};

/** Why a wish has no place. `verdict`: the reason's kind; all are checked by machine before they are told. */
export type WhyNot = {
  pairId: string;
  startup: { id: string; name: string; nameEn: string };
  investor: { id: string; name: string };
  verdict: 'placed' | 'does_not_meet' | 'closed' | 'free' | 'blocked' | 'outweighed';
  slots: SlotBlock[];
  remedies: Remedy[];
};
