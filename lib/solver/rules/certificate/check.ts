import type { Instance } from '../../schema';
import type { Gains, PriceProof, Prices } from './prices';

/** What a timetable reaches on the levels before the one in question. */
export type Reached = { musts: number; floor: number };

/** The bound that a proof's prices really prove for timetables that reach at least this much before. */
export function provenBound(
  instance: Instance,
  { level, gains, prices }: PriceProof,
  reached: Reached,
): number {
  const total = priceTotal(instance, gains, prices);
  if (level === 'musts') return Math.floor(total / gains.must);
  const left = total - gains.must * reached.musts;
  if (level === 'floor') return Math.floor(left / gains.floor);
  return Math.floor((left - gains.floor * reached.floor) / gains.weight);
}

/**
 * What no timetable's gains can exceed: every table sold, every party's best day, every pair at its cheapest slot.
 * Weak duality in three sums: what the meetings of a timetable gain is what they pay to tables and parties, plus what
 * each pair keeps for itself, and each of the three is counted here at its highest. Shares no code with the solver.
 * Throws a RangeError for prices that are none.
 */
export function priceTotal(instance: Instance, gains: Gains, prices: Prices): number {
  const { startupTables, investorTables } = prices;
  const slots = [...Array(instance.slots).keys()];
  const tablesIn = slots.map((t) => at(instance.tablesPerSlot, t));
  const never = new Set((instance.noThanks ?? []).map((pair) => pair.join()));
  const away = new Set((instance.blackouts ?? []).map((blackout) => blackout.join()));
  const musts = new Set((instance.musts ?? []).map((pair) => pair.join()));
  const locked = new Set((instance.locks ?? []).map(([s, v]) => `${s},${v}`));
  const busy = { startups: new Map<number, number[]>(), investors: new Map<number, number[]>() };
  const note = (map: Map<number, number[]>, index: number, t: number) =>
    map.set(index, [...(map.get(index) ?? []), t]);
  for (const [s, v, t] of instance.locks ?? []) {
    note(busy.startups, s, t);
    note(busy.investors, v, t);
  }
  const openSlots = (bits: string, table = -1, taken: number[] = []) =>
    slots.filter(
      (t) => bits[t] === '1' && (tablesIn[t] as number) > Math.max(0, table) && !taken.includes(t),
    );
  const { startupAvailability, vcAvailability, startupTable, vcTable } = instance;
  const open = {
    startups: startupAvailability.map((bits, s) => openSlots(bits, startupTable?.[s], busy.startups.get(s))),
    investors: vcAvailability.map((bits, v) => openSlots(bits, vcTable?.[v], busy.investors.get(v))),
  };
  const investorIsFree = open.investors.map((free) => new Set(free));
  let sum = 0;

  for (const t of slots) {
    if (whole(startupTables[t]) < 0 || whole(investorTables[t]) < 0) {
      throw new RangeError('A table has a negative price.');
    }
    const taken = (instance.locks ?? []).filter(([, , slot]) => slot === t).length;
    sum += ((tablesIn[t] as number) - taken) * (whole(startupTables[t]) + whole(investorTables[t]));
  }

  for (const side of ['startups', 'investors'] as const) {
    const isStartup = side === 'startups';
    const fees = isStartup ? startupTables : investorTables;
    const [max, floor] = isStartup
      ? [instance.startupMax, instance.startupFloor]
      : [instance.vcMax, instance.vcFloor];
    open[side].forEach((free, index) => {
      const price = prices[side][index];
      const profits = new Map(free.map((t) => [t, priceIn(price, t) - whole(fees[t])] as const));
      sum += bestProfit(profits, busy[side].get(index) ?? [], {
        slots: instance.slots,
        most: at(max, index, instance.slots),
        inARow: isStartup ? instance.startupRestAfter : instance.vcRestAfter,
        dayStarts: instance.dayStarts ?? [],
        worth: (meetings) => gains.floor * Math.min(at(floor, index), meetings),
      });
    });
  }

  for (const [s, v, weight] of instance.requests) {
    const pair = `${s},${v}`;
    const [startupTable, vcTable] = [instance.startupTable?.[s] ?? -1, instance.vcTable?.[v] ?? -1];
    if (never.has(pair) || (startupTable !== -1 && vcTable !== -1 && startupTable !== vcTable)) continue;
    const gain = gains.weight * weight + (musts.has(pair) ? gains.must : 0);
    const [startupPrice, investorPrice] = [prices.startups[s], prices.investors[v]];
    const isTogether = (t: number) => investorIsFree[v]?.has(t) && !away.has(`${pair},${t}`);
    const shared = open.startups[s] ?? [];
    const kept =
      Array.isArray(startupPrice) || Array.isArray(investorPrice)
        ? shared.filter(isTogether).map((t) => gain - priceIn(startupPrice, t) - priceIn(investorPrice, t))
        : shared.some(isTogether)
          ? [gain - whole(startupPrice) - whole(investorPrice)]
          : [];
    sum += locked.has(pair) ? gain : kept.reduce((best, each) => Math.max(best, each), 0);
  }
  return whole(sum);
}

function priceIn(price: number | number[] | undefined, slot: number): number {
  return whole(Array.isArray(price) ? price[slot] : price);
}

function whole(value: number | undefined): number {
  if (!Number.isSafeInteger(value)) throw new RangeError('A price is missing, no whole number or too large.');
  return value as number;
}

function at(value: number | number[] | undefined, index: number, otherwise = 0): number {
  return (typeof value === 'number' ? value : value?.[index]) ?? otherwise;
}

type PartyRules = {
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
function bestProfit(
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
