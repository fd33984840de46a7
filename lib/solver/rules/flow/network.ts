/**
 * A directed network with capacities and gains, laid out for speed: the arcs that leave a node lie side by side, and
 * every arc knows its way back. Nodes are numbered along the flow, so that an arc always leads to a higher number.
 */
export type Network = {
  nodes: number;
  /** The arcs of node `n`: from `first[n]` up to `first[n + 1]`, forward arcs and ways back alike. */
  first: Int32Array;
  to: Int32Array;
  back: Int32Array;
  /** What may still flow along each arc. */
  room: Int32Array;
  /** Minus the gain of a unit; a way back has the opposite sign. */
  cost: Float64Array;
};

/** Collects arcs; `addArc` answers with a handle under which `build` tells where the arc lies. */
export class NetworkBuilder {
  private readonly from: number[] = [];
  private readonly to: number[] = [];
  private readonly room: number[] = [];
  private readonly gain: number[] = [];
  nodes = 0;

  addNode(): number {
    return this.nodes++;
  }

  addArc(from: number, to: number, room: number, gain = 0): number {
    this.from.push(from);
    this.to.push(to);
    this.room.push(room);
    return this.gain.push(gain) - 1;
  }

  /** The network, and for every handle the place of its arc. */
  build(): { network: Network; placeOf: Int32Array } {
    const { nodes, from, to } = this;
    const first = new Int32Array(nodes + 1);
    const count = (node: number) => {
      first[node + 1] = (first[node + 1] as number) + 1;
    };
    from.forEach(count);
    to.forEach(count);
    for (let node = 0; node < nodes; node++) {
      first[node + 1] = (first[node + 1] as number) + (first[node] as number);
    }
    const arcs = 2 * from.length;
    const network: Network = {
      nodes,
      first,
      to: new Int32Array(arcs),
      back: new Int32Array(arcs),
      room: new Int32Array(arcs),
      cost: new Float64Array(arcs),
    };
    const next = first.slice();
    const placeOf = new Int32Array(from.length);
    for (let arc = 0; arc < from.length; arc++) {
      const tail = from[arc] as number;
      const head = to[arc] as number;
      const ahead = next[tail] as number;
      next[tail] = ahead + 1;
      const behind = next[head] as number;
      next[head] = behind + 1;
      placeOf[arc] = ahead;
      network.to[ahead] = head;
      network.to[behind] = tail;
      network.back[ahead] = behind;
      network.back[behind] = ahead;
      network.room[ahead] = this.room[arc] as number;
      network.cost[ahead] = -(this.gain[arc] as number);
      network.cost[behind] = this.gain[arc] as number;
    }
    return { network, placeOf };
  }
}
