import { type B2bProblem, meetingsOf, windowsOf } from './problem';

/** A break in the whole numbers the prices are counted in. */
const BREAK = 1000;
const ROUNDS = 400;
/** The step is halved after so many rounds without a better bound. */
const PATIENCE = 12;

/** One person's day, with everything about whom they meet forgotten. */
type Day = { count: number; may: Uint8Array; must: Uint8Array; morning: [least: number, most: number] };

/**
 * Breaks that crowding alone makes necessary, or null when somebody's day cannot be arranged at all
 * or the seats do not suffice. Each slot seats two
 * people a table and gets a price; everybody takes the cheapest day of their own, breaks and prices added up. What all
 * pay together, less the prices of all seats, no plan can go below (Lagrange). The prices are whole numbers, so that
 * anybody can add them up: this bound, unlike clingo's, needs no faith.
 */
export function crowdingBound(problem: B2bProblem): number | null {
  const { slots, tables } = problem;
  const days = daysOf(problem);
  const prices = new Float64Array(slots);
  const whole = new Int32Array(slots);
  const guests = new Int32Array(slots);
  const most = days.reduce((sum, { count }) => sum + count - 1, 0);
  let [best, step, stale] = [Number.NEGATIVE_INFINITY, 1, 0];
  for (let round = 0; round < ROUNDS && stale < 6 * PATIENCE && best <= most * BREAK; round++) {
    for (let slot = 0; slot < slots; slot++) whole[slot] = Math.round(prices[slot] as number);
    guests.fill(0);
    let sum = 0;
    for (const day of days) {
      const paid = cheapest(day, whole, problem.morningSlots, guests);
      if (paid === null) return null;
      sum += paid;
    }
    for (const price of whole) sum -= 2 * tables * price;
    [best, stale] = sum > best ? [sum, 0] : [best, stale + 1];
    if (stale > 0 && stale % PATIENCE === 0) step /= 2;
    const excess = Array.from(guests, (count) => count - 2 * tables);
    const square = excess.reduce((total, each) => total + each * each, 0);
    if (square === 0) break;
    const stride = (step * (best + BREAK - sum)) / square;
    excess.forEach((each, slot) => {
      prices[slot] = Math.max(0, (prices[slot] as number) + stride * each);
    });
  }
  const bound = Math.max(0, Math.ceil(best / BREAK));
  // More than all could ever have: there are too few seats, and the bound grows without end.
  return bound > most ? null : bound;
}

function daysOf(problem: B2bProblem): Day[] {
  const windows = windowsOf(problem);
  const boundTo = (half: string) => (meeting: number) => problem.meetings[meeting]?.half === half;
  return meetingsOf(problem)
    .filter((own) => own.length > 0)
    .map((own) => {
      const [may, must] = [new Uint8Array(problem.slots), new Uint8Array(problem.slots)];
      for (const meeting of own) {
        const window = windows[meeting] as number[];
        for (const slot of window) may[slot] = 1;
        if (window.length === 1) must[window[0] as number] = 1;
      }
      const least = own.filter(boundTo('morning')).length;
      return {
        count: own.length,
        may,
        must,
        morning: [least, own.length - own.filter(boundTo('afternoon')).length],
      };
    });
}

const [NOT_BEGUN, MEETING, IDLE, PHASES] = [0, 1, 2, 3];
const NEVER = 1e9;

/** Cheapest day of one person, added to `guests`; null when there is none. Slot by slot, by meetings so far and phase. */
function cheapest(day: Day, prices: Int32Array, morningSlots: number, guests: Int32Array): number | null {
  const [slots, width] = [prices.length, (day.count + 1) * PHASES];
  const cost = new Int32Array((slots + 1) * width).fill(NEVER);
  const from = new Int8Array((slots + 1) * width);
  cost[NOT_BEGUN] = 0;
  for (let slot = 0; slot < slots; slot++) {
    const [here, next] = [slot * width, (slot + 1) * width];
    const offer = (state: number, price: number, phase: number) => {
      if (price >= (cost[next + state] as number)) return;
      cost[next + state] = price;
      from[next + state] = phase;
    };
    for (let count = 0; count <= day.count; count++) {
      if (slot === morningSlots && (count < day.morning[0] || count > day.morning[1])) continue;
      for (let phase = 0; phase < PHASES; phase++) {
        const paid = cost[here + count * PHASES + phase] as number;
        if (paid >= NEVER) continue;
        const rest = phase === NOT_BEGUN ? NOT_BEGUN : IDLE;
        if (!day.must[slot]) offer(count * PHASES + rest, paid, phase);
        if (!day.may[slot] || count === day.count) continue;
        const price = (prices[slot] as number) + (phase === IDLE ? BREAK : 0);
        offer((count + 1) * PHASES + MEETING, paid + price, phase);
      }
    }
  }
  return walkBack(day, cost, from, slots, guests);
}

function walkBack(
  day: Day,
  cost: Int32Array,
  from: Int8Array,
  slots: number,
  guests: Int32Array,
): number | null {
  const width = (day.count + 1) * PHASES;
  const last = slots * width + day.count * PHASES;
  const ends = day.count === 0 ? [NOT_BEGUN] : [MEETING, IDLE];
  let phase = ends.reduce((a, b) => ((cost[last + b] as number) < (cost[last + a] as number) ? b : a));
  const paid = cost[last + phase] as number;
  if (paid >= NEVER) return null;
  for (let slot = slots, count = day.count; slot > 0; slot--) {
    const before = from[slot * width + count * PHASES + phase] as number;
    if (phase === MEETING) {
      guests[slot - 1] = (guests[slot - 1] as number) + 1;
      count--;
    }
    phase = before;
  }
  return paid;
}
