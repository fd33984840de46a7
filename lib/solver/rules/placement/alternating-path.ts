import { mayMeet } from '../instance';
import type { Plan } from './plan';

/**
 * Alternating paths between two slots (Kempe chains): all meetings of such a path change slots together. Whoever is
 * inside the path already sits in both slots, so only its ends can fail.
 */
export class AlternatingPath {
  readonly requests: number[] = [];

  constructor(private readonly plan: Plan) {}

  /** Collects what must change with the meetings of `party` in slots `a` and `b`; false where something cannot. */
  find(party: number, a: number, b: number): boolean {
    this.requests.length = 0;
    const closed = this.follow(party, a, b);
    return closed === 'blocked' ? false : closed === 'cycle' || this.follow(party, b, a) !== 'blocked';
  }

  /** Moves the path found; false, with nothing changed, where tables, rest or fixed tables do not allow it. */
  swap(a: number, b: number, extraInA = 0, extraInB = 0): boolean {
    const { plan, requests } = this;
    const { capacity } = plan.compiled;
    let inA = 0;
    for (const request of requests) if (plan.slotOf[request] === a) inA++;
    const shift = requests.length - 2 * inA;
    if ((plan.load[a] as number) + shift + extraInA > (capacity[a] as number)) return false;
    if ((plan.load[b] as number) - shift + extraInB > (capacity[b] as number)) return false;
    const mark = plan.mark;
    const slots = requests.map((request) => (plan.slotOf[request] === a ? b : a));
    for (const request of requests) plan.take(request);
    requests.forEach((request, place) => {
      plan.put(request, slots[place] as number);
    });
    if (!plan.hasSideRules || requests.every((request) => plan.sideRulesKept(request))) return true;
    plan.undoTo(mark);
    return false;
  }

  private follow(start: number, from: number, to: number): 'end' | 'cycle' | 'blocked' {
    const { compiled, at, slotOf } = this.plan;
    const { slots, startupOf, investorOf, lockedIn } = compiled;
    let party = start;
    let here = from;
    let there = to;
    for (;;) {
      const request = at[party * slots + here] as number;
      if (request === -1) return 'end';
      if (lockedIn[request] !== -1 || slotOf[request] !== here) return 'blocked';
      if (!mayMeet(compiled, request, there)) return 'blocked';
      this.requests.push(request);
      const startup = startupOf[request] as number;
      party = startup === party ? (investorOf[request] as number) : startup;
      if (party === start) return 'cycle';
      const next = here;
      here = there;
      there = next;
    }
  }
}
