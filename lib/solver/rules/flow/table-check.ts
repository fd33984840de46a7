import type { Compiled } from '../instance';
import { pushAll } from './blocking-flow';
import type { Left } from './meeting-flow';
import { NetworkBuilder } from './network';

/**
 * Whether each side alone can spread a choice over the slots without using more tables than there are: then counting
 * tables slot by slot would prove no more than counting them over the whole event.
 */
export function fitsTables(compiled: Compiled, left: Left, chosen: Uint8Array): boolean {
  const { startups, parties, requests, lockedIn, startupOf, investorOf } = compiled;
  const met = new Int32Array(parties);
  for (let request = 0; request < requests; request++) {
    if (chosen[request] === 0 || lockedIn[request] !== -1) continue;
    for (const party of [startupOf[request] as number, investorOf[request] as number]) {
      met[party] = (met[party] as number) + 1;
    }
  }
  return fitsSide(left, met, 0, startups) && fitsSide(left, met, startups, parties);
}

function fitsSide(left: Left, met: Int32Array, from: number, until: number): boolean {
  const slots = left.tables.length;
  if (alwaysFits(left, from, until)) return true;
  const builder = new NetworkBuilder();
  const source = builder.addNode();
  const slotNodes = Array.from(left.tables, () => builder.addNode());
  const partyNodes = Array.from({ length: until - from }, () => builder.addNode());
  const sink = builder.addNode();
  let wanted = 0;
  left.tables.forEach((count, slot) => {
    builder.addArc(source, slotNodes[slot] as number, count);
  });
  for (let party = from; party < until; party++) {
    const node = partyNodes[party - from] as number;
    const count = met[party] as number;
    wanted += count;
    builder.addArc(node, sink, count);
    if (count === 0) continue;
    for (let slot = 0; slot < slots; slot++) {
      if (left.free[party * slots + slot] === 1) builder.addArc(slotNodes[slot] as number, node, 1);
    }
  }
  const { network } = builder.build();
  return pushAll(network, new Float64Array(network.nodes), source, sink) === wanted;
}

/** No slot has more people free than tables. */
function alwaysFits(left: Left, from: number, until: number): boolean {
  const slots = left.tables.length;
  for (let slot = 0; slot < slots; slot++) {
    let free = 0;
    for (let party = from; party < until; party++) free += left.free[party * slots + slot] as number;
    if (free > (left.tables[slot] as number)) return false;
  }
  return true;
}
