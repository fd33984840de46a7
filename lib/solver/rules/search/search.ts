import type { Certificate, Gains, PriceProof } from '../certificate/prices';
import { flowBound } from '../flow/bound';
import { type Guide, guideFrom } from '../flow/guide';
import { anneal } from '../improvement/anneal';
import { polish } from '../improvement/polish';
import type { Compiled } from '../instance';
import { draft } from '../placement/draft';
import { Plan } from '../placement/plan';
import type { ShouldStop } from '../ports';
import { randomFrom } from '../random';
import { flowBounds, orderedGains, type ReachedLevels, withoutFlow } from './bounds';
import type { Progress, SolveOptions } from './options';

type Ordered = PriceProof['level'];

/** One run of the solver, from the bound to the last polish; each step leaves a valid timetable in `plan`. */
export class Search {
  readonly plan: Plan;
  readonly proofs: PriceProof[];
  /** What no timetable can exceed on the first three objectives, by what is proved so far. */
  readonly best: ReachedLevels;
  /** By objective: what its bound takes as reached before. */
  private readonly assumed: Record<Ordered, ReachedLevels>;
  readonly searched: Certificate['searched'] = [];
  readonly shouldStop: ShouldStop;
  private readonly random: () => number;
  private readonly guide: Guide;
  private readonly chosen: Uint8Array;
  private readonly flowTotal: number;

  constructor(
    readonly compiled: Compiled,
    private readonly options: SolveOptions,
  ) {
    this.shouldStop = options.shouldStop ?? (() => false);
    this.random = randomFrom(options.seed ?? 1);
    const gains = orderedGains(compiled);
    const { flow, proofs, best } =
      flowBounds(compiled, gains, this.shouldStop) ?? withoutFlow(compiled, gains);
    this.proofs = proofs;
    this.best = best;
    this.assumed = { musts: { ...best }, floor: { ...best }, weight: { ...best } };
    this.chosen = flow.chosen;
    this.flowTotal = flow.total;
    this.guide = guideFrom(compiled, gains, flow.prices);
    this.plan = new Plan(compiled, gains);
    this.tell('bound');
  }

  /** Reached when nothing can be better in musts, floor and weight. */
  get target(): number {
    const { must, floor, weight } = this.plan.gains;
    return must * this.best.musts + floor * this.best.floor + weight * this.best.weight;
  }

  get isProved(): boolean {
    return this.plan.gain >= this.target;
  }

  makeDraft(): void {
    draft(this.plan, this.chosen, this.shouldStop);
    this.tell('draft');
  }

  /**
   * Spends at most so many moves on musts, floor and weight. A request that loses more by the flow's prices than lies
   * between the flow's bound and the target is in no plan that reaches the target; `doubt` lets in some of them.
   */
  closeGap(iterations: number, doubt = 0): void {
    anneal(this.plan, {
      iterations,
      iterationsPerRound: this.size(500, 60_000, 8_000_000),
      target: this.target,
      guide: this.guide,
      slack: this.flowTotal - this.target + doubt,
      random: this.random,
      shouldStop: () => this.shouldStop() || this.options.shouldMoveOn?.() === true,
      onImproved: () => this.tell('weight'),
    });
  }

  /** Fewest breaks, then fairness, with everything before frozen. */
  polish(): void {
    const { guide, random, shouldStop } = this;
    const common = { guide, random, shouldStop };
    polish(this.plan, { objective: 'breaks', iterations: this.size(1000, 50_000, 4_000_000), ...common });
    this.tell('breaks');
    polish(this.plan, { objective: 'fairness', iterations: this.size(200, 10_000, 1_000_000), ...common });
    this.tell('fairness');
  }

  /** Takes in a proof that says more than the one before. */
  lower(proof: PriceProof): void {
    if (proof.bound < this.best[proof.level]) this.replace(proof);
  }

  /** Takes in an engine's word. */
  lowerBySearch(level: Ordered, bound: number): void {
    if (bound >= this.best[level]) return;
    this.best[level] = bound;
    this.assumed[level] = { ...this.plan.reached };
    this.searched.push({ level, bound });
  }

  /**
   * A bound holds for timetables that reach as much before as it assumes. Where the plan does not, a weaker one takes
   * its place that assumes less. Asked before an objective is closed, and at the end.
   */
  loosen(level: Ordered): void {
    const { reached, gains } = this.plan;
    const assumed = this.assumed[level];
    const fallsShort =
      (level !== 'musts' && reached.musts < assumed.musts) ||
      (level === 'weight' && reached.floor < assumed.floor);
    if (!fallsShort) return;
    const withFloor: Gains = { must: 0, floor: gains.floor, weight: 1 };
    const choices: Gains[] =
      level === 'floor'
        ? [{ must: 0, floor: 1, weight: 0 }]
        : [...(gains.floor > 0 ? [withFloor] : []), { must: 0, floor: 0, weight: 1 }];
    const proofs = choices.flatMap((each) => {
      const flow = flowBound(this.compiled, each);
      const before = level === 'weight' ? each.floor * reached.floor : 0;
      return flow ? [{ level, bound: flow.total - before, gains: each, prices: flow.prices }] : [];
    });
    this.replace(proofs.reduce((best, each) => (each.bound < best.bound ? each : best)));
  }

  private replace(proof: PriceProof): void {
    this.best[proof.level] = proof.bound;
    this.assumed[proof.level] = { ...this.plan.reached };
    const others = this.proofs.filter(({ level }) => level !== proof.level);
    this.proofs.splice(0, this.proofs.length, ...others, proof);
  }

  tell(step: Progress['step']): void {
    if (!this.options.onProgress) return;
    const { placed, reached } = this.plan;
    this.options.onProgress({ step, placed, weight: reached.weight, bound: this.best.weight });
  }

  /** Moves in proportion to the meetings there are. */
  private size(perMeeting: number, least: number, most: number): number {
    return Math.min(most, Math.max(least, perMeeting * this.plan.placed));
  }
}
