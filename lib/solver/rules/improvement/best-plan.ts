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
