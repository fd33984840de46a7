import type { Plan } from '../placement/plan';

/** The best plan so far by some value, copied only when it is about to be left. */
export class BestPlan {
  private kept: Int32Array | null = null;

  constructor(
    private readonly plan: Plan,
    public value: number,
  ) {}

  /** Called with a change still in the plan's journal: copies the plan if the change leads away from the best. */
  beforeChange(from: number, to: number): void {
    if (to < from && from === this.value && this.kept === null) this.kept = this.plan.slotsAt(0);
  }

  /** Whether this value is better than ever; the plan as it stands is then the best. */
  rises(value: number): boolean {
    if (value <= this.value) return false;
    this.value = value;
    this.kept = null;
    return true;
  }

  restore(): void {
    if (this.kept !== null) this.plan.become(this.kept);
    this.kept = null;
  }
}

/** Requests without a slot, any of which can be drawn, added and removed in one step. */
export class Waiting {
  private readonly list: Int32Array;
  private readonly placeOf: Int32Array;
  size = 0;

  constructor(
    slotOf: Int32Array,
    private readonly isCandidate: (request: number) => boolean,
  ) {
    this.list = new Int32Array(slotOf.length);
    this.placeOf = new Int32Array(slotOf.length).fill(-1);
    for (let request = 0; request < slotOf.length; request++) this.note(request, slotOf[request] as number);
  }

  at(place: number): number {
    return this.list[place] as number;
  }

  /** Takes in or leaves out a request by the slot it has now. */
  note(request: number, slot: number): void {
    const place = this.placeOf[request] as number;
    if (slot === -1 && place === -1 && this.isCandidate(request)) {
      this.placeOf[request] = this.size;
      this.list[this.size++] = request;
    } else if (slot !== -1 && place !== -1) {
      const last = this.list[--this.size] as number;
      this.list[place] = last;
      this.placeOf[last] = place;
      this.placeOf[request] = -1;
    }
  }
}
