import type { Compiled } from '../instance';

/**
 * Deals the tables: slot after slot, every meeting gets a table at which one of its two sat last that day, where that
 * can be; fixed tables come first. Within a slot as few change as possible, given the slots before. Answers by request.
 */
export function dealTables(compiled: Compiled, slotOf: Int32Array): Int32Array {
  const { parties, capacity, dayOf } = compiled;
  const tableOf = new Int32Array(compiled.requests).fill(-1);
  const lastTable = new Int32Array(parties).fill(-1);
  for (const [slot, meetings] of meetingsBySlot(compiled, slotOf).entries()) {
    if (slot > 0 && dayOf[slot] !== dayOf[slot - 1]) lastTable.fill(-1);
    const deal = new SlotDeal(compiled, lastTable, capacity[slot] as number, tableOf);
    deal.seatFixed(meetings);
    deal.seatBothStay(meetings);
    for (const meeting of meetings) deal.seatOneStays(meeting);
    deal.seatRest(meetings);
    for (const meeting of meetings) {
      lastTable[compiled.startupOf[meeting] as number] = tableOf[meeting] as number;
      lastTable[compiled.investorOf[meeting] as number] = tableOf[meeting] as number;
    }
  }
  return tableOf;
}

function meetingsBySlot({ slots }: Compiled, slotOf: Int32Array): number[][] {
  const bySlot: number[][] = Array.from({ length: slots }, () => []);
  slotOf.forEach((slot, request) => {
    if (slot !== -1) bySlot[slot]?.push(request);
  });
  return bySlot;
}

class SlotDeal {
  private readonly holder: Int32Array;
  private readonly isSettled = new Set<number>();

  constructor(
    private readonly compiled: Compiled,
    private readonly lastTable: Int32Array,
    tables: number,
    private readonly tableOf: Int32Array,
  ) {
    this.holder = new Int32Array(tables).fill(-1);
  }

  seatFixed(meetings: readonly number[]): void {
    const { fixedTable, startupOf, investorOf } = this.compiled;
    for (const meeting of meetings) {
      const table = Math.max(
        fixedTable[startupOf[meeting] as number] as number,
        fixedTable[investorOf[meeting] as number] as number,
      );
      if (table !== -1) this.settle(meeting, table);
    }
  }

  seatBothStay(meetings: readonly number[]): void {
    for (const meeting of meetings) {
      const [one, other] = this.wanted(meeting);
      if (one !== -1 && one === other && this.holder[one] === -1 && !this.isSettled.has(meeting)) {
        this.settle(meeting, one);
      }
    }
  }

  /** Seats a meeting where one of its parties sat, moving others along an augmenting path if need be. */
  seatOneStays(start: number): void {
    if (this.tableOf[start] !== -1) return;
    const cameFrom = new Map<number, number>();
    const queue = [start];
    for (const meeting of queue) {
      for (const table of this.wanted(meeting)) {
        if (table === -1 || table >= this.holder.length || cameFrom.has(table)) continue;
        cameFrom.set(table, meeting);
        const holder = this.holder[table] as number;
        if (holder === -1) {
          this.shift(table, cameFrom, start);
          return;
        }
        if (!this.isSettled.has(holder)) queue.push(holder);
      }
    }
  }

  seatRest(meetings: readonly number[]): void {
    let table = 0;
    for (const meeting of meetings) {
      if (this.tableOf[meeting] !== -1) continue;
      while (this.holder[table] !== -1) table++;
      this.seat(meeting, table);
    }
  }

  private shift(free: number, cameFrom: ReadonlyMap<number, number>, start: number): void {
    let table = free;
    for (;;) {
      const meeting = cameFrom.get(table) as number;
      const left = this.tableOf[meeting] as number;
      this.seat(meeting, table);
      if (meeting === start) return;
      table = left;
    }
  }

  private wanted(meeting: number): [number, number] {
    const { startupOf, investorOf } = this.compiled;
    const within = (table: number) => (table < this.holder.length ? table : -1);
    return [
      within(this.lastTable[startupOf[meeting] as number] as number),
      within(this.lastTable[investorOf[meeting] as number] as number),
    ];
  }

  private settle(meeting: number, table: number): void {
    this.isSettled.add(meeting);
    this.seat(meeting, table);
  }

  private seat(meeting: number, table: number): void {
    this.holder[table] = meeting;
    this.tableOf[meeting] = table;
  }
}
