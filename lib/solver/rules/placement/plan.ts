import type { Gains } from '../certificate/prices';
import { type Compiled, mayMeet } from '../instance';

/**
 * A timetable being made: who sits where, and what it gains. Every change goes through `put` and `take` and is written
 * into a journal, so that a series of changes can be taken back.
 */
export class Plan {
  /** By request: its slot, or -1. */
  readonly slotOf: Int32Array;
  /** `party * slots + slot`: the request that sits there, or -1. */
  readonly at: Int32Array;
  readonly load: Int32Array;
  readonly met: Int32Array;
  /** Fixed tables in use, `table * slots + slot`; null where nobody has one. */
  private readonly tableUse: Uint8Array | null;
  private readonly restMatters: boolean;
  placed = 0;
  /** Musts met, meetings that lift a party towards its floor, total weight. */
  readonly reached = { musts: 0, floor: 0, weight: 0 };

  private readonly journal: number[] = [];
  private readonly journalSlots: number[] = [];

  constructor(
    readonly compiled: Compiled,
    readonly gains: Gains,
  ) {
    const { requests, parties, slots, capacity, fixedTable, lockedIn } = compiled;
    this.slotOf = new Int32Array(requests).fill(-1);
    this.at = new Int32Array(parties * slots).fill(-1);
    this.load = new Int32Array(slots);
    this.met = new Int32Array(parties);
    const tables = capacity.reduce((most, count) => Math.max(most, count), 0);
    this.tableUse = fixedTable.some((table) => table !== -1) ? new Uint8Array(tables * slots) : null;
    this.restMatters = compiled.restAfter.some((limit) => limit > 0);
    for (let request = 0; request < requests; request++) {
      const slot = lockedIn[request] as number;
      if (slot !== -1) this.put(request, slot);
    }
    this.commit();
  }

  get gain(): number {
    const { gains, reached } = this;
    return gains.must * reached.musts + gains.floor * reached.floor + gains.weight * reached.weight;
  }

  put(request: number, slot: number): void {
    this.write(request, slot);
    this.journal.push(request);
    this.journalSlots.push(-1 - slot);
  }

  take(request: number): void {
    const slot = this.slotOf[request] as number;
    this.erase(request, slot);
    this.journal.push(request);
    this.journalSlots.push(slot);
  }

  /** Forgets how it came to this: `undo` will come back to here. */
  commit(): void {
    this.journal.length = 0;
    this.journalSlots.length = 0;
  }

  /** A point to which `undoTo` comes back. */
  get mark(): number {
    return this.journal.length;
  }

  undoTo(mark: number): void {
    const { journal, journalSlots } = this;
    while (journal.length > mark) {
      const request = journal.pop() as number;
      const slot = journalSlots.pop() as number;
      if (slot < 0) this.erase(request, -1 - slot);
      else this.write(request, slot);
    }
  }

  /** The requests changed since the last `commit`, some more than once. */
  get touched(): readonly number[] {
    return this.journal;
  }

  /** Slots by request as they were at a mark. */
  slotsAt(mark: number): Int32Array {
    const slots = this.slotOf.slice();
    for (let step = this.journal.length - 1; step >= mark; step--) {
      const slot = this.journalSlots[step] as number;
      slots[this.journal[step] as number] = slot < 0 ? -1 : slot;
    }
    return slots;
  }

  /** Takes over the slots of another plan for the same instance. */
  become(slots: Int32Array): void {
    this.slotOf.forEach((slot, request) => {
      if (slot !== -1 && slot !== slots[request]) this.take(request);
    });
    slots.forEach((slot, request) => {
      if (slot !== -1 && this.slotOf[request] === -1) this.put(request, slot);
    });
    this.commit();
  }

  isIdle(party: number, slot: number): boolean {
    const place = party * this.compiled.slots + slot;
    return this.at[place] === -1 && this.compiled.free[place] === 1;
  }

  /** Whether both may have one more meeting at all. */
  hasRoom(request: number): boolean {
    const { startupOf, investorOf, max } = this.compiled;
    const startup = startupOf[request] as number;
    const investor = investorOf[request] as number;
    return (
      (this.met[startup] as number) < (max[startup] as number) &&
      (this.met[investor] as number) < (max[investor] as number)
    );
  }

