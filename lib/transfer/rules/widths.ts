import type { BookCell } from '../schema';

type Row = readonly BookCell[];

/** The first of them, to be looked at before anything is written, and all of them from the beginning. */
export async function firstOf<Item>(
  rows: Iterable<Item> | AsyncIterable<Item>,
  most: number,
): Promise<{ first: Item[]; rest: AsyncIterable<Item> }> {
  const iterator = Symbol.asyncIterator in rows ? rows[Symbol.asyncIterator]() : rows[Symbol.iterator]();
  const first: Item[] = [];
  while (first.length < most) {
    const next = await iterator.next();
    if (next.done) break;
    first.push(next.value);
  }
  async function* all(): AsyncGenerator<Item> {
    yield* first;
    for (let next = await iterator.next(); !next.done; next = await iterator.next()) yield next.value;
  }
  return { first, rest: all() };
}

/** Widths of columns in letters, by their headings and these rows. */
export function widthsOf(columns: readonly string[], rows: readonly Row[]): number[] {
  return columns.map((column, at) => {
    const longest = rows.reduce((most, row) => Math.max(most, wide(shown(row[at] ?? null))), wide(column));
    return Math.min(60, Math.max(10, longest + 2));
  });
}

function shown(cell: BookCell): string {
  if (cell === null) return '';
  if ('text' in cell) return cell.text;
  if ('number' in cell) return `${cell.number}${',,,'}`;
  return 'day' in cell ? cell.day : '2023-05-03 14:30';
}

/** A syllable of Hangul takes the room of two letters. */
function wide(value: string): number {
  let sum = 0;
  for (const letter of value.slice(0, 80)) sum += letter > '\u1100' ? 2 : 1;
  return sum;
}
