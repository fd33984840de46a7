/** A square of the grid: a line as it is shown, and a slot; line -1 is the heading of the slots, column -1 of a line. */
export type Square = { line: number; column: number };

/** What can be painted of one party, person or table. */
export type Paintable = {
  kind: 'startup' | 'investor' | 'contact' | 'table';
  id: string;
  /** Slots painted away. */
  away: ReadonlySet<string>;
  /** Slots that another meeting takes: they are not painted, but what was painted there before is wiped off. */
  busy: ReadonlySet<string>;
};

/** What a stroke changes of one party: these slots, all to `away`. */
export type Paint = { kind: Paintable['kind']; id: string; slotIds: string[]; away: boolean };

/** Lines and columns from low to high, whichever corner the stroke began in. */
export function strokeSpan(from: Square, to: Square) {
  return {
    lines: [Math.min(from.line, to.line), Math.max(from.line, to.line)] as const,
    columns: [Math.min(from.column, to.column), Math.max(from.column, to.column)] as const,
  };
}

/** What a stroke paints: the opposite of the square it began at. */
export function strokeValue(line: Paintable, slotId: string): boolean {
  return !line.away.has(slotId);
}

/** Every square between the corners that is not so already; lines without a party (headings) are passed over. */
export function strokePaints(
  lines: readonly (Paintable | null)[],
  slotIds: readonly string[],
  from: Square,
  to: Square,
  away: boolean,
): Paint[] {
  const span = strokeSpan(from, to);
  const slots = slotIds.slice(Math.max(0, span.columns[0]), span.columns[1] + 1);
  return lines
    .slice(Math.max(0, span.lines[0]), span.lines[1] + 1)
    .flatMap((line) => (line ? paintsOf(line, slots, away) : []));
}

/** A whole row, column or group: away, unless all of it is away already. */
export function togglePaints(lines: readonly Paintable[], slotIds: readonly string[]): Paint[] {
  const on = lines.flatMap((line) => paintsOf(line, slotIds, true));
  return on.length > 0 ? on : lines.flatMap((line) => paintsOf(line, slotIds, false));
}

/** The paints that take these back; squares that stood so before are not among them. */
export function undoOf(paints: readonly Paint[]): Paint[] {
  return paints.map((paint) => ({ ...paint, away: !paint.away }));
}

export function squaresOf(paints: readonly Paint[]): number {
  return paints.reduce((sum, { slotIds }) => sum + slotIds.length, 0);
}

export type Away = ReadonlyMap<string, ReadonlySet<string>>;

/** The grid after these paints; parties that are not painted keep the very same set. */
export function painted(grid: Away, paints: readonly Paint[]): Away {
  const next = new Map(grid);
  for (const { id, slotIds, away } of paints) {
    const slots = new Set(next.get(id));
    for (const slot of slotIds) {
      if (away) slots.add(slot);
      else slots.delete(slot);
    }
    next.set(id, slots);
  }
  return next;
}

function paintsOf(line: Paintable, slotIds: readonly string[], away: boolean): Paint[] {
  const changed = slotIds.filter((slot) => line.away.has(slot) !== away && !(away && line.busy.has(slot)));
  return changed.length > 0 ? [{ kind: line.kind, id: line.id, slotIds: changed, away }] : [];
}
