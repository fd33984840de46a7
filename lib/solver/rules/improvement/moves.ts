import { mayMeet } from '../instance';
import { AlternatingPath } from '../placement/alternating-path';
import { placeByPath, placeFree } from '../placement/place';
import type { Plan } from '../placement/plan';

/** Pairs of slots tried to find an ejected meeting another place. */
const ATTEMPTS = 6;
/** Slots looked at to find one where few are in the way. */
const GLANCES = 5;

/** The two moves of the improvement; each leaves its changes in the plan's journal, to be kept or undone. */
export class Moves {
  private readonly path: AlternatingPath;
  private readonly ejected: number[] = [];

  constructor(
    readonly plan: Plan,
    private readonly below: (n: number) => number,
  ) {
    this.path = new AlternatingPath(plan);
  }

  /** Swaps two slots along the path through a party; false where that cannot be. */
  swapSlots(party: number): boolean {
    const { slots } = this.plan.compiled;
    const a = this.below(slots);
    const b = this.below(slots);
    if (a === b || !this.path.find(party, a, b)) return false;
    return this.path.requests.length > 0 && this.path.swap(a, b);
  }

  /** Puts a waiting request into a slot; whoever is in its way is ejected and looks for another place. */
  insert(request: number): boolean {
    const { plan, below, ejected } = this;
    const { slots, startupOf, investorOf, capacity, max } = plan.compiled;
    const slot = this.quietSlot(request);
    if (slot === -1) return false;
    const startup = startupOf[request] as number;
    const investor = investorOf[request] as number;
    ejected.length = 0;
    if (!this.eject(plan.at[startup * slots + slot] as number)) return false;
    if (!this.eject(plan.at[investor * slots + slot] as number)) return false;
    if ((plan.load[slot] as number) >= (capacity[slot] as number) && !this.eject(this.anyIn(slot)))
      return false;
    for (const party of [startup, investor]) {
      if ((plan.met[party] as number) >= (max[party] as number) && !this.eject(this.anyOf(party)))
        return false;
    }
    if (!plan.canPut(request, slot)) return false;
    plan.put(request, slot);
    for (const each of ejected) {
      if (!placeFree(plan, each)) placeByPath(plan, this.path, each, ATTEMPTS, below(slots));
    }
    return true;
  }

  /** Of a few slots drawn, the one where fewest are in the way; -1 where the pair can meet in none of them. */
  private quietSlot(request: number): number {
    const { plan, below } = this;
    const { compiled, at, load } = plan;
    const { slots, startupOf, investorOf, capacity } = compiled;
    const startup = (startupOf[request] as number) * slots;
    const investor = (investorOf[request] as number) * slots;
    let quietest = -1;
    let fewest = 3;
    for (let glance = 0; glance < GLANCES; glance++) {
      const slot = below(slots);
      if (!mayMeet(compiled, request, slot)) continue;
      const people = (at[startup + slot] === -1 ? 0 : 1) + (at[investor + slot] === -1 ? 0 : 1);
      const inTheWay = people === 0 && (load[slot] as number) >= (capacity[slot] as number) ? 1 : people;
      if (inTheWay >= fewest) continue;
      fewest = inTheWay;
      quietest = slot;
    }
    return quietest;
  }

  private eject(request: number): boolean {
    if (request === -1) return true;
    if (this.plan.compiled.lockedIn[request] !== -1) return false;
    this.plan.take(request);
    this.ejected.push(request);
    return true;
  }

  private anyIn(slot: number): number {
    const { startups, slots } = this.plan.compiled;
    const from = this.below(startups);
    for (let step = 0; step < startups; step++) {
      const request = this.plan.at[((from + step) % startups) * slots + slot] as number;
      if (request !== -1) return request;
    }
    return -1;
  }

  private anyOf(party: number): number {
    const { slots } = this.plan.compiled;
    const from = this.below(slots);
    for (let step = 0; step < slots; step++) {
      const request = this.plan.at[party * slots + ((from + step) % slots)] as number;
      if (request !== -1) return request;
    }
    return -1;
  }
}
