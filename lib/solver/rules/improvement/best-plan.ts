import type { Plan } from '../placement/plan';

/** The best plan so far, copied only when it is about to be left. */
export class BestPlan {
  gain: number;
  private kept: Int32Array | null = null;

  constructor(private readonly plan: Plan) {
    this.gain = plan.gain;
  }

  /** Called with a change still in the journal: copies the plan if it leads away from the best. */
  beforeLeaving(gainBefore: number): void {
    if (this.plan.gain >= gainBefore || gainBefore < this.gain || this.kept !== null) return;
    this.kept = this.plan.slotsAt(0);
  }

  /** Whether the plan has become better than ever. */
  rises(): boolean {
    if (this.plan.gain <= this.gain) return false;
    this.gain = this.plan.gain;
    this.kept = null;
    return true;
  }

  restore(): void {
    if (this.kept !== null) this.plan.become(this.kept);
    this.kept = null;
  }
}
