import { LADDER, type Sum } from '@/lib/amount/rules';
import type { SumFigures, WireMinor } from '@/lib/funnel/schema/figures';
import type { LiveRung } from '@/lib/pair/rules/item';
import { STAGE_TABLE, type Stage } from '@/lib/pair/rules/stages';
import type { Advance, Frozen, NamedStartup, PairStanding, Place } from './frozen';

const MOST_ADVANCED = 5;
const MOST_MOVED = 3;
/** The sums whose movement tells most of who is going somewhere; told apart, never added. */
export const MOVING_SUMS = ['discussed', 'intended'] as const satisfies readonly Sum[];

type Standing = Pick<PairStanding, 'reached' | 'rung' | 'leftOut'>;
const rungOrder = (rung: LiveRung | null) => (rung === null ? -1 : LADDER[rung].order);
/** Talk that ended with its pair is no rung to stand on. */
const standingRung = ({ rung, leftOut }: Standing) => (leftOut ? null : rung);
const stageOrder = (stage: Stage | null) => (stage === null ? -1 : STAGE_TABLE[stage].order);

/**
 * Pairs that stand on a higher rung than before, or reached a later stage, the furthest first: by rung, then by stage,
 * then by amount, then by name. At most five; the largest amount of each currency is always among them.
 */
export function advancedPairs(
  before: ReadonlyMap<string, Standing>,
  now: readonly PairStanding[],
): Advance[] {
  const moved = now.flatMap((pair) => {
    const was = before.get(pair.pairId);
    const from: Place = { reached: was?.reached ?? null, rung: was ? standingRung(was) : null };
    const climbed = rungOrder(standingRung(pair)) - rungOrder(from.rung);
    const isFurther = climbed > 0 || (climbed === 0 && stageOrder(pair.reached) > stageOrder(from.reached));
    // Every pair begins as a candidate: to be one is no advance.
    return isFurther && (climbed > 0 || stageOrder(pair.reached) > 0) ? [{ pair, from }] : [];
  });
  const ordered = moved.sort((a, b) => (isAhead(a.pair, b.pair) ? -1 : 1));
  const largest = new Map<string, Moved>();
  for (const each of ordered) {
    const { currency } = each.pair;
    const most = currency === null ? undefined : largest.get(currency);
    if (currency !== null && amountOf(each.pair) > (most ? amountOf(most.pair) : 0n))
      largest.set(currency, each);
  }
  const must = new Set([...largest.values()].slice(0, MOST_ADVANCED));
  const others = ordered.filter((each) => !must.has(each)).slice(0, MOST_ADVANCED - must.size);
  return ordered.filter((each) => must.has(each) || others.includes(each)).map(toAdvance);
}

type Moved = { pair: PairStanding; from: Place };

/** In minor units; what stands in no sum counts nothing. */
function amountOf({ minor, leftOut }: PairStanding): bigint {
  return leftOut ? 0n : BigInt(minor ?? 0);
}

function isAhead(a: PairStanding, b: PairStanding): boolean {
  const difference =
    rungOrder(standingRung(a)) - rungOrder(standingRung(b)) || stageOrder(a.reached) - stageOrder(b.reached);
  if (difference !== 0) return difference > 0;
  // Two currencies are never compared by their figures: one stands whole before the other.
  if (a.currency !== b.currency) return (a.currency ?? '~') < (b.currency ?? '~');
  if (amountOf(a) !== amountOf(b)) return amountOf(a) > amountOf(b);
  const name = ({ startup, investor }: PairStanding) => `${startup.name} ${investor.name}`;
  return name(a) < name(b);
}

function toAdvance({ pair, from }: { pair: PairStanding; from: Advance['from'] }): Advance {
  const { pairId, startup, investor, reached, minor, currency } = pair;
  const rung = standingRung(pair);
  const stands = rung === null ? { minor: null, currency: null } : { minor, currency };
  return { ...{ pairId, startup, investor, from }, to: { reached, rung, ...stands } };
}

/** A startup's part of one sum, in won, before and now. */
export type Mover = { startup: NamedStartup; before: WireMinor; now: WireMinor };

/** The startups whose part of a sum changed most in won since the report before; without one, since there was nothing. */
export function movers(before: Frozen | null, now: Frozen, sum: Sum): Mover[] {
  const [was, is] = [sharesOf(before, sum), sharesOf(now, sum)];
  const startups = new Map([...was, ...is].map(([id, { startup }]) => [id, startup]));
  return [...startups]
    .map(([id, startup]) => ({ startup, before: was.get(id)?.minor ?? '0', now: is.get(id)?.minor ?? '0' }))
    .filter((mover) => changeOf(mover) !== 0n)
    .sort(compareMovers)
    .slice(0, MOST_MOVED);
}

function compareMovers(a: Mover, b: Mover): number {
  const difference = size(changeOf(b)) - size(changeOf(a));
  if (difference !== 0n) return difference > 0n ? 1 : -1;
  return a.startup.name < b.startup.name ? -1 : 1;
}

/** In won, with its sign. */
export function changeOf({ before, now }: Pick<Mover, 'before' | 'now'>): bigint {
  return BigInt(now) - BigInt(before);
}

const size = (won: bigint) => (won < 0n ? -won : won);

/** Without a rate there is no part in won, and nothing to compare. */
function sharesOf(frozen: Frozen | null, sum: Sum): Map<string, { startup: NamedStartup; minor: WireMinor }> {
  const figures: SumFigures | undefined = frozen?.funnel.sums.find((each) => each.sum === sum);
  return new Map(
    figures?.concentration.flatMap(({ startup, minor }) =>
      minor === null ? [] : [[startup.id, { startup, minor }] as const],
    ) ?? [],
  );
}
