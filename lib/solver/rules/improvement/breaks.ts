import type { Plan } from '../placement/plan';

/** Breaks of a party: meetings that follow each other within a day with a gap between, however long. */
export function breaksOf({ compiled, at }: Plan, party: number): number {
  const { slots, dayOf } = compiled;
  const base = party * slots;
  let breaks = 0;
  let last = -1;
  for (let slot = 0; slot < slots; slot++) {
    if (at[base + slot] === -1) continue;
    if (last !== -1 && last < slot - 1 && dayOf[last] === dayOf[slot]) breaks++;
    last = slot;
  }
  return breaks;
}

/** The breaks of all parties, kept up to date over the changes in a plan's journal. */
export class Breaks {
  readonly of: Int32Array;
  total = 0;
  private readonly parties: number[] = [];
  private readonly counts: number[] = [];
  private readonly seen: Int32Array;
  private stamp = 0;

  constructor(private readonly plan: Plan) {
    this.of = Int32Array.from({ length: plan.compiled.parties }, (_, party) => breaksOf(plan, party));
    this.total = this.of.reduce((sum, each) => sum + each, 0);
    this.seen = new Int32Array(plan.compiled.parties);
  }

  /** How many more breaks there are with the changes in the journal. */
  change(): number {
    const { startupOf, investorOf } = this.plan.compiled;
    this.stamp++;
    this.parties.length = 0;
    this.counts.length = 0;
    let change = 0;
    for (const request of this.plan.touched) {
      change += this.recount(startupOf[request] as number) + this.recount(investorOf[request] as number);
    }
    return change;
  }

  /** Takes over what `change` has counted. */
  accept(): void {
    this.parties.forEach((party, place) => {
      const count = this.counts[place] as number;
      this.total += count - (this.of[party] as number);
      this.of[party] = count;
    });
  }

  private recount(party: number): number {
    if (this.seen[party] === this.stamp) return 0;
    this.seen[party] = this.stamp;
    const count = breaksOf(this.plan, party);
    this.parties.push(party);
    this.counts.push(count);
    return count - (this.of[party] as number);
  }
}
