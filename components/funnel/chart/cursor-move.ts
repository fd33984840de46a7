/** Which of the points holds at a place of the axis: the last one not behind it, or the first. */
export function cursorAt(parts: readonly number[], part: number): number {
  return Math.max(
    0,
    parts.findLastIndex((one) => one <= part),
  );
}

/** Where a key moves to; null for keys that do not move. */
export function cursorByKey(key: string, at: number, last: number): number | null {
  const next: Record<string, number> = {
    ArrowLeft: at - 1,
    ArrowDown: at - 1,
    ArrowRight: at + 1,
    ArrowUp: at + 1,
    PageDown: at - 10,
    PageUp: at + 10,
    Home: 0,
    End: last,
  };
  const wanted = next[key];
  return wanted === undefined ? null : Math.min(Math.max(wanted, 0), last);
}
