import type { Gains } from '../certificate/prices';
import type { Compiled } from '../instance';
import { mayMeet } from '../instance';
import { type Network, NetworkBuilder } from './network';

/** The network of a choice of meetings: who is chosen flows from the tables through a startup and an investor. */
export type MeetingFlow = {
  network: Network;
  /** By request: its arc, or -1 where the pair never can meet or is locked anyway. */
  arcOf: Int32Array;
  /** The nodes at which a party's price is read, by party. */
  nodeOf: Int32Array;
  /** The nodes of the tables by slot; all the same where tables are counted over the whole event. */
  startupTables: Int32Array;
  investorTables: Int32Array;
};

/** What locks leave over: tables by slot, free slots and meetings still allowed by party, meetings still below the floor. */
export type Left = {
  tables: Int32Array;
  free: Uint8Array;
  slots: Int32Array;
  max: Int32Array;
  floor: Int32Array;
};

export function leftByLocks(compiled: Compiled): Left {
  const { parties, slots, requests, lockedIn, startupOf, investorOf } = compiled;
  const left: Left = {
    tables: compiled.capacity.slice(),
    free: compiled.free.slice(),
    slots: new Int32Array(parties),
    max: compiled.max.slice(),
    floor: compiled.floor.slice(),
  };
  for (let request = 0; request < requests; request++) {
    const slot = lockedIn[request] as number;
    if (slot === -1) continue;
    left.tables[slot] = (left.tables[slot] as number) - 1;
    for (const party of [startupOf[request] as number, investorOf[request] as number]) {
      left.free[party * slots + slot] = 0;
      left.max[party] = (left.max[party] as number) - 1;
      left.floor[party] = Math.max(0, (left.floor[party] as number) - 1);
    }
  }
  for (let party = 0; party < parties; party++) {
    let free = 0;
    for (let slot = 0; slot < slots; slot++) free += left.free[party * slots + slot] as number;
    left.slots[party] = free;
  }
  return left;
}

/**
 * Builds the network. With `bySlot` the tables are counted slot by slot on either side (a startup-slot is an arc), else
 * over the whole event, which is smaller and the same where tables abound.
 */
export function meetingFlow(compiled: Compiled, left: Left, gains: Gains, bySlot: boolean): MeetingFlow {
  const { startups, parties, slots } = compiled;
  const builder = new NetworkBuilder();
  const source = builder.addNode();
  const addTables = () =>
    bySlot
      ? Int32Array.from({ length: slots }, () => builder.addNode())
      : new Int32Array(slots).fill(builder.addNode());

  const startupTables = addTables();
  const nodeOf = new Int32Array(parties);
  const gateOf = new Int32Array(parties);
  const hasGate = (party: number) =>
    bySlot && ((left.max[party] as number) < (left.slots[party] as number) || isLifted(party));
  const isLifted = (party: number) => gains.floor > 0 && (left.floor[party] as number) > 0;
  for (let party = 0; party < startups; party++) if (hasGate(party)) gateOf[party] = builder.addNode();
  for (let party = 0; party < parties; party++) nodeOf[party] = builder.addNode();
  for (let party = startups; party < parties; party++) if (hasGate(party)) gateOf[party] = builder.addNode();
  const investorTables = addTables();
  const sink = builder.addNode();

  const connect = (from: number, to: number, room: number, gain = 0) => {
    if (room > 0) builder.addArc(from, to, room, gain);
  };
  const along = (isStartup: boolean, from: number, to: number, room: number, gain = 0) =>
    isStartup ? connect(from, to, room, gain) : connect(to, from, room, gain);

  for (const [isStartup, tables, end] of [
    [true, startupTables, source],
    [false, investorTables, sink],
  ] as const) {
    if (bySlot) {
      for (const [slot, node] of tables.entries()) along(isStartup, end, node, left.tables[slot] as number);
    } else
      along(
        isStartup,
        end,
        tables[0] ?? end,
        left.tables.reduce((sum, count) => sum + count, 0),
      );
  }
  for (let party = 0; party < parties; party++) {
    const isStartup = party < startups;
    const tables = isStartup ? startupTables : investorTables;
    const node = nodeOf[party] as number;
    const gate = hasGate(party) ? (gateOf[party] as number) : node;
    const most = Math.min(left.slots[party] as number, left.max[party] as number);
    const lifted = isLifted(party) ? Math.min(most, left.floor[party] as number) : 0;
    const outside = bySlot ? gate : (tables[0] as number);
    if (bySlot) {
      for (let slot = 0; slot < slots; slot++) {
        if (left.free[party * slots + slot] === 1) along(isStartup, tables[slot] as number, gate, 1);
      }
    }
    if (outside === node) continue;
    along(isStartup, outside, node, lifted, gains.floor);
    along(isStartup, outside, node, most - lifted);
  }
  const handles = addPairs(compiled, left, gains, nodeOf, builder);
  const { network, placeOf } = builder.build();
  const arcOf = handles.map((handle) => (handle === -1 ? -1 : (placeOf[handle] as number)));
  return { network, arcOf, nodeOf, startupTables, investorTables };
}

function addPairs(
  compiled: Compiled,
  left: Left,
  gains: Gains,
  nodeOf: Int32Array,
  builder: NetworkBuilder,
): Int32Array {
  const { requests, startupOf, investorOf, slots, weight, must, lockedIn } = compiled;
  const handles = new Int32Array(requests).fill(-1);
  for (let request = 0; request < requests; request++) {
    if (lockedIn[request] !== -1) continue;
    const startup = startupOf[request] as number;
    const investor = investorOf[request] as number;
    for (let slot = 0; slot < slots; slot++) {
      const open = left.free[startup * slots + slot] === 1 && left.free[investor * slots + slot] === 1;
      if (!open || !mayMeet(compiled, request, slot)) continue;
      const gain = gains.weight * (weight[request] as number) + gains.must * (must[request] as number);
      handles[request] = builder.addArc(nodeOf[startup] as number, nodeOf[investor] as number, 1, gain);
      break;
    }
  }
  return handles;
}
