import type { Gains, Prices } from '../certificate/prices';
import type { Compiled } from '../instance';
import { neverStop, type ShouldStop } from '../ports';
import { maxGainFlow } from './max-gain';
import { type Left, leftByLocks, type MeetingFlow, meetingFlow } from './meeting-flow';
import { fitsTables } from './table-check';

/** A choice of pairs that no timetable can beat, and the prices that say so. */
export type FlowBound = {
  gains: Gains;
  /** Total gain of the choice, locked pairs and their floors included: no timetable gains more. */
  total: number;
  /** By request: 1 where the flow would have the pair meet (locked pairs as well). */
  chosen: Uint8Array;
  prices: Prices;
};

/**
 * The flow bound: availability, maxima, floors and locks stay inside the flow; only *which* slot two people share does
 * not. Tables are counted by slot where counting them over the whole event is not enough. Null when stopped halfway.
 */
export function flowBound(
  compiled: Compiled,
  gains: Gains,
  shouldStop: ShouldStop = neverStop,
): FlowBound | null {
  const left = leftByLocks(compiled);
  const whole = solved(compiled, left, gains, false, shouldStop);
  if (whole === null || fitsTables(compiled, left, whole.chosen)) return whole;
  return solved(compiled, left, gains, true, shouldStop);
}

function solved(
  compiled: Compiled,
  left: Left,
  gains: Gains,
  bySlot: boolean,
  shouldStop: ShouldStop,
): FlowBound | null {
  const flow = meetingFlow(compiled, left, gains, bySlot);
  const potential = maxGainFlow(flow.network, shouldStop);
  if (potential === null) return null;
  const chosen = new Uint8Array(compiled.requests);
  for (let request = 0; request < compiled.requests; request++) {
    const arc = flow.arcOf[request] as number;
    const isChosen = arc === -1 ? compiled.lockedIn[request] !== -1 : flow.network.room[arc] === 0;
    chosen[request] = isChosen ? 1 : 0;
  }
  return {
    gains,
    total: gainOf(compiled, gains, chosen),
    chosen,
    prices: pricesOf(compiled, flow, potential),
  };
}

/** What a set of meetings counts: musts, parties lifted towards their floors, weight. */
function gainOf(compiled: Compiled, gains: Gains, chosen: Uint8Array): number {
  const { requests, parties, startupOf, investorOf, weight, must, floor } = compiled;
  const met = new Int32Array(parties);
  let total = 0;
  for (let request = 0; request < requests; request++) {
    if (chosen[request] === 0) continue;
    const startup = startupOf[request] as number;
    const investor = investorOf[request] as number;
    met[startup] = (met[startup] as number) + 1;
    met[investor] = (met[investor] as number) + 1;
    total += gains.weight * (weight[request] as number) + gains.must * (must[request] as number);
  }
  for (let party = 0; party < parties; party++) {
    total += gains.floor * Math.min(met[party] as number, floor[party] as number);
  }
  return total;
}

function pricesOf(compiled: Compiled, flow: MeetingFlow, potential: Float64Array): Prices {
  const price = (node: number) => potential[node] as number;
  const { startups } = compiled;
  const nodes = Array.from(flow.nodeOf, price);
  return {
    startups: nodes.slice(0, startups),
    investors: nodes.slice(startups).map((each) => 0 - each),
    startupTables: Array.from(flow.startupTables, (node) => Math.max(0, price(node))),
    investorTables: Array.from(flow.investorTables, (node) => Math.max(0, -price(node))),
  };
}