  /** Whether the request can be put there now without touching anybody else. */
  canPut(request: number, slot: number): boolean {
    const { startupOf, investorOf, capacity, slots } = this.compiled;
    const startup = startupOf[request] as number;
    const investor = investorOf[request] as number;
    if (this.at[startup * slots + slot] !== -1 || this.at[investor * slots + slot] !== -1) return false;
    if ((this.load[slot] as number) >= (capacity[slot] as number)) return false;
    if (!mayMeet(this.compiled, request, slot) || !this.hasRoom(request)) return false;
    return this.sideRulesAllow(request, slot);
  }

  /** Whether rest and fixed tables would still be kept with the request in that slot. */
  sideRulesAllow(request: number, slot: number): boolean {
    if (this.tableUse !== null) {
      const table = this.tableOf(request);
      if (table !== -1 && this.tableUse[table * this.compiled.slots + slot] !== 0) return false;
    }
    if (!this.restMatters) return true;
    const { startupOf, investorOf } = this.compiled;
    return (
      this.rowThrough(startupOf[request] as number, slot) &&
      this.rowThrough(investorOf[request] as number, slot)
    );
  }

  /** Whether rest and fixed tables are kept around a request where it sits. */
  sideRulesKept(request: number): boolean {
    const slot = this.slotOf[request] as number;
    if (this.tableUse !== null) {
      const table = this.tableOf(request);
      if (table !== -1 && (this.tableUse[table * this.compiled.slots + slot] as number) > 1) return false;
    }
    if (!this.restMatters) return true;
    const { startupOf, investorOf } = this.compiled;
    return (
      this.rowThrough(startupOf[request] as number, slot) &&
      this.rowThrough(investorOf[request] as number, slot)
    );
  }

  get hasSideRules(): boolean {
    return this.tableUse !== null || this.restMatters;
  }

  /** The party's meetings in a row through this slot, this one counted, against its limit. */
  private rowThrough(party: number, slot: number): boolean {
    const { restAfter, dayOf, slots } = this.compiled;
    const limit = restAfter[party] as number;
    if (limit === 0) return true;
    const base = party * slots;
    let row = 1;
    for (let t = slot - 1; t >= 0 && dayOf[t] === dayOf[slot] && this.at[base + t] !== -1; t--) row++;
    for (let t = slot + 1; t < slots && dayOf[t] === dayOf[slot] && this.at[base + t] !== -1; t++) row++;
    return row <= limit;
  }

  private tableOf(request: number): number {
    const { fixedTable, startupOf, investorOf } = this.compiled;
    return Math.max(
      fixedTable[startupOf[request] as number] as number,
      fixedTable[investorOf[request] as number] as number,
    );
  }

  private write(request: number, slot: number): void {
    this.change(request, slot, 1);
    this.slotOf[request] = slot;
  }

  private erase(request: number, slot: number): void {
    this.change(request, slot, -1);
    this.slotOf[request] = -1;
  }

  private change(request: number, slot: number, by: 1 | -1): void {
    const { startupOf, investorOf, slots, weight, must } = this.compiled;
    const startup = startupOf[request] as number;
    const investor = investorOf[request] as number;
    const sitting = by === 1 ? request : -1;
    this.at[startup * slots + slot] = sitting;
    this.at[investor * slots + slot] = sitting;
    this.load[slot] = (this.load[slot] as number) + by;
    this.placed += by;
    this.reached.weight += by * (weight[request] as number);
    this.reached.musts += by * (must[request] as number);
    this.count(startup, by);
    this.count(investor, by);
    if (this.tableUse === null) return;
    const table = this.tableOf(request);
    if (table === -1) return;
    const place = table * slots + slot;
    this.tableUse[place] = (this.tableUse[place] as number) + by;
  }

  private count(party: number, by: 1 | -1): void {
    const before = this.met[party] as number;
    this.met[party] = before + by;
    if (Math.max(before, before + by) <= (this.compiled.floor[party] as number)) this.reached.floor += by;
  }
}
