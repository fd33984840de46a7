import { neverStop, type ShouldStop } from '../ports';
import { pushAll } from './blocking-flow';
import type { Network } from './network';

/**
 * A flow of greatest total gain from node 0 to the last node, by the primal-dual method: gains of whole paths only
 * fall, and for each value all such paths are pushed at once. Leaves the flow in `network.room`. The potentials are the
 * node prices: source and sink 0, no arc with room left goes down in reduced cost; null when stopped halfway.
 */
export function maxGainFlow(network: Network, shouldStop: ShouldStop = neverStop): Float64Array | null {
  const sink = network.nodes - 1;
  const potential = firstPotentials(network);
  const distance = new Float64Array(network.nodes);
  for (;;) {
    if (shouldStop()) return null;
    const gainLeft = -(potential[sink] as number);
    if (gainLeft > 0) pushAll(network, potential, 0, sink);
    const reach = Math.max(0, gainLeft);
    findDistances(network, potential, distance, reach);
    const step = Math.min(distance[sink] as number, reach);
    for (let node = 0; node < network.nodes; node++) {
      potential[node] = (potential[node] as number) + Math.min(distance[node] as number, step);
    }
    if (step >= gainLeft) return potential;
  }
}

/** Shortest ways in the empty network; as arcs lead to higher numbers, one sweep finds them. */
function firstPotentials({ nodes, first, to, room, cost }: Network): Float64Array {
  const potential = new Float64Array(nodes).fill(Number.POSITIVE_INFINITY);
  potential[0] = 0;
  // Where nothing can come from, the price is dearer than any way of at most three gains is worth.
  const outOfReach = 4 * cost.reduce((most, each) => Math.max(most, each), 0);
  for (let node = 0; node < nodes - 1; node++) {
    if (potential[node] === Number.POSITIVE_INFINITY) potential[node] = outOfReach;
    const here = potential[node] as number;
    for (let arc = first[node] as number; arc < (first[node + 1] as number); arc++) {
      if ((room[arc] as number) === 0) continue;
      const there = to[arc] as number;
      potential[there] = Math.min(potential[there] as number, here + (cost[arc] as number));
    }
  }
  potential[nodes - 1] = Math.min(0, potential[nodes - 1] as number);
  return potential;
}

/** Distances from the source by reduced cost (Dijkstra), as far as `reach`; beyond that they read `reach`. */
function findDistances(
  network: Network,
  potential: Float64Array,
  distance: Float64Array,
  reach: number,
): void {
  const { first, to, room, cost } = network;
  distance.fill(reach);
  distance[0] = 0;
  const queue = new Queue();
  queue.push(0, 0);
  while (queue.size > 0) {
    const node = queue.pop();
    const here = queue.key;
    if (here > (distance[node] as number)) continue;
    const base = here + (potential[node] as number);
    for (let arc = first[node] as number; arc < (first[node + 1] as number); arc++) {
      if ((room[arc] as number) === 0) continue;
      const head = to[arc] as number;
      const there = base + (cost[arc] as number) - (potential[head] as number);
      if (there >= (distance[head] as number)) continue;
      distance[head] = there;
      queue.push(there, head);
    }
  }
}

/** Nodes by rising key: a binary heap, with a stack beside it for keys equal to the one just taken. */
class Queue {
  /** The key of the node that `pop` has just given. */
  key = 0;
  private readonly now: number[] = [];
  private readonly keys: number[] = [];
  private readonly nodes: number[] = [];

  get size(): number {
    return this.now.length + this.nodes.length;
  }

  push(key: number, node: number): void {
    if (key <= this.key) {
      this.now.push(node);
      return;
    }
    const { keys, nodes } = this;
    let place = keys.length;
    while (place > 0) {
      const above = (place - 1) >> 1;
      if ((keys[above] as number) <= key) break;
      keys[place] = keys[above] as number;
      nodes[place] = nodes[above] as number;
      place = above;
    }
    keys[place] = key;
    nodes[place] = node;
  }

  pop(): number {
    const waiting = this.now.pop();
    if (waiting !== undefined) return waiting;
    const { keys, nodes } = this;
    this.key = keys[0] as number;
    const taken = nodes[0] as number;
    const key = keys.pop() as number;
    const node = nodes.pop() as number;
    if (keys.length > 0) this.sink(key, node);
    return taken;
  }

  private sink(key: number, node: number): void {
    const { keys, nodes } = this;
    let place = 0;
    for (;;) {
      let below = 2 * place + 1;
      if (below >= keys.length) break;
      if (below + 1 < keys.length && (keys[below + 1] as number) < (keys[below] as number)) below++;
      if ((keys[below] as number) >= key) break;
      keys[place] = keys[below] as number;
      nodes[place] = nodes[below] as number;
      place = below;
    }
    keys[place] = key;
    nodes[place] = node;
  }
}
