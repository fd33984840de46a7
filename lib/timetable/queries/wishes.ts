import { type ProgramScope, worksInOffice } from '@/lib/core/scope';
import { byShownName } from '@/lib/core/shown-name';
import type { PairStatus, Stage } from '@/lib/pair/rules/stages';
import { pageOf } from '@/lib/platform/cursor';
import type { Tx } from '@/lib/platform/database';
import { nameOrder } from '@/lib/platform/ordering';
import { programQuery } from '@/lib/platform/query';
import { Prisma } from '@/prisma/client/client';
import { timetableOperations } from '../operations';
import { canReadWishes } from '../policy';
import { isWish, weightOf } from '../rules/weight';
import type { WishWord } from '../rules/words';
import { wishesInput } from '../schema';
import type { WishItem } from '../schema/wishes';
import { wishList } from '../schema/wishes';
import { type Loaded, loadFacts } from './facts';

/**
 * The wishes of a stage (the main session, if none is named), pair by pair in the order of startups and investors. A
 * startup's people get their own pairs with their own words and nothing else.
 */
export const listWishes = programQuery({
  operation: timetableOperations.listWishes,
  input: wishesInput,
  output: wishList,
  may: canReadWishes,
  run: async (tx, scope, { stage = 'main_session', ...page }) => {
    const items = scope.startupId
      ? await ownWishes(tx, scope)
      : wishItemsOf(scope, await loadFacts(tx, scope, stage));
    return pageOf(items, page, ({ pair }) => pair.id);
  },
});

/** Every pair of the stage by startup and investor with what was said of it, as the office and managers read it. */
export function wishItemsOf(scope: ProgramScope, { facts, before }: Loaded): WishItem[] {
  const isOffice = worksInOffice(scope);
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
        own: isOffice ? pair.officeWish : null,
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

type Row = {
  id: string;
  stage: Stage;
  status: PairStatus;
  startupId: string;
  startupName: string;
  startupNameEn: string;
  investorId: string;
  investorName: string;
  said: WishWord | null;
  metBefore: boolean;
};

async function ownWishes(tx: Tx, { programId, startupId, viewer }: ProgramScope): Promise<WishItem[]> {
  const rows = await tx.$queryRaw<Row[]>`
    select p.id, p.stage, p.status, s.id as "startupId", s.name as "startupName", s.name_en as "startupNameEn",
      i.id as "investorId", i.name as "investorName", w.said,
      exists (select from meeting m where m.program_id = p.program_id and m.pair_id = p.id and m.state = 'held') as "metBefore"
    from pair p
    join startup s on s.program_id = p.program_id and s.id = p.startup_id and s.archived_at is null
    join investor i on i.program_id = p.program_id and i.id = p.investor_id and i.archived_at is null
    left join pair_wish(${programId}::uuid) w on w.pair_id = p.id
    where p.program_id = ${programId}::uuid and p.startup_id = ${startupId}::uuid
    order by ${nameOrder(viewer.locale, Prisma.sql`i.name`)}, p.id`;
  return rows.map((row) => ({
    pair: { id: row.id, stage: row.stage, status: row.status },
    startup: { id: row.startupId, name: row.startupName, nameEn: row.startupNameEn },
    investor: { id: row.investorId, name: row.investorName },
    wish: row.said,
    own: row.said,
    weight: null,
    officeWeight: null,
    evidence: null,
    metBefore: row.metBefore,
    isWish: row.said === 'must' || row.said === 'like',
  }));
}
