import type { ProgramScope } from '@/lib/core/scope';
import { dayInZone } from '@/lib/core/zones';
import type { PairStatus, Stage } from '@/lib/pair/rules/stages';
import { TERMS } from '@/lib/party/queries/parties';
import type { Tx } from '@/lib/platform/database';
import { nameOrder } from '@/lib/platform/ordering';
import { expectManyRows } from '@/lib/platform/wide-read';
import type { WishWord } from '@/lib/timetable/rules/words';
import { Prisma } from '@/prisma/client/client';
import { type InvestorTerms, RATE_UNIT, type Rates, type StartupTerms } from '../rules/factors';

/** `at` is its place in the order of names, as the reader's language has it. */
type StartupFact = StartupTerms & { id: string; name: string; nameEn: string; at: number };
type InvestorFact = InvestorTerms & { id: string; name: string; at: number };
export type MatchPair = {
  id: string;
  startupId: string;
  investorId: string;
  stage: Stage;
  status: PairStatus;
  wish: WishWord | null;
  own: WishWord | null;
  held: number;
  heldAfter: number;
  interest: number | null;
};
export type MatchFacts = {
  startups: ReadonlyMap<string, StartupFact>;
  investors: ReadonlyMap<string, InvestorFact>;
  pairs: MatchPair[];
  rates: Rates;
};

type Asked = {
  startup?: string | undefined;
  investor?: string | undefined;
  /** What happened from here on is no evidence; without it, all is. */
  before?: Date;
};

/** All that pairs are scored by, in five statements however many they are. */
export async function loadMatchFacts(tx: Tx, scope: ProgramScope, asked: Asked = {}): Promise<MatchFacts> {
  const { programId, viewer } = scope;
  await expectManyRows(tx);
  const startups = await tx.$queryRaw<Omit<StartupFact, 'at'>[]>`
    select p.id, p.name, p.name_en as "nameEn", p.sector, ${TERMS.startup}
    from startup p where p.program_id = ${programId}::uuid and p.archived_at is null
    order by ${nameOrder(viewer.locale, Prisma.sql`p.name`, Prisma.sql`p.name_en`)}, p.id`;
  const investors = await tx.$queryRaw<Omit<InvestorFact, 'at'>[]>`
    select p.id, p.name, p.focus, ${TERMS.investor}
    from investor p where p.program_id = ${programId}::uuid and p.archived_at is null
    order by ${nameOrder(viewer.locale, Prisma.sql`p.name`)}, p.id`;
  const pairs = await loadPairFacts(tx, programId, asked);
  const rates = await loadRates(tx, scope);
  return { startups: placed(startups), investors: placed(investors), pairs, rates };
}

function placed<Party extends { id: string }>(
  parties: readonly Party[],
): Map<string, Party & { at: number }> {
  return new Map(parties.map((party, at) => [party.id, { ...party, at }]));
}

function loadPairFacts(
  tx: Tx,
  programId: string,
  { startup, investor, before }: Asked,
): Promise<MatchPair[]> {
  const until = before ? Prisma.sql`${before}::timestamptz` : Prisma.sql`'infinity'::timestamptz`;
  const narrowed = [
    ...(startup ? [Prisma.sql`and p.startup_id = ${startup}::uuid`] : []),
    ...(investor ? [Prisma.sql`and p.investor_id = ${investor}::uuid`] : []),
  ];
  return tx.$queryRaw<MatchPair[]>`
    select p.id, p.startup_id as "startupId", p.investor_id as "investorId", p.stage, p.status,
      w.said as wish, w.own, coalesce(h.held, 0)::int as held, coalesce(h.later, 0)::int as "heldAfter",
      o.interest::int as interest
    from pair p
    left join pair_wish(${programId}::uuid) w on w.pair_id = p.id
    left join (select m.pair_id, count(*) filter (where m.starts_at < ${until}) as held,
        count(*) filter (where m.starts_at >= ${until}) as later
      from meeting m where m.program_id = ${programId}::uuid and m.state = 'held' group by m.pair_id) h on h.pair_id = p.id
    left join (select distinct on (r.pair_id) r.pair_id, r.interest from outcome r
      where r.program_id = ${programId}::uuid and r.effective_at < ${until}
      order by r.pair_id, r.effective_at desc, r.seq desc) o on o.pair_id = p.id
    where p.program_id = ${programId}::uuid ${Prisma.join([Prisma.empty, ...narrowed], ' ')}`;
}

/** The latest rate of each currency to the program's own, as far as there is one. */
async function loadRates(tx: Tx, { programId, program }: ProgramScope): Promise<Rates> {
  const today = dayInZone(new Date(), program.homeZone);
  const rows = await tx.$queryRaw<{ base: string; rate: string }[]>`
    select distinct on (r.base) r.base, trunc(r.rate * 100000000)::text as rate from fx_rate r
    where r.program_id = ${programId}::uuid and r.quote = ${program.baseCurrency} and r.on_day <= ${today}::date
    order by r.base, r.on_day desc, r.recorded_at desc, r.seq desc`;
  return new Map([
    [program.baseCurrency, RATE_UNIT],
    ...rows.map(({ base, rate }) => [base, BigInt(rate)] as const),
  ]);
}
