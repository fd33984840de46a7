import { type ProgramScope, worksInOffice } from '@/lib/core/scope';
import { byShownName } from '@/lib/core/shown-name';
import type { Stage } from '@/lib/pair/rules/stages';
import type { Tx } from '@/lib/platform/database';
import type { Facts } from '../rules/facts';
import { isWish, weightOf } from '../rules/weight';
import type { WishItem } from '../rules/wishes';
import type { WishWord } from '../rules/words';

/** Every pair of the stage by startup and investor with what was said of it, as the office and managers read it. */
export async function wishItemsOf(
  tx: Tx,
  scope: ProgramScope,
  { facts, before }: { facts: Facts; before: Stage },
): Promise<WishItem[]> {
  const own = worksInOffice(scope) ? await officeWords(tx, scope) : new Map<string, WishWord>();
  const byName = byShownName(scope.viewer.locale);
  const startups = new Map(facts.startups.map((each) => [each.id, each]));
  const investors = new Map(facts.investors.map((each) => [each.id, each]));
  const items = facts.pairs.flatMap((pair): WishItem[] => {
    const startup = startups.get(pair.startupId);
    const investor = investors.get(pair.investorId);
    if (!startup || !investor) return [];
    return [
      {
        pair: { id: pair.id, stage: pair.stage, status: pair.status },
        startup,
        investor: { id: investor.id, name: investor.name },
        wish: pair.wish,
        own: own.get(pair.id) ?? null,
        weight: weightOf(pair),
        officeWeight: pair.officeWeight,
        evidence: { interest: pair.interest, heldBefore: pair.heldBefore },
        metBefore: pair.heldBefore > 0,
        isWish: isWish(pair, before),
      },
    ];
  });
  return items.sort((a, b) => byName(a.startup, b.startup) || byName(a.investor, b.investor));
}

/** What the office said itself, of pairs that nobody said no-thanks of: beside one, it would tell that it is another's. */
async function officeWords(tx: Tx, { programId }: ProgramScope): Promise<Map<string, WishWord>> {
  const rows = await tx.$queryRaw<{ pairId: string; own: WishWord }[]>`
    select pair_id as "pairId", own from pair_wish(${programId}::uuid) where own is not null`;
  return new Map(rows.map(({ pairId, own }) => [pairId, own]));
}
