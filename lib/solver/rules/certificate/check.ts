import type { Instance } from '../../schema';
import type { Gains, Prices } from './prices';

/**
 * The bound that a set of prices proves, in whole points: every party at best, every table sold, every pair at its
 * cheapest slot. Shares no code with the solver. Weak duality in three sums: whatever a timetable earns, its meetings
 * pay to parties and tables what these terms count at least. Throws a RangeError for prices that are none.
 */
export function priceBound(instance: Instance, gains: Gains, prices: Prices): number {
  const { unit, startupTables, investorTables } = prices;
  const slots = [...Array(instance.slots).keys()];
  const tables = slots.map((t) => at(instance.tablesPerSlot, t));
  const locked = new Map((instance.locks ?? []).map(([s, v, t]) => [`${s},${v}`, t]));
  const never = new Set((instance.noThanks ?? []).map((pair) => pair.join()));
  const away = new Set((instance.blackouts ?? []).map((blackout) => blackout.join()));
  const musts = new Set((instance.musts ?? []).map((pair) => pair.join()));
  const whole = (price: number | undefined) => {
    if (!Number.isSafeInteger(price)) throw new RangeError('A price is missing or no whole number.');
    return price as number;
  };
  const priceOf = (price: number | number[] | undefined, t: number) =>
    whole(Array.isArray(price) ? price[t] : price);
  const taken = { startup: new Map<number, Set<number>>(), investor: new Map<number, Set<number>>() };
  let sum = 0;

  for (const t of slots) {
    if (whole(startupTables[t]) < 0 || whole(investorTables[t]) < 0)
      throw new RangeError('A table has a negative price.');
    sum += at(instance.tablesPerSlot, t) * (whole(startupTables[t]) + whole(investorTables[t]));
  }
  for (const [s, v, t] of instance.locks ?? []) {
    sum -= whole(startupTables[t]) + whole(investorTables[t]);
    taken.startup.set(s, (taken.startup.get(s) ?? new Set()).add(t));
    taken.investor.set(v, (taken.investor.get(v) ?? new Set()).add(t));
  }

  const open = (bits: string | undefined, table: number | undefined, t: number) =>
    bits?.[t] === '1' && (tables[t] as number) > Math.max(0, table ?? -1);
  const party = (side: 'startup' | 'investor', index: number) => {
    const isStartup = side === 'startup';
    const bits = (isStartup ? instance.startupAvailability : instance.vcAvailability)[index];
    const table = (isStartup ? instance.startupTable : instance.vcTable)?.[index];
    const price = (isStartup ? prices.startups : prices.investors)[index];
    const fee = isStartup ? startupTables : investorTables;
    const busy = taken[side].get(index) ?? new Set();
    const most = at(isStartup ? instance.startupMax : instance.vcMax, index, instance.slots) - busy.size;
    const least = at(isStartup ? instance.startupFloor : instance.vcFloor, index);
    const worth = (count: number) => unit * gains.floor * Math.min(least, busy.size + count);
    const profits = slots
      .filter((t) => open(bits, table, t) && !busy.has(t))
      .map((t) => priceOf(price, t) - (fee[t] as number))
      .sort((a, b) => b - a);
    let best = worth(0);
    let total = 0;
    profits.slice(0, Math.max(0, most)).forEach((profit, before) => {
      total += profit;
      best = Math.max(best, total + worth(before + 1));
    });
    return best;
  };
  instance.startupAvailability.forEach((_, s) => {
    sum += party('startup', s);
  });
  instance.vcAvailability.forEach((_, v) => {
    sum += party('investor', v);
  });

  for (const [s, v, weight] of instance.requests) {
    const pair = `${s},${v}`;
    if (never.has(pair)) continue;
    const gain = unit * (gains.weight * weight + (musts.has(pair) ? gains.must : 0));
    const [startupTable, vcTable] = [instance.startupTable?.[s] ?? -1, instance.vcTable?.[v] ?? -1];
    if (locked.has(pair)) sum += gain;
    else if (startupTable === -1 || vcTable === -1 || startupTable === vcTable) {
      let best = 0;
      for (const t of slots) {
        const together =
          open(instance.startupAvailability[s], startupTable, t) &&
          open(instance.vcAvailability[v], vcTable, t);
        if (!together || away.has(`${pair},${t}`)) continue;
        best = Math.max(best, gain - priceOf(prices.startups[s], t) - priceOf(prices.investors[v], t));
      }
      sum += best;
    }
  }
  if (!Number.isSafeInteger(sum))
    throw new RangeError('The prices add up to more than whole numbers can hold.');
  return Math.floor(sum / unit);
}

function at(value: number | number[] | undefined, index: number, otherwise = 0): number {
  return (typeof value === 'number' ? value : value?.[index]) ?? otherwise;
}
