import type { ProgramScope } from '@/lib/core/scope';
import type { PairStatus, Stage } from '@/lib/pair/rules/stages';
import type { Tx } from '@/lib/platform/database';
import { nameOrder } from '@/lib/platform/ordering';
import { programQuery } from '@/lib/platform/query';
import { Prisma } from '@/prisma/client/client';
import { timetableOperations } from '../operations';
import { canReadWishes } from '../policy';
import type { WishItem, WishList } from '../rules/wishes';
import type { WishWord } from '../rules/words';
import { wishesInput } from '../schema';
import { loadFacts } from './facts';
import { wishItemsOf } from './wish-items';

/**
 * The wishes of a stage (the main session, if none is named), pair by pair in the order of startups and investors. A
 * startup's people get their own pairs with their own words and nothing else.
 */
export const listWishes = programQuery({
  operation: timetableOperations.listWishes,
  input: wishesInput,
  may: canReadWishes,
  run: async (tx, scope, { stage = 'main_session' }): Promise<WishList> => {
    const items = scope.startupId
      ? await ownWishes(tx, scope)
      : await wishItemsOf(tx, scope, await loadFacts(tx, scope, stage));
    return { items };
  },
});

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
