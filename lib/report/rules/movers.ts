import { LADDER, type Sum } from '@/lib/amount/rules';
import type { Locale } from '@/lib/core/locale';
import { byShownName } from '@/lib/core/shown-name';
import type { SumFigures, WireMinor } from '@/lib/funnel/schema/figures';
import type { LiveRung } from '@/lib/pair/rules/item';
import { STAGE_TABLE, type Stage } from '@/lib/pair/rules/stages';
import type { Advance, Frozen, NamedStartup, StagePlace } from '../schema';
import type { PairStanding } from './standings';

const MOST_ADVANCED = 5;
const MOST_MOVED = 3;
/** The sums whose movement tells most of who is going somewhere; told apart, never added. */
export const MOVING_SUMS = ['discussed', 'intended'] as const satisfies readonly Sum[];

type Standing = Pick<PairStanding, 'reached' | 'rung' | 'leftOut'>;
const rungOrder = (rung: LiveRung | null) => (rung === null ? -1 : LADDER[rung].order);
const stageOrder = (stage: Stage | null) => (stage === null ? -1 : STAGE_TABLE[stage].order);
/** Talk that ended with its pair is no rung to stand on. */
const placeOf = ({ reached, rung, leftOut }: Standing): StagePlace => ({
  reached,
  rung: leftOut ? null : rung,
});
const amountOf = ({ to }: Advance) => BigInt(to.minor ?? 0);

/**
 * Pairs that stand on a higher rung than before, or reached a later stage, the furthest first: by rung, then by stage,
 * then by amount, then by name. At most five; the largest amount of each currency is always among them. The order is the
 * same for every reader, as a published report keeps it.
 */
export function advancedPairs(
  before: ReadonlyMap<string, Standing>,
  now: readonly PairStanding[],
): Advance[] {
  const moved = now.flatMap((pair) => {
    const was = before.get(pair.pairId);
    const from = was ? placeOf(was) : { reached: null, rung: null };
    const advance = toAdvance(pair, from);
    const climbed = rungOrder(advance.to.rung) - rungOrder(from.rung);
    const isFurther = climbed > 0 || (climbed === 0 && stageOrder(pair.reached) > stageOrder(from.reached));
    // Every pair begins as a candidate: to be one is no advance.
    return isFurther && (climbed > 0 || stageOrder(pair.reached) > 0) ? [advance] : [];
  });
  const ordered = moved.sort((a, b) => compareAdvances(a, b) || (keptName(a) < keptName(b) ? -1 : 1));
  const largest = new Map<string, Advance>();
  for (const each of ordered) {
    const { currency } = each.to;
    const most = currency === null ? undefined : largest.get(currency);
    if (currency !== null && amountOf(each) > (most ? amountOf(most) : 0n)) largest.set(currency, each);
  }
  const must = new Set([...largest.values()].slice(0, MOST_ADVANCED));
  const others = ordered.filter((each) => !must.has(each)).slice(0, MOST_ADVANCED - must.size);
  return ordered.filter((each) => must.has(each) || others.includes(each));
}

/** The same for readers of a language: pairs that came equally far by the names they see. */
export function advancedInShownOrder(advanced: readonly Advance[], locale: Locale): Advance[] {
  const byName = byShownName(locale);
  return advanced.toSorted(
    (a, b) => compareAdvances(a, b) || byName(a.startup, b.startup) || byName(a.investor, b.investor),
  );
}

function compareAdvances(a: Advance, b: Advance): number {
  const place =
    rungOrder(b.to.rung) - rungOrder(a.to.rung) || stageOrder(b.to.reached) - stageOrder(a.to.reached);
  if (place !== 0) return place;
  // Two currencies are never compared by their figures: one stands whole before the other.
  if (a.to.currency !== b.to.currency) return (a.to.currency ?? '~') < (b.to.currency ?? '~') ? -1 : 1;
  return Number(amountOf(a) < amountOf(b)) - Number(amountOf(a) > amountOf(b));
}

const keptName = ({ startup, investor }: Advance) => `${startup.name} ${investor.name}`;

function toAdvance(pair: PairStanding, from: StagePlace): Advance {
  const { pairId, startup, investor, minor, currency } = pair;
  const place = placeOf(pair);
  const money = place.rung === null ? { minor: null, currency: null } : { minor, currency };
  return { pairId, startup, investor, from, to: { ...place, ...money } };
}

/** A startup's part of one sum, in won, before and now. */
export type Mover = { startup: NamedStartup; before: WireMinor; now: WireMinor };

/**
 * The startups whose part of a sum changed most in won since the report before; without one, since there was nothing.
 * Equal changes stand in the order of the names that readers of the language see.
 */
export function movers(before: Frozen | null, now: Frozen, sum: Sum, locale: Locale): Mover[] {
  const byName = byShownName(locale);
  const [was, is] = [sharesOf(before, sum), sharesOf(now, sum)];
  const startups = new Map([...was, ...is].map(([id, { startup }]) => [id, startup]));
  return [...startups]
    .map(([id, startup]) => ({ startup, before: was.get(id)?.minor ?? '0', now: is.get(id)?.minor ?? '0' }))
    .filter((mover) => changeOf(mover) !== 0n)
    .sort((a, b) => compareChanges(a, b) || byName(a.startup, b.startup))
    .slice(0, MOST_MOVED);
}

function compareChanges(a: Mover, b: Mover): number {
  const [of, other] = [size(changeOf(a)), size(changeOf(b))];
  return Number(of < other) - Number(of > other);
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
