import { addDays, type Day, daysBetween, parseDay } from '@/lib/core/days';

export type Scale = (value: number) => number;

/** From a range of values to a range of places; a range without length goes to its beginning. */
export function linear([from, to]: readonly [number, number], [a, b]: readonly [number, number]): Scale {
  return (value) => (to === from ? a : a + ((value - from) / (to - from)) * (b - a));
}

/** For whole values: from 0 in at most `count` equal steps of 1, 2 or 5 times a power of ten, up to the first not below `max`. */
export function ticksTo(max: number, count: number): number[] {
  if (max <= 0) return [0];
  const size = Math.max(1, 10 ** Math.floor(Math.log10(max / count)));
  const step = [1, 2, 5, 10].map((times) => times * size).find((each) => Math.ceil(max / each) <= count);
  const width = step ?? size * 20;
  return Array.from({ length: Math.ceil(max / width) + 1 }, (_, n) => n * width);
}

/** First days of months within the range, thinned out evenly until at most `count` are left. */
export function monthTicks(start: Day, end: Day, count: number): Day[] {
  const months: Day[] = [];
  for (let day = firstOfMonth(start); day <= end; day = firstOfMonth(addDays(day, 32))) {
    if (day >= start) months.push(day);
  }
  const every = [1, 2, 3, 6, 12, 24, 60].find((step) => Math.ceil(months.length / step) <= count) ?? 120;
  return months.filter((_, index) => index % every === 0);
}

function firstOfMonth(day: Day): Day {
  return parseDay(`${day.slice(0, 8)}01`) as Day;
}

/** How far into the range a day lies, between 0 and 1. */
export function partOf(start: Day, end: Day, day: Day): number {
  const length = daysBetween(start, end);
  return length <= 0 ? 0 : Math.min(Math.max(daysBetween(start, day) / length, 0), 1);
}

/** A line that keeps its height until the next point: `M0 5 H3 V2 H9`. Rounded to hundredths. */
export function stepPath(points: readonly { x: number; y: number }[], end: number): string {
  const round = (value: number) => Math.round(value * 100) / 100;
  const [first, ...rest] = points;
  if (!first) return '';
  return `M${round(first.x)} ${round(first.y)}${rest.map(({ x, y }) => ` H${round(x)} V${round(y)}`).join('')} H${round(end)}`;
}

/** Moves labels apart so that each two are `gap` from each other, in their order, all within the bounds as far as they fit. */
export function spread(
  places: readonly number[],
  gap: number,
  [top, bottom]: readonly [number, number],
): number[] {
  const order = places
    .map((place, index) => ({ place, index }))
    .sort((a, b) => a.place - b.place || a.index - b.index);
  let last = top - gap;
  for (const one of order) {
    one.place = Math.max(one.place, last + gap);
    last = one.place;
  }
  let next = bottom + gap;
  for (const one of order.toReversed()) {
    one.place = Math.min(one.place, next - gap);
    next = one.place;
  }
  return order.sort((a, b) => a.index - b.index).map(({ place }) => place);
}
