import type { Network } from './network';

/**
 * Pushes as much as possible from `source` to `sink` along arcs whose reduced cost is zero (Dinic: levels by breadth,
 * then blocking flows by depth, without recursion). Changes `network.room`; answers with the units pushed.
 */
export function pushAll(network: Network, potential: Float64Array, source: number, sink: number): number {
  const { nodes, first, to, back, room, cost } = network;
  const level = new Int32Array(nodes);
  const current = new Int32Array(nodes);
  const queue = new Int32Array(nodes);
  const path = new Int32Array(nodes);
  let pushed = 0;

  const isTight = (arc: number, from: number, head: number) =>
    (cost[arc] as number) + (potential[from] as number) === (potential[head] as number);

  const findLevels = (): boolean => {
    level.fill(-1);
    level[source] = 0;
    queue[0] = source;
    let filled = 1;
    for (let at = 0; at < filled; at++) {
      const node = queue[at] as number;
      const end = first[node + 1] as number;
      for (let arc = first[node] as number; arc < end; arc++) {
        const head = to[arc] as number;
        if ((room[arc] as number) === 0 || (level[head] as number) !== -1 || !isTight(arc, node, head))
          continue;
        level[head] = (level[node] as number) + 1;
        if (head === sink) return true;
        queue[filled++] = head;
      }
    }
    return false;
  };

  const send = (length: number): number => {
    let least = Number.MAX_SAFE_INTEGER;
    for (let step = 0; step < length; step++) least = Math.min(least, room[path[step] as number] as number);
    let kept = length;
    for (let step = length - 1; step >= 0; step--) {
      const arc = path[step] as number;
      room[arc] = (room[arc] as number) - least;
      room[back[arc] as number] = (room[back[arc] as number] as number) + least;
      if (room[arc] === 0) kept = step;
    }
    pushed += least;
    return kept;
  };

  /** Goes on from the first arc that has become full, not from the source. */
  const block = () => {
    let length = 0;
    let node = source;
    for (;;) {
      if (node === sink) {
        length = send(length);
        node = to[back[path[length] as number] as number] as number;
        continue;
      }
      const end = first[node + 1] as number;
      const below = (level[node] as number) + 1;
      let arc = current[node] as number;
      while (arc < end) {
        const head = to[arc] as number;
        if ((room[arc] as number) > 0 && (level[head] as number) === below && isTight(arc, node, head)) break;
        arc++;
      }
      current[node] = arc;
      if (arc < end) {
        path[length++] = arc;
        node = to[arc] as number;
      } else if (length > 0) {
        length--;
        node = to[back[path[length] as number] as number] as number;
        current[node] = (current[node] as number) + 1;
      } else {
        return;
      }
    }
  };

  while (findLevels()) {
    current.set(first.subarray(0, nodes));
    block();
  }
  return pushed;
}
