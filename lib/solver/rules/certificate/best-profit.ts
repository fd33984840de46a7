export type PartyRules = {
  slots: number;
  /** Meetings allowed in all, those in `busy` counted. */
  most: number;
  /** Meetings allowed in a row within a day. */
  inARow: number | undefined;
  dayStarts: readonly number[];
  /** What the number of meetings is worth by itself. */
  worth: (meetings: number) => number;
};

/**
 * The best day a party can have: the slots of greatest profit, none twice, no more than its rules allow, beside the
 * slots in which it is busy anyway. Without a rest rule the most profitable slots come first; with one, slot by slot.
 */
export function bestProfit(
  profits: ReadonlyMap<number, number>,
  busy: readonly number[],
  rules: PartyRules,
): number {
  if (rules.inARow === undefined) {
    const sorted = [...profits.values()]
      .sort((a, b) => b - a)
      .slice(0, Math.max(0, rules.most - busy.length));
    let total = 0;
    let best = rules.worth(busy.length);
    sorted.forEach((profit, before) => {
      total += profit;
      best = Math.max(best, total + rules.worth(busy.length + before + 1));
    });
    return best;
  }
  return bestWithRest(profits, new Set(busy), rules);
}

function bestWithRest(
  profits: ReadonlyMap<number, number>,
  busy: ReadonlySet<number>,
  { slots, most, inARow = slots, dayStarts, worth }: PartyRules,
): number {
  /** By meetings so far, by meetings in a row up to here: the greatest profit. */
  let states = new Map([[0, new Map([[0, 0]])]]);
  for (let slot = 0; slot < slots; slot++) {
    const next = new Map<number, Map<number, number>>();
    const reach = (meetings: number, row: number, profit: number) => {
      const rows = next.get(meetings) ?? new Map<number, number>();
      if (profit > (rows.get(row) ?? Number.NEGATIVE_INFINITY)) next.set(meetings, rows.set(row, profit));
    };
    for (const [meetings, rows] of states) {
      for (const [before, profit] of rows) {
        const row = dayStarts.includes(slot) ? 0 : before;
        if (!busy.has(slot)) reach(meetings, 0, profit);
        const more = busy.has(slot) ? 0 : profits.get(slot);
        if (more !== undefined && row < inARow && meetings < most)
          reach(meetings + 1, row + 1, profit + more);
      }
    }
    states = next;
  }
  let best = Number.NEGATIVE_INFINITY;
  for (const [meetings, rows] of states) {
    for (const profit of rows.values()) best = Math.max(best, profit + worth(meetings));
  }
  return best;
}
