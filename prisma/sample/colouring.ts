/**
 * Places meetings of two sides into slots so that nobody sits twice in one: bipartite edge colouring by alternating
 * paths (König: as many slots as the busiest party has meetings are enough). `pairs` are [left, right]; gives a slot each.
 */
export function colour(pairs: readonly (readonly [number, number])[], slots: number): number[] {
  const colourOf = new Array<number>(pairs.length).fill(-1);
  const seats = new Map<string, number>();
  const seat = (side: 'l' | 'r', who: number, slot: number) => `${side}${who}:${slot}`;
  const free = (side: 'l' | 'r', who: number) => {
    for (let slot = 0; slot < slots; slot += 1) if (!seats.has(seat(side, who, slot))) return slot;
    throw new RangeError('more meetings than slots');
  };
  const put = (edge: number, slot: number) => {
    const [left, right] = pairs[edge] as readonly [number, number];
    colourOf[edge] = slot;
    seats.set(seat('l', left, slot), edge);
    seats.set(seat('r', right, slot), edge);
  };
  const lift = (edge: number) => {
    const [left, right] = pairs[edge] as readonly [number, number];
    const slot = colourOf[edge] as number;
    if (seats.get(seat('l', left, slot)) === edge) seats.delete(seat('l', left, slot));
    if (seats.get(seat('r', right, slot)) === edge) seats.delete(seat('r', right, slot));
  };
  for (const [edge, [left, right]] of pairs.entries()) {
    const a = free('l', left);
    const b = free('r', right);
    if (a !== b) {
      // The path that starts at the right side and alternates a, b never comes back to the left one: swap it.
      const path: number[] = [];
      let side: 'l' | 'r' = 'r';
      let who = right;
      let slot = a;
      for (
        let next = seats.get(seat(side, who, slot));
        next !== undefined;
        next = seats.get(seat(side, who, slot))
      ) {
        path.push(next);
        const [l, r] = pairs[next] as readonly [number, number];
        who = side === 'r' ? l : r;
        side = side === 'r' ? 'l' : 'r';
        slot = slot === a ? b : a;
      }
      const swapped = path.map((each) => [each, colourOf[each] === a ? b : a] as const);
      for (const [each] of swapped) lift(each);
      for (const [each, to] of swapped) put(each, to);
    }
    put(edge, a);
  }
  return colourOf;
}
