export type B2bProgress = {
  /** Breaks of the best plan, null before the first. */
  breaks: number | null;
  bound: number;
  by: 'counting' | 'annealing' | 'optimising' | 'deciding';
};

export type B2bAnswer = {
  /** Breaks of the plan, null without one. */
  breaks: number | null;
  /** No plan has fewer. */
  bound: number;
  /** The bound is reached, or that there is no plan is certain. */
  proved: boolean;
  infeasible: boolean;
  /** 0-based slot of each meeting, null without a plan. */
  slots: number[] | null;
};

/** What the searches that run beside each other know together. */
export class Incumbent {
  breaks: number | null = null;
  bound = 0;
  infeasible = false;
  private slots: number[] | null = null;

  constructor(private readonly onProgress: (progress: B2bProgress) => void) {}

  get settled(): boolean {
    return this.infeasible || (this.breaks !== null && this.bound >= this.breaks);
  }

  /** A plan; whether it is better than all before. */
  offer(slots: number[], breaks: number, by: B2bProgress['by']): boolean {
    if (this.breaks !== null && breaks >= this.breaks) return false;
    this.breaks = breaks;
    this.slots = slots;
    this.tell(by);
    return true;
  }

  /** No plan has fewer breaks; whether that is news. */
  raise(bound: number, by: B2bProgress['by']): boolean {
    if (bound <= this.bound) return false;
    this.bound = bound;
    this.tell(by);
    return true;
  }

  answer(): B2bAnswer {
    const { breaks, bound, settled, infeasible, slots } = this;
    return { breaks, bound: infeasible ? 0 : bound, proved: settled, infeasible, slots };
  }

  private tell(by: B2bProgress['by']): void {
    this.onProgress({ breaks: this.breaks, bound: this.bound, by });
  }
}
