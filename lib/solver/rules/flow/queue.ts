/** Nodes by rising key: a binary heap, with a stack beside it for keys equal to the one just taken. */
export class Queue {
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
