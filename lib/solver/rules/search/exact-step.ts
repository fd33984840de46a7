import type { Placed } from '../../schema';
import { provenBound } from '../certificate/check';
import { type TimeExpanded, timeExpandedModel } from '../exact/time-expanded';
import { Plan } from '../placement/plan';
import type { Engines, SolveLp } from '../ports';
import { proofFromRows } from './row-prices';
import type { Search } from './search';

/** Requests times slots beyond which the time-expanded program takes longer than it is worth. */
const LARGEST = 12_000;
/** Moves spent between the linear program and the search of an engine. */
const BETWEEN = 400_000;
const ORDER = ['musts', 'floor', 'weight'] as const;
type Order = (typeof ORDER)[number];

/** A linear program that an engine is solving while the search goes on here. */
export type Pricing = { level: Order; answer: ReturnType<SolveLp>; meetings: TimeExpanded['meetings'] };

/** Starts pricing the first objective that the flow's bound leaves open; null where that is not worth it. */
export function startPricing(search: Search, engines: Engines, seconds: number): Pricing | null {
  const level = ORDER.find((each) => {
    search.loosen(each);
    return !isReached(search, each);
  });
  const size = search.compiled.requests * search.compiled.slots;
  if (level === undefined || !engines.solveLp || size > LARGEST || seconds <= 0 || search.shouldStop())
    return null;
  const { lp, meetings } = model(search, level, false);
  const answer = engines.solveLp(lp, { seconds });
  // Whoever awaits it hears of a failure; nobody does where the search gets there first.
  answer.catch(() => undefined);
  return { level, answer, meetings };
}

/**
 * Closes at small size what the flow leaves open, objective by objective: the time-expanded linear program lowers the
 * bound with prices that can be added up; where that is not enough the whole-number program is searched to its end.
 */
export async function closeExactly(
  search: Search,
  engines: Engines,
  secondsLeft: () => number,
  begun: Pricing | null,
): Promise<void> {
  let pricing = begun;
  while (pricing !== null) {
    const { level } = pricing;
    if (!isReached(search, level)) {
      await lowerBound(search, pricing);
      search.closeGap(BETWEEN);
      if (!isReached(search, level)) await searchAll(search, engines, level, secondsLeft());
      if (!isReached(search, level)) return;
    }
    pricing = startPricing(search, engines, secondsLeft());
  }
}

function isReached({ plan, best }: Search, level: Order): boolean {
  return plan.reached[level] >= best[level];
}

function model(search: Search, level: Order, whole: boolean) {
  const { musts, floor } = search.plan.reached;
  const { gains } = search.plan;
  const before = {
    ...(level !== 'musts' && gains.must > 0 && { musts }),
    ...(level === 'weight' && gains.floor > 0 && { floor }),
  };
  return timeExpandedModel(search.compiled, { aim: level, whole, atLeast: before });
}

async function lowerBound(search: Search, { level, answer, meetings }: Pricing): Promise<void> {
  const { status, duals, byName } = await answer;
  if (status !== 'optimal') return;
  const proof = proofFromRows(search.compiled, level, duals);
  search.lower({ ...proof, bound: provenBound(search.compiled.instance, proof, search.plan.reached) });
  if (Object.values(byName).every(isWhole)) adopt(search, meetings(byName));
  search.tell('exact');
}

async function searchAll(search: Search, engines: Engines, level: Order, seconds: number): Promise<void> {
  if (!engines.solveMip || seconds <= 0 || search.shouldStop()) return;
  const { lp, meetings } = model(search, level, true);
  const answer = await engines.solveMip(lp, { seconds });
  adopt(search, meetings(answer.byName));
  if (answer.bound !== null) search.lowerBySearch(level, Math.floor(answer.bound + 1e-6));
  search.tell('exact');
}

const isWhole = (value: number) => Math.abs(value - Math.round(value)) < 1e-6;

/** Takes over an engine's timetable where it is better, and after looking for ourselves that it is allowed. */
function adopt({ compiled, plan }: Search, meetings: readonly Placed[]): void {
  const other = new Plan(compiled, plan.gains);
  for (const [startup, investor, slot] of meetings) {
    const request = compiled.requestOfPair.get(startup * compiled.investors + investor);
    if (request !== undefined && compiled.lockedIn[request] === -1 && other.canPut(request, slot)) {
      other.put(request, slot);
    }
  }
  if (other.gain > plan.gain) plan.become(other.slotOf);
}
