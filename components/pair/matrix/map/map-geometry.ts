/** What of the map is drawn at which size: pixels of the window, squares of `width` x `height`. */
export type Size = { width: number; height: number };
export type Extent = { rows: number; columns: number };
export type Scroll = { left: number; top: number };
/** First and last place in sight, both included; empty when the last one is before the first. */
export type Range = { first: number; last: number };

export const NAMES = 136;
export const HEADS = 124;
export const SMALLEST = 2;
export const LARGEST = 32;
/** From this size on squares are elements with their signs; below it they are painted. */
export const READABLE = 18;
/** From this size on rows and columns carry their names. */
export const NAMED = 12;

/** Squares of at least `zoom` pixels, larger where there is room: the smallest zoom shows the whole map. */
export function squareAt(zoom: number, window: Size, { rows, columns }: Extent): Size {
  const room = { width: Math.max(0, window.width - NAMES), height: Math.max(0, window.height - HEADS) };
  const share = (space: number, count: number) => Math.min(LARGEST, space / Math.max(1, count));
  return {
    width: Math.max(zoom, share(room.width, columns)),
    height: Math.max(zoom, share(room.height, rows)),
  };
}

/** The places in sight along one axis, with `spare` more at both ends. */
export function rangeOf(scrolled: number, room: number, size: number, count: number, spare = 1): Range {
  if (count === 0 || room <= 0) return { first: 0, last: -1 };
  const first = Math.floor(scrolled / size) - spare;
  const last = Math.ceil((scrolled + room) / size) - 1 + spare;
  return { first: Math.max(0, first), last: Math.min(count - 1, last) };
}

/** Which square lies under a point of the window; null beside the map or over its names. */
export function squareUnder(
  point: { x: number; y: number },
  scroll: Scroll,
  square: Size,
  { rows, columns }: Extent,
): { row: number; column: number } | null {
  if (point.x < NAMES || point.y < HEADS) return null;
  const row = Math.floor((point.y - HEADS + scroll.top) / square.height);
  const column = Math.floor((point.x - NAMES + scroll.left) / square.width);
  return row >= 0 && column >= 0 && row < rows && column < columns ? { row, column } : null;
}

/** Where to scroll so that what lay under `point` lies there still after the squares have changed their size. */
export function scrollAfterZoom(
  point: { x: number; y: number },
  scroll: Scroll,
  before: Size,
  after: Size,
): Scroll {
  const along = (at: number, edge: number, scrolled: number, from: number, to: number) => {
    const inside = Math.max(0, at - edge);
    return Math.max(0, ((scrolled + inside) / from) * to - inside);
  };
  return {
    left: along(point.x, NAMES, scroll.left, before.width, after.width),
    top: along(point.y, HEADS, scroll.top, before.height, after.height),
  };
}

/** How far to scroll so that a square is in sight, and no further. */
export function scrollToSquare(
  { row, column }: { row: number; column: number },
  scroll: Scroll,
  square: Size,
  window: Size,
): Scroll {
  const along = (scrolled: number, start: number, size: number, room: number) => {
    if (start < scrolled) return start;
    return start + size > scrolled + room ? start + size - room : scrolled;
  };
  return {
    left: along(scroll.left, Math.max(0, column) * square.width, square.width, window.width - NAMES),
    top: along(scroll.top, Math.max(0, row) * square.height, square.height, window.height - HEADS),
  };
}
